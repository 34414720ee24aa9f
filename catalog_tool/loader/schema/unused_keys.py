"""Optional keys that were left without a value: empty, or with a word such as ``n/a``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog_tool.model.diagnostic import Problem, ProposedFix
from catalog_tool.model.edits import Remove
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.nodes import Node, walk_scalars
from catalog_tool.model.partner import Partner
from catalog_tool.model.source import Source

UNUSED_KEY = "unused-key"
"""Name of the rule that explains these problems."""

_LONGEST = 20  # in characters; nearly all values are longer, and need no pattern
NOTHING = re.compile(
    r"[\s(\[<]*(?:n\.?\s?/?\s?a\.?|none|null|nil|nothing|not (?:applicable|available)|tb[ad]"
    r"|to be (?:added|defined)|todo|keine?|aucune?|ninguno|-+|–|—|~|\.+|\?+)?[\s)\]>.]*\Z",
    re.IGNORECASE,
)
"""What people write if they have no value; matched from the beginning."""
_TEXTS = frozenset({"description", "applications_note", "summary", "tested_by"})
_COMMENT = re.compile(r"[ \t]*#")


def unused_keys(source: Source, model: type[Partner]) -> Iterator[Problem]:
    """Yield a problem for each optional key of an entry that has no value.

    A comment after the key of a text was probably meant as the text, so that key isn't unused.

    Args:
        source: the file of the entry.
        model: the keys that an entry can have, and those that it needs.
    """
    pairs = source.root.pairs if source.root else ()
    written = {key.value for key, _ in pairs}
    optional = _optional_keys(model)
    own = model.own_fields
    unused = {
        key.value
        for key, node in pairs
        if key.value in optional and _is_blank(node, own.get(key.value))
    }
    if "applications" in model.required and not (written - unused) & {*model.ways_in()}:
        unused -= {*model.ways_in()}
    for key, node in pairs:
        if key.value not in unused:
            continue
        is_commented = _COMMENT.match(source.text, node.end) is not None
        field = own.get(key.value)
        if is_commented and (field.type == "text" if field else key.value in _TEXTS):
            continue
        said = next(filter(None, _leaves(node)), "")
        message = f"The optional key {key.value!r} {f'only says {said!r}' if said else 'is empty'}."
        hint = "Remove the key, or fill it in."
        fix = ProposedFix("remove the key", (Remove((key.value,)),), safe=not is_commented)
        yield Problem((key.value,), message, hint, fix, on_key=True, rule=UNUSED_KEY)


@lru_cache(maxsize=4)
def _optional_keys(model: type[Partner]) -> frozenset[str]:
    return frozenset(key for key, field in model.by_key().items() if not field.is_required())


def _is_blank(node: Node, field: FieldDefinition | None) -> bool:
    """Return whether no text says anything, unlike ``na`` if that is a value: North America."""
    leaves = [*_leaves(node)]
    if not all(map(says_nothing, leaves)):
        return False
    choices = field.choices.items() if field else ()
    names = {name for value, each in choices for name in (value, each.name, *each.aliases)}
    return {*map(str.casefold, leaves)}.isdisjoint(map(str.casefold, names))


def says_nothing(text: str) -> bool:
    """Return whether a text is empty or a word such as ``n/a``."""
    return len(text) <= _LONGEST and NOTHING.match(text) is not None


def _leaves(node: Node) -> Iterator[str]:
    yield from (leaf.value.strip() for _, leaf, is_key in walk_scalars(node, ()) if not is_key)
