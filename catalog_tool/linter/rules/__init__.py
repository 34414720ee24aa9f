"""The rules of the catalog, one per file."""
