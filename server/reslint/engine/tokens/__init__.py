"""Tokens of paragraphs: spaCy's pipelines, and what was found in the words that they have read."""
