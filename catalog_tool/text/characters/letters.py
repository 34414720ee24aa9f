r"""Letters and digits of one version of Unicode.

What ``str.isalnum`` and ``\w`` call a letter depends on the version of Python. A verdict mustn't.
"""

from __future__ import annotations

import unicodedata2 as unicodedata


def is_letter(char: str) -> bool:
    """Return whether a character is a letter."""
    return unicodedata.category(char)[0] == "L"


def is_letter_or_digit(char: str) -> bool:
    """Return whether a character is a letter, a digit, or another number."""
    return unicodedata.category(char)[0] in "LN"


def words_in(text: str) -> list[str]:
    """Return the runs of letters and digits.

    >>> words_in("Contoso (AS/400)_2")
    ['Contoso', 'AS', '400', '2']
    """
    return "".join(char if is_letter_or_digit(char) else " " for char in text).split()
