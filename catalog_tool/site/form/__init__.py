"""The form for a new entry: its page, fields, checks, scripts, and styles."""
