"""Word files: read as text with the way back to every run, written as tracked changes and comments."""
