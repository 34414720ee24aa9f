"""PNG files of strangers: what draws the picture is copied, everything else stays behind."""

import struct
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.loader.logos.png import plain_png
from catalog_tool.model.diagnostic import Problem

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def _chunk(kind: bytes, content: bytes = b"") -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def _header(
    width: int = 2, height: int = 2, depth: int = 8, color: int = 6, interlace: int = 0
) -> bytes:
    size = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlace)
    return _chunk(b"IHDR", size)


def _pixels(size: int = 2 * 9) -> bytes:
    return _chunk(b"IDAT", zlib.compress(b"\0" * size))


_END = _chunk(b"IEND")
PLAIN = _SIGNATURE + _header() + _pixels() + _END


def png(*chunks: bytes) -> bytes:
    return _SIGNATURE + b"".join(chunks)


_PALETTE = _chunk(b"PLTE", b"\1\2\3\4\5\6")
_HONEST = {
    "colors with transparency": PLAIN,
    "gray": png(_header(color=0), _pixels(2 * 3), _END),
    "one bit": png(_header(color=0, depth=1), _pixels(2 * 2), _END),
    "16 bits": png(_header(color=2, depth=16), _pixels(2 * 13), _END),
    "palette": png(_header(color=3), _PALETTE, _pixels(2 * 3), _END),
    "transparent palette": png(
        _header(color=3), _PALETTE, _chunk(b"tRNS", b"\0"), _pixels(2 * 3), _END
    ),
    "transparent color": png(_header(color=2), _chunk(b"tRNS", b"\0" * 6), _pixels(2 * 7), _END),
    "interlaced": png(_header(interlace=1), _pixels(5 + 5 + 9), _END),
    "several parts": png(
        _header(),
        _chunk(b"IDAT", zlib.compress(b"\0" * 18)[:5]),
        _chunk(b"IDAT", zlib.compress(b"\0" * 18)[5:]),
        _END,
    ),
    "largest": png(_header(512, 512), _pixels(512 * (1 + 4 * 512)), _END),
}


@pytest.mark.parametrize("content", _HONEST.values(), ids=list(_HONEST))
def test_honest_pictures_are_copied_byte_for_byte(content: bytes) -> None:
    assert plain_png(content) == content


EXTRAS = (
    _chunk(b"tEXt", b"Comment\0<script>alert(1)</script>"),
    _chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>"),
    _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"x" * 10_000_000)),
    _chunk(b"eXIf", b"MM\0*GPS"),
    _chunk(b"iCCP", b"profile\0\0" + zlib.compress(b"x" * 10_000_000)),
    _chunk(b"acTL", struct.pack(">II", 2, 0)),
    _chunk(b"sPLT", b"x\0\x08"),
    _chunk(b"caBX", b"<script>"),
)


@pytest.mark.parametrize("extra", EXTRAS, ids=[each[4:8].decode() for each in EXTRAS])
def test_what_does_not_draw_stays_behind(extra: bytes) -> None:
    assert plain_png(png(_header(), extra, _pixels(), extra, _END)) == PLAIN


