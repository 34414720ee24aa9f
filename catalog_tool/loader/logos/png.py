"""Judges PNG files of strangers, and copies only what draws the picture.

Sources: PNG (Third Edition), W3C Recommendation 2025: chunks (5), color types (11.2.1), interlace
(8.1), filters (9.2).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from catalog_tool.model.diagnostic import Problem

MAX_BYTES = 256 * 1024
"""Size of the largest PNG file; a logo of 512 × 512 pixels rarely needs more."""

MAX_PIXELS = 512
"""Largest width and height, in pixels."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HINT = (
    f"Save it again as a PNG of at most {MAX_PIXELS} × {MAX_PIXELS} pixels with any image editor."
)
# Samples per pixel and allowed bits per sample, by color type.
_COLOR_TYPES = {
    0: (1, (1, 2, 4, 8, 16)),
    2: (3, (8, 16)),
    3: (1, (1, 2, 4, 8)),
    4: (2, (8, 16)),
    6: (4, (8, 16)),
}
_PALETTE = 3
_TRANSPARENCY_SIZES = {0: 2, 2: 6}
_MOST_COLORS = 256
# First column and row, and steps to the next ones, of the seven passes of Adam7.
_ADAM7 = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
_MOST_FILTER = 4


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class _Header:
    """What IHDR says: size in pixels, bits per sample, color type, and interlace method."""

    width: int
    height: int
    depth: int
    color_type: int
    is_interlaced: bool

    @property
    def rows(self) -> Iterator[tuple[int, int]]:
        """Number of rows and bytes per row, with its filter byte, of each pass."""
        samples, _depths = _COLOR_TYPES[self.color_type]
        for x, y, x_step, y_step in _ADAM7 if self.is_interlaced else ((0, 0, 1, 1),):
            width, height = ceil((self.width - x) / x_step), ceil((self.height - y) / y_step)
            if width > 0 and height > 0:
                yield height, 1 + ceil(width * samples * self.depth / 8)


class _RefusedError(Exception):
    pass


def plain_png(content: bytes) -> bytes | Problem:
    """Return the picture alone, without texts, profiles, animations, or anything behind it.

    Args:
        content: bytes of the file, at most :data:`MAX_BYTES`.

    Returns:
        A PNG file of the critical chunks and the transparency, or why the file isn't accepted.
    """
    try:
        chunks = list(_chunks(content))
        header = _header(chunks)
        kept = _drawing_chunks(chunks, header)
        _check_pixels(b"".join(each.content for each in kept if each.kind == b"IDAT"), header)
    except _RefusedError as refused:
        return Problem((), f"The logo {refused}.", _HINT, rule="invalid-logo")
    return _SIGNATURE + b"".join(map(_written, kept))


def _chunks(content: bytes) -> Iterator[_Chunk]:
    if not content.startswith(_SIGNATURE):
        raise _RefusedError("isn't a PNG file")
    at = len(_SIGNATURE)
    kind = b""
    while kind != b"IEND":
        if at + 12 > len(content):
            raise _RefusedError("ends in the middle")
        (length,) = struct.unpack_from(">I", content, at)
        kind = content[at + 4 : at + 8]
        body = content[at + 8 : at + 8 + length]
        checksum = content[at + 8 + length : at + 12 + length]
        if len(checksum) < 4:  # noqa: PLR2004 - a checksum is a 32-bit number
            raise _RefusedError("ends in the middle")
        if zlib.crc32(kind + body) != int.from_bytes(checksum):
            raise _RefusedError("is damaged: a checksum doesn't match")
        yield _Chunk(kind, body)
        at += 12 + length
    if at != len(content):
        raise _RefusedError("has something behind the picture")


