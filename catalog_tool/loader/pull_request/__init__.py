"""A pull request as data: its changes, its author, and its description."""
