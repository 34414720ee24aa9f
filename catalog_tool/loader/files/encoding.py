"""Recognizes files that aren't UTF-8 text by their first bytes.

Sources: for the signatures, the specifications of the formats as collected in the database of
``file(1)``; for the byte order marks, the Unicode Standard, section 23.8.
"""

from __future__ import annotations

_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# Positions of the zero bytes among the first eight, if the text starts with ASCII characters.
_ZEROES = {
    (1, 3, 5, 7): "utf-16-le",
    (0, 2, 4, 6): "utf-16-be",
    (1, 2, 3, 5, 6, 7): "utf-32-le",
    (0, 1, 2, 4, 5, 6): "utf-32-be",
}
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel, or PowerPoint document"),
    (b"\x89PNG\r\n\x1a\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF87a", "an image (GIF)"),
    (b"GIF89a", "an image (GIF)"),
    (b"RIFF", "an image, audio, or video file (RIFF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (7-Zip)"),
    (b"SQLite format 3\0", "a database (SQLite)"),
    (b"bplist00", "an Apple property list"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\0", "a program"),
)
_ZIP = b"PK\x03\x04"
_ZIPPED = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument.text", "an OpenDocument text"),
)
_NEVER_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\f\r"))
_MOST_CONTROLS = 16
_MOST_CONTROLS_SHARE = 0.05


def bom_encoding(content: bytes) -> str:
    """Return the encoding other than UTF-8 whose byte order mark a file begins with, or ``""``."""
    return next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), "")


def wide_encoding(content: bytes) -> str:
    """Return the kind of UTF-16 or UTF-32 that a file is saved in, or ``""``."""
    zeroes = tuple(at for at, byte in enumerate(content[:8]) if not byte)
    return bom_encoding(content) or _ZEROES.get(zeroes, "")


def kind_by_signature(content: bytes) -> str:
    """Return the kind of file that a signature identifies, or ``""``.

    Args:
        content: the bytes of the file, or those of its beginning.
    """
    if content.startswith(_ZIP):
        return next((words for part, words in _ZIPPED if part in content), "an archive (ZIP)")
    starts = (words for signature, words in _SIGNATURES if content.startswith(signature))
    return next(starts, "")


def is_binary(content: bytes) -> bool:
    """Return whether a file has too many control characters to be text."""
    controls = len(content) - len(content.translate(None, _NEVER_IN_TEXT))
    return controls > max(_MOST_CONTROLS, len(content) * _MOST_CONTROLS_SHARE)
