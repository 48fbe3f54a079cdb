"""Links between articles in the admin: suggestions beside the text, and who links to whom."""
