"""Files of strangers: how they are listed and read, and which invisible characters they contain."""
