"""Part of a text is a comment, so it isn't published.

In YAML, a ``#`` after a space or after a closing quotation mark starts a comment that ends with the
line. Comments are fine on lines of their own and after addresses, dates, and choices. They aren't
allowed after names, descriptions, and other texts. The fix puts the whole value in quotation marks.

Why:
    ``name: Contoso #1 Cloud`` would be published as *Contoso*, and nobody would notice. A person
    can't see whether a comment was meant as one, and neither can a program.

Bad:
    name: Contoso #1

Good:
    # partners/contoso-1.yaml
    name: "Contoso #1"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import Edit, Where
from catalog_tool.model.nodes import Scalar
from catalog_tool.text.phrases import shorten
from catalog_tool.text.yaml_scalar import as_scalar

CODE = "CAT133"
SEVERITY = Severity.ERROR

_TEXTS = frozenset({"name", "description", "applications_note", "summary", "tested_by", "label"})
# Nearly all files only have comments on lines of their own.
_LINE_WITH_SIGN = re.compile(r"^[ \t]*[^\s#][^\n]*#", re.MULTILINE)
_AFTER_VALUE = re.compile(r"[ \t]*(?P<brackets>[,\]}][,\]} \t]*)?(?P<comment>#(?:[^\n]*\S)?)")
# After a key, signs without words are no text that anyone could miss.
_AFTER_KEY = re.compile(
    r"[ \t]*:[ \t]*(?:[|>][-+0-9]*)?[ \t]*(?P<comment>#(?!#*+[ \t\r]*+$)(?:[^\n]*\S)?)",
    re.MULTILINE,
)
_BLOCK_STYLES = frozenset("|>")
_MOST_SHOWN = 60
_ABOVE = "If it's a comment, move it to its own line above."


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report each comment on a line with text that readers see."""
    source = entry.source
    if not has_sign_in_line(source.text):
        return
    for where, node, is_key in source.scalars():
        value = source.node(where)
        # The loader reports an empty value, and what was probably meant by a comment after it.
        if not _is_text(where, catalog) or (isinstance(value, Scalar) and not value.value):
            continue
        pattern = _AFTER_KEY if is_key else _AFTER_VALUE
        found = pattern.match(source.text, node.end)
        if found and (is_key or node.style not in _BLOCK_STYLES):
            yield _problem(where, node, found, is_key=is_key)


def has_sign_in_line(text: str) -> bool:
    """Return whether a line of a file has a ``#`` after something else."""
    at_margin = text.startswith("#") + text.count("\n#")
    return text.count("#") > at_margin and _LINE_WITH_SIGN.search(text) is not None


def is_cut_off(entry: Entry) -> bool:
    """Return whether the name of the partner may go on in a comment after it."""
    node = entry.source.node(("name",))
    return node is not None and _AFTER_VALUE.match(entry.source.text, node.end) is not None


def _is_text(where: Where, catalog: Catalog) -> bool:
    if own := catalog.fields.get(str(where[0])):
        return own.type == "text"
    if where[0] in {"applications", "former_names", "products"}:
        return len(where) > 1
    return where[-1] in _TEXTS


def _problem(where: Where, node: Scalar, found: re.Match[str], *, is_key: bool) -> Problem:
    comment = found["comment"]
    message = f"YAML reads {shorten(comment, _MOST_SHOWN)!r} as a comment, so it isn't published."
    if is_key or found["brackets"]:
        hint = f"{_ABOVE} If it's part of the text, put that text in quotes."
        return Problem(where, message, hint, span=found.span("comment"))
    text = found.string[node.end : found.end("comment")]
    written = as_scalar(node.value + text)
    fix = ProposedFix(
        "put the whole value in quotes",
        (Edit(node.start, found.end("comment"), written),),
        safe=False,
    )
    hint = f"{_ABOVE} If it's part of the text, write {shorten(written, _MOST_SHOWN)}"
    return Problem(where, message, hint, fix, span=found.span("comment"))
