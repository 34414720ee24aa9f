"""The comparison of partners: its page, what it shows, its scripts and styles."""
