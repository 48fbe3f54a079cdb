"""What articles add to the admin's home: for writers, clinical reviewers and editors."""
