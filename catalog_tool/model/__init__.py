"""The domain model: partners, vocabulary, catalog, settings, problems, and edits.

Values are frozen and independent of files. :class:`partner.Partner` is the only definition of the
format: the JSON Schema, the templates, and the forms are generated from it.
:class:`publication.Publication` is a catalog with the texts around it; every page and exporter gets
one. An error that stops the program is an :class:`error.CatalogError`.
"""
