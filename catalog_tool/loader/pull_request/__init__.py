"""A pull request as data: what it changes, who may agree to it, what its author has stated."""
