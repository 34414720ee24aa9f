"""Whether a text prints, by the same version of Unicode on every version of Python."""

import unicodedata2 as unicodedata


def prints(text: str) -> bool:
    """Like ``str.isprintable``."""
    return all(char == " " or unicodedata.category(char)[0] not in "CZ" for char in text)
