"""Texts for property tests: whole entries, nearly right ones, and arbitrary YAML with its data."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

ENTRY = """\
# yaml-language-server: $schema=../docs/schema/partner.schema.json
name: Contoso Identity  # as on the website
website: https://www.contoso.com/identity
contact: "sales@contoso.com"

description: |
  Contoso connects 😀 *mainframes*.

  - one
  # not a comment
  - two

# what we list
applications:
  Mainframe:
    - CA ACF2
    # the classic
    - IBM RACF   # z/OS
  'Health care': [Epic, "Cerner"]
links:
  - label: SDK
    url: https://contoso.com/sdk
  - label: >-
      Folded
      label
    url: https://contoso.com/b
tested_on: 2026-05-04
maintainers: [contoso-anna]
"""

_SLIPS = [
    *(
        "&a ",
        "*a ",
        "<<: *a\n",
        "!!str ",
        "! ",
        "---\n",
        "...\n",
        "%YAML 1.1\n---\n",
        "? [a]\n: b\n",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "  ",
        "'",
        '"',
        "|",
        "> ",
        "- ",
        ": ",
        "#",
        "@",
    ),
    *(
        "`",
        "\\",
        "\\x41",
        "\ufeff",
        "\u200b",
        "\u00a0",
        "\x00",
        "\x85",
        "\u2028",
        "😀",
        "é",
        "name: x\n",
    ),
    *(
        '"n\\x61me": y\n',
        "[" * 40,
        "{a: " * 40,
        "- " * 40,
        "a" * 2_000,
        "\ud7ff",
        "\uffff",
        "\U0010ffff",
    ),
]


@composite
def broken_entries(draw: DrawFn) -> str:
    """Draw an entry into which somebody has slipped a few things."""
    text = ENTRY
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 0, 1, 3, 40])))
        text = text[:start] + draw(st.sampled_from(_SLIPS)) + text[end:]
    return text


@composite
def quoted(draw: DrawFn, text: str) -> str:
    """Draw one way to write a text as a scalar on one line."""
    ways = ["'" + text.replace("'", "''") + "'"]
    ways.append('"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"')
    if text and text.isalnum():
        ways.append(text)
    return draw(st.sampled_from(ways))


WORDS: SearchStrategy[str] = st.text("abz09 é😀日#:-,[]{}'\"\\&*!|>%@`?<=", max_size=8).map(
    str.strip
)


@composite
def documents(draw: DrawFn) -> str:
    """Draw a mapping of texts, lists and groups, in block and in flow style, with comments."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    keys = draw(
        st.lists(st.text("abcé😀", min_size=1, max_size=4), min_size=1, max_size=5, unique=True)
    )
    lines: list[str] = []
    for key in keys:
        lines += draw(st.lists(st.sampled_from(["", "# note", "  # - deep"]), max_size=2))
        lines += draw(_values(key))
    text = end.join(lines)
    return text + draw(st.sampled_from(["", end, end + end, f"{end}# last{end}"]))


@composite
def _values(draw: DrawFn, key: str) -> list[str]:
    texts = draw(st.lists(WORDS, min_size=1, max_size=4))
    scalars = [draw(quoted(text)) for text in texts]
    comment = draw(st.sampled_from(["", " # c", "   #"]))
    mark = draw(st.sampled_from(["|", ">-", "|+", ">"]))
    above = draw(st.lists(st.sampled_from(["", "  # about", "# left"]), max_size=1))
    first, *rest = draw(
        st.sampled_from(
            [
                [f" {scalars[0]}{comment}"],
                [comment],
                [f" [{', '.join(scalars)}]{comment}"],
                [f" {mark}", "  text", *(f"  {text}".rstrip() for text in texts)],
                [comment, *(f"  g{n}: {scalar}" for n, scalar in enumerate(scalars))],
                ["", *(line for each in scalars for line in (f"  - label: {each}", "    url: u"))],
                ["", *(line for each in scalars for line in (*above, f"  - {each}{comment}"))],
            ]
        )
    )
    return [f"{draw(quoted(key))}:{first}", *rest]
