"""Files of strangers: which there are, how their bytes are read, and what they hide."""
