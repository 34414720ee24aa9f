"""How diagnostics are shown, one format a file."""
