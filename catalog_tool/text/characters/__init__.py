"""Characters that look different from what they are.

:mod:`invisible` finds invisible characters, :mod:`confusables` letters that look like others,
:mod:`scripts` words that mix alphabets, :mod:`combining_marks` too many accents, and
:mod:`compatibility_letters` styled letters. The package exports the functions about invisible
characters, which are used nearly everywhere.
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
