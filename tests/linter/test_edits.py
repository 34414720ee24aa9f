"""Changes of the data become edits that touch nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.linter.edits import edits_of
from catalog_tool.linter.fix import apply_fixes
from catalog_tool.loader.limits import Limits
from catalog_tool.loader.yaml import parse_source
from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
from catalog_tool.model.edits import (
    Change,
    Edit,
    Remove,
    RenameKey,
    Reorder,
    ReplaceValue,
    Where,
    apply_edits,
)
from catalog_tool.model.nodes import Mapping, Node, Plain, Scalar, Sequence, plain
from catalog_tool.model.source import Source
from tests.loader.entries import ENTRY, WORDS, documents

LIMITS = Limits(max_bytes=64 * 1024, max_depth=20, max_nodes=6_000)


def parsed(text: str) -> Source:
    source, problems = parse_source("partners/x.yaml", text, LIMITS)
    assert problems == ()
    assert source.root
    return source


def changed(text: str, *changes: Change) -> str | None:
    """Return the text after changes, or ``None`` if they aren't made."""
    edits = edits_of(changes, parsed(text))
    return apply_edits(text, edits) if edits else None


def data(text: str) -> object:
    root = parsed(text).root
    assert root
    return ordered(plain(root))


def ordered(value: Plain) -> object:
    """Return data in which the order of keys also counts."""
    if isinstance(value, dict):
        return [(key, ordered(child)) for key, child in value.items()]
    return tuple(map(ordered, value)) if isinstance(value, tuple) else value


def expected(value: Plain, change: Change, where: Where) -> Plain:
    """Return data with one change made, by the definition of the change."""
    if not where:
        return _replaced(value, change)
    step, rest = where[0], where[1:]
    parent_is_meant = not rest and isinstance(change, Remove | RenameKey)
    if isinstance(value, tuple):
        children = [
            child if place != step else expected(child, change, rest)
            for place, child in enumerate(value)
            if not (parent_is_meant and place == step)
        ]
        return tuple(children)
    assert isinstance(value, dict)
    if parent_is_meant and isinstance(change, Remove):
        return {key: child for key, child in value.items() if key != step}
    if parent_is_meant and isinstance(change, RenameKey):
        return {change.key if key == step else key: child for key, child in value.items()}
    return {
        key: expected(child, change, rest) if key == step else child for key, child in value.items()
    }


def _replaced(value: Plain, change: Change) -> Plain:
    if isinstance(change, ReplaceValue):
        return change.value
    assert isinstance(change, Reorder)
    if isinstance(value, dict):
        pairs = list(value.items())
        return dict(pairs[position] for position in change.order)
    assert isinstance(value, tuple)
    return tuple(value[position] for position in change.order)


def places(node: Node, where: Where = ()) -> list[tuple[Where, Node]]:
    found = [(where, node)]
    if isinstance(node, Sequence):
        for position, child in enumerate(node.children):
            found += places(child, (*where, position))
    if isinstance(node, Mapping):
        for key, child in node.pairs:
            found += places(child, (*where, key.value))
    return found


@st.composite
def changes(draw: st.DrawFn, root: Node) -> Change:
    """Draw one change that the data of a file allows."""
    where, node = draw(st.sampled_from(places(root)))
    if isinstance(node, Scalar):
        return ReplaceValue(where, draw(WORDS))
    children = node.children if isinstance(node, Sequence) else node.pairs
    if children and draw(st.booleans()):
        return Reorder(where, tuple(draw(st.permutations(range(len(children))))))
    if not where:
        return Reorder((), tuple(range(len(children)))[::-1])
    parent_is_mapping = isinstance(where[-1], str)
    return (
        RenameKey(where, draw(WORDS))
        if parent_is_mapping and draw(st.booleans())
        else Remove(where)
    )


