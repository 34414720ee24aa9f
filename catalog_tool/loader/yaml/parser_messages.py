"""Messages of the YAML parser in plain words, for mistakes that nothing else recognizes."""

from __future__ import annotations

_HINT = (
    "Compare this line and the one above it with another entry. Check quotes, colons, and "
    "indentation."
)
_SAID = {
    "could not find expected ':'": (
        "this line is neither 'key: value' nor a value after '- '",
        "Write a key and a colon before it. If it belongs to the list above, write '- ' before it.",
    ),
    "mapping values are not allowed in this context": (
        "there is a colon where a key isn't allowed",
        'Put the whole value in quotes: "one: two".',
    ),
    "did not find expected key": (
        "this line doesn't line up with the keys above it",
        "Start all keys of an entry at the left margin. Line up the keys of a link.",
    ),
    "did not find expected '-' indicator": (
        "this line is in a list but doesn't begin with a dash",
        "Write '- ' before it. If it's a key, move it to the left margin.",
    ),
    "block sequence entries are not allowed in this context": (
        "a list can't start here",
        "Put its first line below the key, after two spaces and '- '.",
    ),
    "found unexpected end of stream": (
        "a quote is never closed",
        "Close it with the same quote, or delete it.",
    ),
    "did not find expected ',' or ']'": (
        "a square bracket is never closed",
        "Write one value per line, each after '- '.",
    ),
    "did not find expected ',' or '}'": (
        "a curly bracket is never closed",
        "Write one 'key: value' per line, without brackets.",
    ),
    "did not find expected node content": (
        "a value is missing here",
        "Add the value, or delete the character before it.",
    ),
    "found character that cannot start any token": (
        "a value can't start with this character",
        "Put the value in quotes.",
    ),
    "did not find expected comment or line break": (
        "there is something after the | or > that starts a text",
        "Start the text on the next line, indented by two spaces.",
    ),
}
TAB = "it is indented with a tab, but YAML allows only spaces"
_NOT_READABLE = "this line can't be read"


def plain_words(said: str) -> tuple[str, str]:
    """Return what is wrong, starting in lowercase, and what to do about it.

    Args:
        said: the problem as the parser describes it.
    """
    return _SAID.get(said, (_NOT_READABLE, _HINT))
