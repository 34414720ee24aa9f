"""The form for a new entry: its page, its fields, what it checks, its scripts and styles."""