def _header(chunks: list[_Chunk]) -> _Header:
    if chunks[0].kind != b"IHDR" or len(chunks[0].content) != 13:  # noqa: PLR2004 - its size in the source
        raise _RefusedError("doesn't begin with its size")
    width, height, depth, color, compression, filtering, interlace = struct.unpack(
        ">IIBBBBB", chunks[0].content
    )
    if not (0 < width <= MAX_PIXELS and 0 < height <= MAX_PIXELS):
        raise _RefusedError(f"has {width:,} × {height:,} pixels")
    if depth not in _COLOR_TYPES.get(color, (0, ()))[1] or compression or filtering:
        raise _RefusedError("has an unknown kind of pixels")
    if interlace not in {0, 1}:
        raise _RefusedError("has an unknown order of pixels")
    return _Header(width, height, depth, color, interlace == 1)


def _drawing_chunks(chunks: list[_Chunk], header: _Header) -> list[_Chunk]:
    """Return the chunks that draw the picture, in their order.

    Raises:
        _RefusedError: a chunk is missing, repeated, in the wrong place, or unknown but critical.
    """
    kept = [each for each in chunks if each.kind == b"tRNS" or not each.kind[0] & 0x20]
    kinds = [each.kind for each in kept]
    parts = kinds.count(b"IDAT")
    palette = [b"PLTE"] if b"PLTE" in kinds else []
    transparency = [b"tRNS"] if b"tRNS" in kinds else []
    if kinds != [b"IHDR", *palette, *transparency, *([b"IDAT"] * parts), b"IEND"] or not parts:
        raise _RefusedError("has its parts in an order that isn't allowed")
    if not _together([each.kind for each in chunks], b"IDAT"):
        raise _RefusedError("has its parts in an order that isn't allowed")
    colors = _number_of_colors(kept, header)
    for each in kept:
        if each.kind == b"tRNS" and not _fits(len(each.content), header, colors):
            raise _RefusedError("has a transparency that doesn't fit its colors")
        if each.kind == b"IEND" and each.content:
            raise _RefusedError("has something behind the picture")
    return kept


def _together(kinds: list[bytes], kind: bytes) -> bool:
    first = kinds.index(kind)
    number = kinds.count(kind)
    return kinds[first : first + number] == [kind] * number


def _number_of_colors(kept: list[_Chunk], header: _Header) -> int:
    sizes = [len(each.content) for each in kept if each.kind == b"PLTE"]
    if not sizes:
        if header.color_type == _PALETTE:
            raise _RefusedError("has no palette")
        return 0
    most = min(_MOST_COLORS, 2**header.depth) if header.color_type == _PALETTE else _MOST_COLORS
    if sizes[0] % 3 or not 0 < sizes[0] <= 3 * most or header.color_type in {0, 4}:
        raise _RefusedError("has a palette that doesn't fit its colors")
    return sizes[0] // 3


def _fits(size: int, header: _Header, colors: int) -> bool:
    if header.color_type == _PALETTE:
        return 0 < size <= colors
    return size == _TRANSPARENCY_SIZES.get(header.color_type)


def _check_pixels(compressed: bytes, header: _Header) -> None:
    """Check that the pixels are there, all of them, and nothing else.

    Raises:
        _RefusedError: the compressed data is damaged, or has another size than the picture.
    """
    rows = list(header.rows)
    size = sum(number * length for number, length in rows)
    stream = zlib.decompressobj()
    try:
        pixels = stream.decompress(compressed, size + 1)
    except zlib.error:
        raise _RefusedError("is damaged: its pixels can't be read") from None
    if len(pixels) != size or not stream.eof or stream.unused_data:
        raise _RefusedError("has another number of pixels than it says")
    at = 0
    for number, length in rows:
        filters = pixels[at : at + number * length : length]
        if max(filters) > _MOST_FILTER:
            raise _RefusedError("is damaged: its pixels can't be read")
        at += number * length


def _written(chunk: _Chunk) -> bytes:
    checksum = zlib.crc32(chunk.kind + chunk.content)
    return (
        struct.pack(">I", len(chunk.content))
        + chunk.kind
        + chunk.content
        + struct.pack(">I", checksum)
    )
