"""A folder of drafts: its configuration, its files, whose conventions hold, its baseline."""
