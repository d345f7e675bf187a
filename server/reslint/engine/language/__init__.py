"""What the sentences of resolutions consist of: openers, addressees, sequence, citations, dates, references, labels."""
