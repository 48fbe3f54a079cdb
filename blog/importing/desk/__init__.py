"""“Import a document” in the admin: uploads, a queue that reads them, the review screen, drafts."""
