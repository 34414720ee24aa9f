"""Ten pull requests to a small catalog, played through the workflows of this repository."""
