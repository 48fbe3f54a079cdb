"""What this room says when it can't go on."""


class UnreadableExport(ValueError):
    """A file that no import can be made of. Its message is one line for the person who gave us the file."""


class BadRules(ValueError):
    """Rules that can't be followed. Its message names the place."""
