"""Where the practice team works on requests for help, inside Wagtail's admin."""
