"""Links out in the admin."""
