"""Word files: read as text with the way back to every run, written as tracked changes and comments."""

from .original import WordFile, open_word
from .package import is_own

__all__ = ["WordFile", "is_own", "open_word"]
