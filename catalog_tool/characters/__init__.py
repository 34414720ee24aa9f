"""What text looks like to a reader, and where it differs from what it is.

:mod:`hidden` finds what cannot be seen, :mod:`look_alikes` letters that are drawn like others,
:mod:`scripts` words in more than one alphabet, :mod:`marks` accents that pile up, and
:mod:`styled_letters` letters in costume. What can be seen is asked nearly everywhere, and so it
is at the top.
"""

from catalog_tool.characters.hidden import (
    describe_character,
    escaped,
    has_only_shapes,
    hidden_characters,
    hidden_problems,
    is_full_of_hidden,
    too_much_hidden,
    visible_replacement,
    without_hidden,
)

__all__ = [
    "describe_character",
    "escaped",
    "has_only_shapes",
    "hidden_characters",
    "hidden_problems",
    "is_full_of_hidden",
    "too_much_hidden",
    "visible_replacement",
    "without_hidden",
]
