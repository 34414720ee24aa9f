"""What the YAML parser says if no mistake is recognized, in words for people who know no YAML."""

from __future__ import annotations

_HINT = "Compare this line and the one before with another entry: quotes, colons, indentation."
_SAID = {
    "could not find expected ':'": (
        "this line is neither 'key: value' nor a line of a list after '- '",
        "Write the key and a colon before it, or '- ' if it belongs to the list above.",
    ),
    "mapping values are not allowed in this context": (
        "there is a colon where no key can stand",
        'Put the whole value in quotes: "one: two".',
    ),
    "did not find expected key": (
        "this line does not stand in one column with the keys above it",
        "Let all keys of an entry begin at the margin, and those of a link below each other.",
    ),
    "did not find expected '-' indicator": (
        "this line stands in a list, but does not begin with a dash",
        "Write '- ' before it, or move it to the margin if it is a key.",
    ),
    "block sequence entries are not allowed in this context": (
        "a list cannot begin here",
        "Put its first line below the key, after two spaces and '- '.",
    ),
    "found unexpected end of stream": (
        "a quote is opened and never closed",
        "Close it with the same quote, or delete it.",
    ),
    "did not find expected ',' or ']'": (
        "a square bracket is opened and never closed",
        "Write the list one a line, each after '- '.",
    ),
    "did not find expected ',' or '}'": (
        "a curly bracket is opened and never closed",
        "Write one 'key: value' a line, without brackets.",
    ),
    "did not find expected node content": (
        "a value is missing here",
        "Fill it in, or remove the sign that announces it.",
    ),
    "found character that cannot start any token": (
        "no value can begin with this sign",
        "Put the value in quotes.",
    ),
    "did not find expected comment or line break": (
        "something stands behind the | or > that announces a text",
        "Begin the text on the next line, indented by two spaces.",
    ),
}
_NOT_READABLE = "this line cannot be read"


def plain_words(said: str) -> tuple[str, str]:
    """Return what is wrong, starting in lower case, and what to do about it.

    Args:
        said: the problem as the parser names it.
    """
    return _SAID.get(said, (_NOT_READABLE, _HINT))
