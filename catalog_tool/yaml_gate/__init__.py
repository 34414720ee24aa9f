"""From the bytes of a stranger to a small tree, in which every node knows its place in the file.

:mod:`gate` reads and bounds. What does not parse goes to :mod:`syntax`, which finds the slips that
:mod:`mistakes` knows, one a file; :mod:`parser_words` has words for the rest.
"""

from catalog_tool.yaml_gate.gate import ENTRY_LIMITS, VOCABULARY_LIMITS, Limits, parse_source

__all__ = ["ENTRY_LIMITS", "VOCABULARY_LIMITS", "Limits", "parse_source"]
