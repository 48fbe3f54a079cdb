"""An outline on an editor's table: its parts can be changed, and no change loses a word. No Django here."""
