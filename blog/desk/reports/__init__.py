"""Reports over all articles, as their latest drafts stand."""
