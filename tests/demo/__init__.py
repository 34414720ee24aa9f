"""Twenty-five pull requests to a small catalog, play through the workflows of this repository."""
