"""One module per output format: findings and drafts become text for people or programs. Prints nothing itself."""
