"""Addresses on the web: their grammar, and which hosts are somebody's own."""
