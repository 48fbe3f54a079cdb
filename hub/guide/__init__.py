"""The guide for editors, inside the admin: a page a task, searched, and linked from the screens it explains."""
