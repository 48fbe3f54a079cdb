"""Documents that this site wrote itself, read to the letter instead of recognised."""
