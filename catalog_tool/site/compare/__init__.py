"""The comparison of partners: its page, data, scripts, and styles."""
