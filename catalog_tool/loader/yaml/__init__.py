"""From the bytes of a stranger to a small tree, in which every node knows its place in the file.

:mod:`parser` reads and bounds. What does not parse goes to :mod:`repair`, which finds the mistakes
that :mod:`mistakes` recognizes; :mod:`parser_messages` has words for the rest.
"""

from catalog_tool.loader.yaml.parser import parse_source

__all__ = ["parse_source"]