@given(st.data(), documents())
def test_the_data_changes_exactly_as_the_change_says(drawn: st.DataObject, text: str) -> None:
    source = parsed(text)
    assert source.root
    change = drawn.draw(changes(source.root))
    after = changed(text, change)
    if after is not None:
        assert data(after) == ordered(expected(plain(source.root), change, change.where))  # type: ignore[union-attr]


@given(st.data(), documents())
def test_removing_deletes_lines_and_adds_nothing(drawn: st.DataObject, text: str) -> None:
    source = parsed(text)
    assert source.root
    where, _ = drawn.draw(st.sampled_from(places(source.root)[1:]))
    after = changed(text, Remove(where))
    if after is None:
        return
    assert data(after) == ordered(expected(plain(source.root), Remove(where), where))
    rest = iter(text)
    assert all(char in rest for char in after)


@given(st.data(), documents())
def test_reordering_keeps_every_line(drawn: st.DataObject, text: str) -> None:
    source = parsed(text)
    assert source.root
    lists = [(where, node) for where, node in places(source.root) if isinstance(node, Sequence)]
    if not lists:
        return
    where, node = drawn.draw(st.sampled_from(lists))
    order = tuple(drawn.draw(st.permutations(range(len(node.children)))))
    after = changed(text, Reorder(where, order))
    if after is None:
        return
    assert sorted(after) == sorted(text)
    assert after.count("\r\n") == text.count("\r\n")
    assert after.endswith("\n") == text.endswith("\n")
    if not node.flow:
        assert sorted(after.splitlines()) == sorted(text.splitlines())


@given(st.data(), documents())
def test_a_reordered_list_can_be_put_back(drawn: st.DataObject, text: str) -> None:
    source = parsed(text)
    assert source.root
    where, node = drawn.draw(st.sampled_from(places(source.root)))
    if isinstance(node, Scalar):
        return
    size = len(node.children if isinstance(node, Sequence) else node.pairs)
    order = tuple(drawn.draw(st.permutations(range(size))))
    back = tuple(sorted(range(size), key=order.__getitem__))
    after = changed(text, Reorder(where, order))
    if after is not None:
        again = changed(after, Reorder(where, back)) or after
        assert data(again) == data(text)


def edited(text: str, before: str, after: str) -> str:
    assert text.count(before) == 1
    return text.replace(before, after)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (ReplaceValue(("name",), "Contoso"), "Contoso Identity  #", "Contoso  #"),
        (ReplaceValue(("name",), "a: b"), "Contoso Identity  #", "'a: b'  #"),
        (ReplaceValue(("contact",), "x@y.com"), '"sales@contoso.com"', '"x@y.com"'),
        (ReplaceValue(("applications", "Health care", 0), "SAP, ERP"), "[Epic,", "['SAP, ERP',"),
        (
            ReplaceValue(("links", 1, "url"), "https://b.com"),
            "https://contoso.com/b",
            "https://b.com",
        ),
        (RenameKey(("website",), "url"), "website:", "url:"),
        (RenameKey(("applications", "Health care"), "Clinics"), "'Health care':", "'Clinics':"),
        (Remove(("contact",)), 'contact: "sales@contoso.com"\n', ""),
        (Remove(("applications", "Mainframe", 0)), "    - CA ACF2\n", ""),
        (
            Remove(("applications", "Mainframe", 1)),
            "    # the classic\n    - IBM RACF   # z/OS\n",
            "",
        ),
        (Remove(("applications", "Health care", 0)), "[Epic, ", "["),
        (Remove(("applications", "Health care", 1)), '[Epic, "Cerner"]', "[Epic]"),
        (
            Reorder(("applications", "Mainframe"), (1, 0)),
            "    - CA ACF2\n    # the classic\n    - IBM RACF   # z/OS\n",
            "    # the classic\n    - IBM RACF   # z/OS\n    - CA ACF2\n",
        ),
        (Reorder(("applications", "Health care"), (1, 0)), '[Epic, "Cerner"]', '["Cerner", Epic]'),
        (Remove(("links", 0)), "  - label: SDK\n    url: https://contoso.com/sdk\n", ""),
        (Remove(("tested_on",)), "tested_on: 2026-05-04\n", ""),
    ],
)
def test_everything_else_stays_byte_for_byte(
    change: Change, before: str, after: str, end: str
) -> None:
    text = ENTRY.replace("\n", end)
    wanted = edited(text, before.replace("\n", end), after.replace("\n", end))
    assert changed(text, change) == wanted


