"""Values and keys that are none of an entry, and what their author meant by them.

:mod:`root_causes` parts mistakes from what only follows from them; :mod:`messages` says each in
plain words. The rest knows what people write: for a key, for a value, for a list, for a link.
Nothing is at the top: most files have no schema error, and the check loads only what it needs.
"""
