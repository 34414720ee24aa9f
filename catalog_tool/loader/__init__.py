"""From the bytes of a stranger, in a folder, a commit or a pull request, to a catalog."""
