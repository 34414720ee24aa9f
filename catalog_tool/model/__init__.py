"""The nouns: partners, vocabulary, catalog, settings, problems and edits, without any file.

Values are frozen and say what they are, not where they come from. :class:`partner.Partner` is the
one description of the format: the JSON Schema, the templates and the forms are made of it.
:class:`publication.Publication` is a catalog with the words around it, which every page and
exporter gets. What keeps the program from working is an :class:`error.CatalogError`.
"""
