"""The nouns: partners, vocabulary, catalog, settings, problems and edits, without any file."""
