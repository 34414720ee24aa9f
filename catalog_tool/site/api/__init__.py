"""The catalog for programs: JSON files with schemas, under an address that has a version."""
