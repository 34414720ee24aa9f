"""Logos of strangers: which SVG and PNG files are pictures and nothing else."""