@pytest.mark.parametrize(
    ("text", "change", "after"),
    [
        ("a:\n  - x\n  - y", Reorder(("a",), (1, 0)), "a:\n  - y\n  - x"),
        ("a:\n  - x\n  - y", Remove(("a", 1)), "a:\n  - x\n"),
        ("a:\n- x\n\n- y\n", Reorder(("a",), (1, 0)), "a:\n- y\n\n- x\n"),
        ("a:\n# x\n- x\n# y\n- y\n", Reorder(("a",), (1, 0)), "a:\n# x\n# y\n- y\n- x\n"),
        ("a:\n- y\n- x\n# end\nb: c\n", Reorder(("a",), (1, 0)), "a:\n- x\n- y\n# end\nb: c\n"),
        ("a:\n- k: 1\n  l: 2\n- k: 3\n", Reorder(("a",), (1, 0)), "a:\n- k: 3\n- k: 1\n  l: 2\n"),
        ("a: [x,\n  y]\n", Reorder(("a",), (1, 0)), "a: [y,\n  x]\n"),
        ("a: {x: 1, y: 2}\n", Reorder(("a",), (1, 0)), "a: {y: 2, x: 1}\n"),
        ("a: [x, y, z]\n", Remove(("a", 1)), "a: [x, z]\n"),
        ("a: {x: 1, y: 2}\n", Remove(("a", "y")), "a: {x: 1}\n"),
        ("a:\nb: c\n", ReplaceValue(("a",), "x"), "a: x\nb: c\n"),
        ("a:   # c\nb: c\n", ReplaceValue(("a",), "x"), "a: x   # c\nb: c\n"),
        ("a:\n  -\n  - y\n", ReplaceValue(("a", 0), "x"), "a:\n  - x\n  - y\n"),
        ('a: {"b":c}\n', RenameKey(("a", "b"), "d"), 'a: {"d":c}\n'),
        ("a: x\n  y\nb: c\n", ReplaceValue(("a",), "z"), "a: z\nb: c\n"),
        ("d: |\n  # text\n\nn:\na: b\n", Remove(("n",)), "d: |\n  # text\n\na: b\n"),
    ],
)
def test_files_as_people_write_them(text: str, change: Change, after: str) -> None:
    assert changed(text, change) == after


