"""Looking for words in drafts: batches of wordings, the index of their words, searches, and the selection of nodes."""
