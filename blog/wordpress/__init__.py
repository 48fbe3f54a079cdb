"""A WordPress site becomes pages: its export is read as a stream, understood, and written as drafts."""
