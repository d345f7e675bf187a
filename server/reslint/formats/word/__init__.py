"""Word files: read as text with the way back to every run, written as tracked changes and comments."""

from .original import WordFile, open_word

__all__ = ["WordFile", "open_word"]
