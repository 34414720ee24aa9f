"""What a contribution changes, whether it may be merged, and what is said about it."""
