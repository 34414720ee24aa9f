"""How words are counted: the one function behind the entry limit."""

from __future__ import annotations

import re

ENTRY_WORD_LIMIT = 500
"""Most words an entry may publish. Source: the guidelines of the first published catalog."""

_WEB_ADDRESS = r"https?://\S+"
_WORD = r"[^\W_]+(?:['’.\-][^\W_]+)*"
_TOKENS = re.compile(f"{_WEB_ADDRESS}|{_WORD}")

# Scripts written without spaces: how many characters count as one word.
_HAN_AND_KANA = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_THAI_TO_KHMER = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNSPACED = ((re.compile(f"[{_HAN_AND_KANA}]"), 2), (re.compile(f"[{_THAI_TO_KHMER}]"), 4))


def count_words(text: str) -> int:
    """Count the words of plain text as a reader would.

    A word is a run of letters and digits; an apostrophe, full stop or hyphen inside belongs to
    it, anything else separates (``RACF/ACF2`` is two words). A web address is one word. In
    scripts written without spaces two Han or Kana characters, or four Thai, Lao, Burmese or
    Khmer characters, count as one.

    Args:
        text: plain text, any script.

    Returns:
        Number of words, 0 or more.
    """
    if text.isascii():
        return len(_TOKENS.findall(text))
    count = 0
    for pattern, characters_per_word in _UNSPACED:
        text, found = pattern.subn(" ", text)
        count += -(-found // characters_per_word)
    return count + len(_TOKENS.findall(text))