@pytest.mark.parametrize(
    ("text", "change"),
    [
        pytest.param("d: |\n  x\na: b\n", ReplaceValue(("d",), "y"), id="a block of text"),
        pytest.param("a:\n- k: 1\n  l: 2\n", Remove(("a", 0, "k")), id="a key behind a dash"),
        pytest.param("a:\n- k: 1\n  l: 2\n", Reorder(("a", 0), (1, 0)), id="keys behind a dash"),
        pytest.param("a:\n- - x\n  - y\n", Remove(("a", 0, 0)), id="a list behind a dash"),
        pytest.param("a:\n- x\n", Remove(("a", 0)), id="the only one"),
        pytest.param("a: [x]\n", Remove(("a", 0)), id="the only one in brackets"),
        pytest.param("? a\n: b\n? c\n: d\n", Remove(("a",)), id="keys with a question mark"),
        pytest.param("a: b\nc: d\n", RenameKey(("a",), "c"), id="a key that is there"),
        pytest.param("a: b\n", ReplaceValue(("z",), "y"), id="a place that is not there"),
        pytest.param("a: b\n", Remove(("z",)), id="a key that is not there"),
        pytest.param("a: [b, c]\n", Remove(("a", 2)), id="a position that is not there"),
        pytest.param("a: [b, c]\n", Reorder(("a",), (0,)), id="an order that forgets one"),
        pytest.param("a: [b, c]\n", Reorder(("a",), (0, 0)), id="an order that doubles one"),
        pytest.param("a: [b, c]\n", Reorder(("a",), (0, 1)), id="the order that it has"),
        pytest.param("a: b\n", Reorder(("a",), ()), id="the order of a text"),
        pytest.param("a: {b, c: d}\n", ReplaceValue(("a", "b"), "x"), id="a key without a colon"),
        pytest.param("a: [x,  # c\n  y]\n", Remove(("a", 0)), id="a comment in brackets"),
        pytest.param("a:\n- |\n  x\n- y\n", Reorder(("a",), (1, 0)), id="blocks of text in a list"),
        pytest.param(
            "d: |\n  x\nn:\n    # c\n\na: b\n",
            Remove(("n",)),
            id="a comment that would become text",
        ),
        pytest.param("d: |+\n  x\n\nn:\n\na: b\n", Remove(("n",)), id="blank lines that are text"),
    ],
)
def test_a_change_that_cannot_be_made_in_place_is_not_made(text: str, change: Change) -> None:
    assert changed(text, change) is None


def test_several_changes_are_made_together_or_not_at_all() -> None:
    text = "a: b\nc: d\ne: f\n"
    both = (ReplaceValue(("a",), "x"), Remove(("c",)))
    assert changed(text, *both) == "a: x\ne: f\n"
    assert changed(text, *reversed(both)) == "a: x\ne: f\n"
    assert changed(text, *both, ReplaceValue(("z",), "y")) is None
    assert changed(text, ReplaceValue(("c",), "x"), Remove(("c",))) is None
    assert changed(text, Edit(0, 1, "z"), Edit(0, 1, "y")) is None


@given(st.text(max_size=30), st.data())
def test_edits_replace_their_spans_only(text: str, drawn: st.DataObject) -> None:
    ends = sorted(drawn.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    edits = [Edit(start, end, "\0new\0") for start, end in spans]
    after = apply_edits(text, edits)
    kept = [
        text[start:end]
        for start, end in zip(
            [0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True
        )
    ]
    assert after == "\0new\0".join(kept)


def diagnostic(*edits: Edit, safe: bool = True) -> Diagnostic:
    fix = Fix("fix it", edits, safe) if edits else None
    return Diagnostic("x", 1, 1, 1, 1, "CAT000", "x", Severity.ERROR, "m", fix=fix)


@pytest.mark.parametrize(
    ("diagnostics", "unsafe", "after"),
    [
        ([], True, "abc"),
        ([diagnostic()], True, "abc"),
        ([diagnostic(Edit(0, 1, "x"))], False, "xbc"),
        ([diagnostic(Edit(0, 1, "x"), safe=False)], False, "abc"),
        ([diagnostic(Edit(0, 1, "x"), safe=False)], True, "xbc"),
        ([diagnostic(Edit(2, 3, "z")), diagnostic(Edit(0, 1, "x"))], False, "xbz"),
        ([diagnostic(Edit(0, 2, "x")), diagnostic(Edit(1, 3, "z"))], False, "xc"),
        ([diagnostic(Edit(0, 1, "x")), diagnostic(Edit(0, 1, "x"))], False, "xbc"),
        ([diagnostic(Edit(0, 1, "x")), diagnostic(Edit(0, 1, "y"), Edit(2, 3, "z"))], False, "xbc"),
        ([diagnostic(Edit(0, 1, "x"), Edit(2, 3, "z")), diagnostic(Edit(1, 2, ""))], False, "xz"),
    ],
)
def test_fixes_that_collide_wait_for_the_next_round(
    diagnostics: Iterable[Diagnostic], after: str, *, unsafe: bool
) -> None:
    assert apply_fixes("abc", diagnostics, unsafe=unsafe) == after
