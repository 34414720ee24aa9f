"""Parses the YAML of strangers into a small tree in which each node has its offsets.

:mod:`parser` parses within limits. Text that doesn't parse goes to :mod:`repair`, which finds the
mistakes that :mod:`mistakes` recognizes; :mod:`parser_messages` has the messages for the rest.
"""

from catalog_tool.loader.yaml.parser import parse_source as parse_source
