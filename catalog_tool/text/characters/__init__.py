"""Characters that look different from what they are.

:mod:`invisible` finds invisible characters, :mod:`confusables` letters that look like others,
:mod:`scripts` words that mix alphabets, :mod:`combining_marks` too many accents, and
:mod:`compatibility_letters` styled letters. The package exports the functions about invisible
characters, which are used nearly everywhere.
"""

from catalog_tool.text.characters.invisible import describe_character as describe_character
from catalog_tool.text.characters.invisible import escape_hidden as escape_hidden
from catalog_tool.text.characters.invisible import has_only_shapes as has_only_shapes
from catalog_tool.text.characters.invisible import hidden_characters as hidden_characters
from catalog_tool.text.characters.invisible import visible_replacement as visible_replacement
from catalog_tool.text.characters.invisible import without_hidden as without_hidden
