"""Keys and values that don't fit the model of an entry, and what their author meant by them.

:mod:`root_causes` separates mistakes from their consequences, and :mod:`messages` describes each
mistake in plain words. The other modules know what people write instead of a key, a value, a list,
or a link. The package exports nothing: most files have no schema error, and the check imports only
what it needs.
"""
