"""Confusables: letters that look like others, and what a name looks like at a glance.

The table is the part of ``confusables.txt`` (Unicode Technical Standard 39, version 15.1) that a
catalog needs: letters and digits that look like ASCII letters and digits, except those that
Unicode's compatibility forms reduce to ASCII anyway. Letters that look like a capital ``I``, which
Unicode lists under ``l``, are listed under ``I``. Only :func:`drawn_key` treats ``1``, ``I``, and
``l`` themselves as equal, because real names contain all of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_DRAWN_LIKE = {
    "2": "ƧϨᒿ\ua644\ua6ef\ua75a",
    "3": "ƷȜЗӠⳌ\ua76a\ua7ab\U000118ca\U00016f3b",
    "4": "Ꮞ\U000118af",
    "5": "Ƽ\U000118bb",
    "6": "бᏮⳒ\U000118d5",
    "7": "\U000104d2\U000118c6",
    "8": "Ȣȣ৪੪\U0001031a",
    "9": "৭੧୨൭Ⳋ\ua76e\U000118ac\U000118cc\U000118d6",
    "A": "ΑАᎪᗅ\ua4ee\U000102a0\U00016f40",
    "B": "ΒВᏴᗷ\ua4d0\ua7b4\U00010282\U000102a1\U00010301",
    "C": "СᏟⲤ\ua4da\U000102a2\U00010302\U00010415\U0001051c\U000118e9\U000118f2",
    "D": "Ꭰᗞᗪ\ua4d3",
    "E": "ΕЕᎬⴹ\ua4f0\U00010286\U000118a6\U000118ae",
    "F": "Ϝᖴ\ua4dd\ua798\U00010287\U000102a5\U00010525\U000118a2\U000118c2",
    "G": "ԌᏀᏳ\ua4d6",
    "H": "ΗНᎻᕼⲎ\ua4e7\U000102cf",
    "I": "ƖΙІӀᛁⲒⵏ\ua4f2\U0001028a\U00010309\U00010320\U00016f28",
    "J": "ͿЈᎫᒍ\ua4d9\ua7b2",
    "K": "ΚКᏦᛕⲔ\ua4d7\U00010518",
    "L": "ᏞᒪⳐ\ua4e1\U0001041b\U00010526\U000118a3\U000118b2\U00016f16",
    "M": "ΜϺМᎷᗰᛖⲘ\ua4df\U000102b0\U00010311",
    "N": "ΝⲚ\ua4e0\U00010513",
    "O": (
        "ΟОՕ০ଠ୦ዐⲞⵔ\u3007\ua4f3\U00010292\U000102ab\U00010404\U000104c2\U00010516"
        "\U000114d0\U000118b5\U000118e0"
    ),
    "P": "ΡРᏢᑭⲢ\ua4d1\U00010295",
    "Q": "ⵕ",
    "R": "ƦᎡᏒᖇ\ua4e3\U000104b4\U00016f35",
    "S": "ЅՏᏕᏚ\ua4e2\U00010296\U00010420\U00016f3a",
    "T": "ΤТᎢⲦ\ua4d4\U00010297\U000102b1\U00010315\U000118bc\U00016f0a",
    "U": "Սሀᑌ\ua4f4\U000104ce\U000118b8\U00016f42",
    "V": "Ѵ\u06f7Ꮩᐯⴸ\ua4e6\ua6df\U0001051d\U000118a0\U00016f08",
    "W": "ԜᎳᏔ\ua4ea\U000118e6\U000118ef",
    "X": "ΧХᚷⲬⵝ\ua4eb\ua7b3\U00010290\U000102b4\U00010317\U00010322\U00010527\U000118ec",
    "Y": "ΥУҮᎩᎽⲨ\ua4ec\U000102b2\U000118a4\U00016f43",
    "Z": "ΖᏃ\ua4dc\U000102f5\U000118a9\U000118e5",
    "a": "ɑαа",
    "b": "ƄЬᏏᑲᖯ",
    "c": "сᴄⲥ\uabaf\U0001043d",
    "d": "ԁᏧᑯ\ua4d2",
    "e": "еҽ\uab32",
    "f": "քẝ\ua799\uab35",
    "g": "ƍɡցᶃ",
    "h": "һհᏂ",
    "i": "ıɩɪιіӏᎥ\ua647\uab75\U000118c3",
    "j": "ϳј",
    "l": "ǀ\u06f1",
    "n": "ոռ",
    "o": "οσоօ\u06f5०੦૦௦౦೦ഠ൦๐໐ဝ၀ჿᴏᴑⲟ\uab3d\U0001042c\U000104ea\U000118c8\U000118d7",
    "p": "ρрⲣ",
    "q": "ԛգզ",
    "r": "гᴦⲅ\uab47\uab48\uab81",
    "s": "ƽѕ\ua731\uabaa\U00010448\U000118c1",
    "u": "ʋυսᴜ\ua79f\uab4e\uab52\U000104f6\U000118d8",
    "v": "νѵᴠ\uaba9\U00011706\U000118c0",
    "w": "ɯѡԝաᴡ\uab83\U0001170a\U0001170e\U0001170f",
    "x": "хᕁᕽ",
    "y": "ɣʏγуүყᶌỿ\uab5a\U000118dc",
    "z": "ᴢ\uab93\U000118c4",
    "AA": "\ua732",
    "AE": "ÆӔ",
    "AO": "\ua734",
    "AU": "\ua736",
    "AV": "\ua738\ua73a",
    "AY": "\ua73c",
    "OE": "Œ",
    "OO": "\ua698\ua74e",
    "T3": "\ua728",
    "aa": "\ua733",
    "ae": "æӕ",
    "ao": "\ua735",
    "au": "\ua737",
    "av": "\ua739\ua73b",
    "ay": "\ua73d",
    "bl": "Ы",
    "dz": "ʣ",
    "lO": "Ю",
    "ll": "ǁ",
    "ls": "ʪ",
    "lz": "ʫ",
    "oe": "œ",
    "oo": "\ua699\ua74f",
    "rn": "\U00011700\U000118e3",
    "tf": "\ua777",
    "ts": "ʦ",
    "ue": "ᵫ",
    "uo": "\uab63",
}
# Too different for Unicode's list of single letters, but they look alike within a word.
_NEARLY = str.maketrans("κτχвкмнт", "ktxbkmht")

_REMEMBERED = 2**15
_SEPARATORS = re.compile(r"[\W_]+")
_SAME_STROKES = str.maketrans({"I": "l", "1": "l", "|": "l", "0": "O"})


def in_latin(text: str) -> str:
    """Return a text with each letter that looks like an ASCII letter replaced by that letter.

    >>> in_latin("Аquеrа")
    'Aquera'
    """
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", text)
    return plain.translate(_latin_by_letter()).translate(_NEARLY)


@lru_cache(_REMEMBERED)
def drawn_key(name: str) -> str:
    """Return a key that two names share if they look the same.

    ``I``, ``l``, and ``1`` look the same, as do ``0`` and ``O``, ``rn`` and ``m``, and ``vv`` and
    ``w``. Spaces and punctuation don't matter. Case matters, because ``L`` looks different from
    ``l``.

    >>> drawn_key("PaypaI") == drawn_key("Paypal") != drawn_key("PayPal")
    True
    """
    strokes = in_latin(name).translate(_SAME_STROKES)
    return _SEPARATORS.sub("", strokes).replace("rn", "m").replace("vv", "w")


@cache
def _latin_by_letter() -> dict[int, str]:
    """Invert the table when the first non-ASCII text needs it."""
    return {ord(letter): latin for latin, letters in _DRAWN_LIKE.items() for letter in letters}
