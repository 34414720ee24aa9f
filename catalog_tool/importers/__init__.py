"""How hand-kept catalogs are read, one format a file."""
