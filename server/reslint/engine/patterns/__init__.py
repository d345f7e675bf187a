"""Regular expressions of rule authors: compiled lazily, known by keywords, guarded against running away."""
