"""The catalog in numbers: what is counted, and how it is drawn. Partners are never ranked."""
