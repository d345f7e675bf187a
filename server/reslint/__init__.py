"""reslint: the drafting assistant for resolutions."""

__version__ = "0.1.0"
