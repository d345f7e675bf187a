"""What a folder of drafts brings along: its configuration, its files, whose conventions hold, its baseline."""
