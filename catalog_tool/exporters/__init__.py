"""What the catalog is published as besides pages, one output a file."""
