"""What editors see of search in the admin: synonyms, promoted results, and what readers look for."""
