"""The parts of the sentences of resolutions: openers, addressees, sequence, citations, dates, references, labels."""
