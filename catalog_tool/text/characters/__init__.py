"""What text looks like to a reader, and where it differs from what it is.

:mod:`invisible` finds what cannot be seen, :mod:`confusables` letters that are drawn like others,
:mod:`scripts` words in more than one alphabet, :mod:`combining_marks` accents that pile up, and
:mod:`compatibility_letters` styled letters. What can be seen is asked nearly everywhere, and so it
is at the top.
"""

from catalog_tool.text.characters.invisible import (
    describe_character,
    escape_hidden,
    has_only_shapes,
    hidden_characters,
    visible_replacement,
    without_hidden,
)

__all__ = [
    "describe_character",
    "escape_hidden",
    "has_only_shapes",
    "hidden_characters",
    "visible_replacement",
    "without_hidden",
]
