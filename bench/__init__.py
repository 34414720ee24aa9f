"""Performance of the catalog, as ratios to plain libraries measured in the same run."""
