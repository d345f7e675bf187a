"""Edits to a draft that more than one caller makes: fixes, numbers, footnotes, spaces, suppressing comments."""
