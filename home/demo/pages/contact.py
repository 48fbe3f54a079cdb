"""How to reach the practice, as links for use inside html. The number is one that Ofcom keeps for drama."""

TELEPHONE_LINK = '<a href="tel:+441632960123">01632 960 123</a>'
EMAIL_LINK = '<a href="mailto:hello@quietharbour.example">hello@quietharbour.example</a>'
