"""How fast the catalog is, always against bare libraries measured in the same run."""
