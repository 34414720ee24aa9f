"""Files as they come out of hands, programs and bad intentions: real ones, changed a little.

The seeds are all entries there are: those of this catalog, the fixtures, the corpus of mistakes.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

REPOSITORY = Path(__file__).parents[2]
_FOLDERS = ("partners", "tests/fixtures/valid", "tests/fixtures/invalid", "tests/mistakes")

# What other keyboards, word processors and tricksters write in the place of a character.
_LIKE = {
    " ": "\u00a0\u3000\t\u200b\u2028",
    "-": "–—\u2212\u00ad•*",
    '"': "“”„«\uff02",
    "'": "’‘`´",
    ":": "：\ufe55;=",
    ".": "。．…,",
    "/": "\\⁄／",
    "#": "＃!",
    "a": "аáａ𝒂",
    "e": "еéｅ",
    "o": "о0ｏ",
    "s": "ѕ$ſ",
    "i": "іıİ1",
    "\n": "\r\x85\u2029\x0b",
}
_SNIPPETS = [
    *(
        "&a ",
        "*a ",
        "!!str ",
        "<<: *a\n",
        "---\n",
        "...\n",
        "%YAML 1.2\n---\n",
        "? ",
        "|\n",
        ">-\n",
    ),
    *(
        "\t",
        "  ",
        "\n",
        "\r\n",
        "- ",
        ": ",
        " #",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "\\",
        "`",
        "@",
    ),
    *(
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\u200d",
        "\ufeff",
        "\ufe0f",
        "\u3164",
        "\U000e0041",
        "e\u0301",
    ),
    *(
        "<b>",
        "![x](y)",
        "[x](javascript:alert(1))",
        "::error::x",
        "{{ x }}",
        "@octocat",
        "fixes #1",
    ),
    *("name: x\n", '"n\\x61me": y\n', "<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "```yaml\n"),
    *(
        "https://",
        "http://a.com",
        "www.",
        "mailto:",
        "=cmd",
        "1e3",
        "NO",
        "~",
        "0x1F",
        "2024-02-30",
    ),
]


@cache
def seeds() -> tuple[str, ...]:
    """Return the text of each entry; bytes that are no UTF-8 as U+FFFD."""
    paths = [path for folder in _FOLDERS for path in sorted((REPOSITORY / folder).rglob("*.yaml"))]
    texts = (path.read_bytes().decode(errors="replace") for path in paths if path.is_file())
    return tuple(dict.fromkeys(texts))


def _moved(lines: list[str], draw: st.DrawFn) -> list[str]:
    first = draw(st.integers(0, len(lines) - 1))
    block = lines[first : first + draw(st.integers(1, 3))]
    rest = lines[:first] + lines[first + len(block) :]
    to = draw(st.integers(0, len(rest)))
    return [*rest[:to], *block, *rest[to:]]


def _doubled(lines: list[str], draw: st.DrawFn) -> list[str]:
    line, to = draw(st.sampled_from(lines)), draw(st.integers(0, len(lines)))
    return [*lines[:to], line, *lines[to:]]


def _deleted(lines: list[str], draw: st.DrawFn) -> list[str]:
    first = draw(st.integers(0, len(lines) - 1))
    return lines[:first] + lines[first + draw(st.integers(1, 4)) :]


def _indented(lines: list[str], draw: st.DrawFn) -> list[str]:
    first, count = draw(st.integers(0, len(lines) - 1)), draw(st.integers(1, 5))
    by = draw(st.sampled_from([" ", "  ", "\t", "    ", ""]))
    changed = [by + line if by else line.removeprefix(" ") for line in lines[first : first + count]]
    return [*lines[:first], *changed, *lines[first + count :]]


def _joined(lines: list[str], draw: st.DrawFn) -> list[str]:
    at = draw(st.integers(0, len(lines) - 1))
    return [*lines[:at], "".join(lines[at : at + 2]).replace("\n", " ", 1), *lines[at + 2 :]]


def _spliced(lines: list[str], draw: st.DrawFn) -> list[str]:
    other = draw(st.sampled_from(seeds())).splitlines(keepends=True)
    return lines[: draw(st.integers(0, len(lines)))] + other[draw(st.integers(0, len(other))) :]


def _imitated(lines: list[str], draw: st.DrawFn) -> list[str]:
    text, char = "".join(lines), draw(st.sampled_from(sorted(_LIKE)))
    count = draw(st.sampled_from([1, 1, 2, -1]))
    return [text.replace(char, draw(st.sampled_from(_LIKE[char])), count)]


def _typed(lines: list[str], draw: st.DrawFn) -> list[str]:
    text = "".join(lines)
    start = draw(st.integers(0, len(text)))
    end = start + draw(st.sampled_from([0, 0, 1, 2, 30]))
    typed = draw(st.sampled_from(_SNIPPETS) | st.text(max_size=4))
    return [text[:start] + typed + text[end:]]


_CHANGES = [_moved, _doubled, _deleted, _indented, _joined, _spliced, _imitated, _typed, _typed]


@st.composite
def changed_texts(draw: st.DrawFn, originals: tuple[str, ...] | None = None) -> str:
    """Draw a real text in which one to four things were changed."""
    text = draw(st.sampled_from(originals or seeds()))
    for _ in range(draw(st.integers(1, 4))):
        lines = text.splitlines(keepends=True)
        text = "".join(draw(st.sampled_from(_CHANGES))(lines, draw)) if lines else text
    return text


@st.composite
def changed_files(draw: st.DrawFn) -> bytes:
    """Draw the bytes of such a text, in some encoding, perhaps damaged on the way."""
    text = draw(changed_texts())
    encoding = draw(
        st.sampled_from(["utf-8"] * 5 + ["utf-16", "utf-8-sig", "latin-1", "utf-32-be"])
    )
    content = text.encode(encoding, errors="replace")
    at = draw(st.integers(0, len(content)))
    damage = draw(st.sampled_from([b"", b"", b"", b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\x00"]))
    return content[:at] + damage + content[at:]


ANY_FILE = changed_files() | st.binary(max_size=200) | st.text(max_size=200).map(str.encode)