HOSTILE = {
    "empty": (b"", "isn't a PNG"),
    "GIF": (b"GIF89a" + b"\0" * 99, "isn't a PNG"),
    "SVG with another name": (b"<svg onload='alert(1)'/>", "isn't a PNG"),
    "signature alone": (_SIGNATURE, "ends in the middle"),
    "cut": (PLAIN[:-5], "ends in the middle"),
    "length beyond the end": (_SIGNATURE + b"\x7f\xff\xff\xffIHDR" + b"\0" * 20, "in the middle"),
    "wrong checksum": (PLAIN[:-1] + b"\0", "a checksum doesn't match"),
    "changed pixel data": (PLAIN.replace(b"IDATx", b"IDATy"), "a checksum doesn't match"),
    "web page behind it": (PLAIN + b"<script>alert(1)</script>", "something behind the picture"),
    "archive behind it": (PLAIN + b"PK\3\4", "something behind the picture"),
    "text in the end": (
        png(_header(), _pixels(), _chunk(b"IEND", b"<script>")),
        "something behind the picture",
    ),
    "no header": (png(_pixels(), _END), "doesn't begin with its size"),
    "short header": (png(_chunk(b"IHDR", b"\0" * 12), _pixels(), _END), "begin with its size"),
    "too wide": (png(_header(513), _pixels(), _END), "has 513 × 2 pixels"),
    "huge": (png(_header(2**31 - 1, 2**31 - 1), _pixels(), _END), "2,147,483,647"),
    "no width": (png(_header(0), _pixels(), _END), "has 0 × 2 pixels"),
    "unknown colors": (png(_header(color=5), _pixels(), _END), "unknown kind of pixels"),
    "wrong bits": (png(_header(depth=4), _pixels(), _END), "unknown kind of pixels"),
    "unknown order": (png(_header(interlace=2), _pixels(), _END), "unknown order of pixels"),
    "decompression bomb": (png(_header(), _pixels(50_000_000), _END), "another number of pixels"),
    "too few pixels": (png(_header(), _pixels(17), _END), "another number of pixels"),
    "data behind the pixels": (
        png(_header(), _chunk(b"IDAT", zlib.compress(b"\0" * 18) + b"<script>"), _END),
        "another number of pixels",
    ),
    "no compression": (png(_header(), _chunk(b"IDAT", b"\0" * 18), _END), "can't be read"),
    "unknown filter": (
        png(_header(), _chunk(b"IDAT", zlib.compress(b"\5" * 18)), _END),
        "can't be read",
    ),
    "no pixels": (png(_header(), _END), "order that isn't allowed"),
    "two headers": (png(_header(), _header(), _pixels(), _END), "order that isn't allowed"),
    "unknown critical part": (
        png(_header(), _chunk(b"EVIL", b"x"), _pixels(), _END),
        "order that isn't allowed",
    ),
    "parts apart": (
        png(_header(), _pixels(), _chunk(b"tEXt", b"x"), _pixels(), _END),
        "order that isn't allowed",
    ),
    "palette behind the pixels": (
        png(_header(color=3), _pixels(6), _PALETTE, _END),
        "order that isn't allowed",
    ),
    "no palette": (png(_header(color=3), _pixels(6), _END), "has no palette"),
    "palette of gray": (
        png(_header(color=0), _PALETTE, _pixels(6), _END),
        "palette that doesn't fit",
    ),
    "palette too long": (
        png(_header(color=3, depth=1), _chunk(b"PLTE", b"\0" * 9), _pixels(4), _END),
        "palette that doesn't fit",
    ),
    "transparency too long": (
        png(_header(color=3), _PALETTE, _chunk(b"tRNS", b"<script>"), _pixels(6), _END),
        "transparency that doesn't fit",
    ),
    "transparency twice": (
        png(_header(color=0), _chunk(b"tRNS", b"\0\0"), _chunk(b"tRNS", b"\0\0"), _pixels(6), _END),
        "order that isn't allowed",
    ),
}


@pytest.mark.parametrize(("content", "reason"), HOSTILE.values(), ids=list(HOSTILE))
def test_what_is_no_plain_picture_is_refused(content: bytes, reason: str) -> None:
    problem = plain_png(content)

    assert isinstance(problem, Problem)
    assert reason in problem.message


def _flips() -> Iterator[st.SearchStrategy[bytes]]:
    yield st.binary(max_size=100).map(_SIGNATURE.__add__)
    yield st.lists(
        st.tuples(st.sampled_from([b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"]), st.binary())
    ).map(lambda chunks: png(*(_chunk(kind, content) for kind, content in chunks)))
    yield st.tuples(st.binary(max_size=40), st.sampled_from([0, 2, 3, 4, 6])).map(
        lambda drawn: png(_header(color=drawn[1]), _chunk(b"IDAT", zlib.compress(drawn[0])), _END)
    )


@given(st.one_of(*_flips()))
def test_no_bytes_raise_and_a_copy_stays_as_it_is(content: bytes) -> None:
    copy = plain_png(content)

    assert isinstance(copy, Problem) or plain_png(copy) == copy
