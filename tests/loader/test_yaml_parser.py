"""The YAML that is read, with the offsets of each node, and the YAML that is refused."""

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from catalog_tool.loader.entry import read_source
from catalog_tool.loader.limits import ENTRY_LIMITS, Limits
from catalog_tool.loader.yaml import parse_source
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.nodes import Mapping, Node, Scalar, Sequence, plain
from catalog_tool.model.source import Source
from catalog_tool.text.characters import hidden_characters
from tests.loader.entries import ENTRY, broken_entries, documents

DEEP = Limits(max_bytes=64 * 1024, max_depth=20, max_nodes=6_000)


def tree(text: str, limits: Limits = ENTRY_LIMITS) -> Mapping:
    source, problems = parse_source("partners/x.yaml", text, limits)
    assert problems == ()
    assert source.root is not None
    return source.root


def the_problem(text: str) -> Problem:
    source, problems = parse_source("partners/x.yaml", text)
    assert source.root is None
    (problem,) = problems
    return problem


def nodes(node: Node) -> list[Node]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [node, *(each for child in node.children for each in nodes(child))]
    return [node, *(each for pair in node.pairs for part in pair for each in nodes(part))]


def as_lists(value: object) -> object:
    """Return data with tuples as lists, as yaml has them."""
    if isinstance(value, dict):
        return {key: as_lists(child) for key, child in value.items()}
    return [as_lists(child) for child in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "yes",
        "on",
        "null",
        "~",
        "1.10",
        "012",
        "0x10",
        "1_000",
        "1e3",
        "2024-02-30",
        "12:30:45",
        ".inf",
        "=",
        "True",
        "-1",
    ],
)
def test_every_scalar_is_the_text_that_was_typed(written: str) -> None:
    assert plain(tree(f"name: {written}\n")) == {"name": written}


def test_the_shape_of_an_entry() -> None:
    data = plain(tree(ENTRY))
    assert isinstance(data, dict)
    assert data["description"] == (
        "Contoso connects 😀 *mainframes*.\n\n- one\n# not a comment\n- two\n"
    )
    assert data["applications"] == {
        "Mainframe": ("CA ACF2", "IBM RACF"),
        "Health care": ("Epic", "Cerner"),
    }
    assert data["links"] == (
        {"label": "SDK", "url": "https://contoso.com/sdk"},
        {"label": "Folded label", "url": "https://contoso.com/b"},
    )


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("before", ["", "# é😀\u0301\n", "é😀: x\n"])
@pytest.mark.parametrize(
    ("written", "value", "style"),
    [
        ("plain text", "plain text", ""),
        ("two\n  lines", "two lines", ""),
        ("'single ''quoted'' é😀'", "single 'quoted' é😀", "'"),
        ('"double \\u00e9 \\\n  quoted"', "double é quoted", '"'),
        ("|\n  block é\n  😀\n", "block é\n😀\n", "|"),
        ("|-\n  strip\n", "strip", "|"),
        (">\n  folded\n  text\n", "folded text\n", ">"),
        ("|+\n  keep\n\n", "keep\n\n", "|"),
    ],
)
def test_a_scalar_is_found_where_it_is_written(
    before: str, written: str, value: str, style: str, end: str
) -> None:
    text = f"{before}key: {written}\nnext: x\n".replace(
        "\n\nnext", "\nnext" if style in "|>" and style else "\n\nnext"
    )
    text = text.replace("\n", end)
    source, problems = parse_source("x", text)
    node = source.node(("key",))
    assert problems == ()
    assert isinstance(node, Scalar)
    assert (node.value, node.style) == (value, style)
    assert text[node.start : node.end] == written.replace("\n", end)


def test_lists_and_mappings_end_where_their_last_part_ends() -> None:
    text = "a:\n  - x\n  - y  # c\n  # after\n\n# more\nb: [1, 2 ]\nc:\n  - k: v\n\n"
    root = tree(text)
    spans = [text[node.start : node.end] for node in nodes(root) if not isinstance(node, Scalar)]
    assert spans == [text.rstrip(), "- x\n  - y", "[1, 2 ]", "- k: v", "k: v"]


@given(documents())
def test_the_data_is_what_yaml_itself_reads(text: str) -> None:
    assume(not list(hidden_characters(text)))
    expected = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - text only, of our own making
    assert as_lists(plain(tree(text, DEEP))) == expected


@given(documents())
def test_each_node_is_at_its_offsets(text: str) -> None:
    root = tree(text, DEEP)
    for node in nodes(root):
        assert 0 <= node.start <= node.end <= len(text)
        if isinstance(node, Scalar) and node.start < node.end:
            written = text[node.start : node.end]
            assert written[:1] == (node.style or written[:1])
            alone = yaml.load(f"{written}\n", Loader=yaml.CBaseLoader)  # noqa: S506 - of our own making
            assert node.style in {"|", ">"} or alone == node.value
        if isinstance(node, Mapping | Sequence) and node.flow:
            assert text[node.start] + text[node.end - 1] in {"[]", "{}"}


@given(documents())
def test_parts_are_inside_the_whole_and_in_order(text: str) -> None:
    for node in nodes(tree(text, DEEP)):
        if isinstance(node, Scalar):
            continue
        inside = node.children if isinstance(node, Sequence) else sum(node.pairs, ())
        ends = [node.start, *(at for part in inside for at in (part.start, part.end)), node.end]
        assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        ("name: &a x\n", "yaml-feature", "&a x"),
        ("&a name: x\n", "yaml-feature", "&a name"),
        ("name: *a\n", "yaml-feature", "*a"),
        ("applications: &a [x]\n", "yaml-feature", "&a ["),
        ("<<: {name: x}\n", "yaml-feature", "<<"),
        ("a: {<<: {name: x}}\n", "yaml-feature", "<<"),
        ("'<<': {name: x}\n", "yaml-feature", "'<<'"),
        ("name: !!str x\n", "yaml-feature", "!!str x"),
        ("name: ! x\n", "yaml-feature", "! x"),
        (
            "name: !python/object/apply:os.system [x]\n",
            "yaml-feature",
            "!python/object/apply:os.system [",
        ),
        ("!!map {a: b}\n", "yaml-feature", "!!map {"),
        ("? [a]\n: b\n", "yaml-feature", "[a]"),
        ("? {a: b}\n: c\n", "yaml-feature", "{a: b}"),
        ("[a, b]: c\n", "yaml-feature", "[a, b]"),
        ("%YAML 1.1\n---\nname: x\n", "yaml-feature", "%YAML 1.1\n---"),
        ("%TAG ! tag:x,2026:\n---\nname: x\n", "yaml-feature", "%TAG ! tag:x,2026:\n---"),
        ("name: x\n---\nname: y\n", "yaml-feature", "---"),
        ("a: {b: {c: {d: e}}}\n", "too-large", "{"),
        ("a:\n  b:\n    c:\n      - d\n", "too-large", ""),
        ("- color: x\n", "wrong-shape", "- color: x"),
        ("[a]\n", "wrong-shape", "[a]"),
        ("just text\n", "wrong-shape", "just text"),
        ("", "wrong-shape", ""),
        ("\n\n", "wrong-shape", ""),
        ("# only a comment\n", "wrong-shape", ""),
        ("---\n", "wrong-shape", ""),
        ("''\n", "wrong-shape", ""),
    ],
)
def test_what_entries_do_not_need_is_refused_at_its_place(text: str, rule: str, at: str) -> None:
    problem = the_problem(text)
    assert problem.rule == rule
    assert problem.span is not None
    assert text[slice(*problem.span)].strip() == at
    assert problem.message


@pytest.mark.parametrize(
    "text",
    [
        "name: x\n",
        "---\nname: x\n",
        "name: x\n...\n",
        "{name: x}\n",
        "? name\n: x\n",
        "name: '&a'\n",
        "{}\n",
    ],
)
def test_other_ways_to_write_the_same_are_read(text: str) -> None:
    tree(text)


@pytest.mark.parametrize(
    "again",
    ["name", "'name'", '"name"', '"n\\x61me"', '"n\\u0061me"', '"\\U0000006eame"', "? name\n"],
)
def test_a_key_is_unique_in_any_spelling(again: str) -> None:
    text = f"name: first\nwebsite: w\n{again}: second\n"
    source, (problem,) = parse_source("x", text)
    assert problem.rule == "duplicate-key"
    assert "line 1" in problem.message
    assert problem.span
    assert text[slice(*problem.span)] == again.strip("? \n")
    assert source.root
    assert plain(source.root) == {"name": "first", "website": "w"}


def test_all_duplicates_of_a_file_are_reported() -> None:
    text = "a: 1\na: 2\na: 3\nb: {c: 1, c: 2}\n"
    _, problems = parse_source("x", text)
    assert [problem.span for problem in problems] == [(5, 6), (10, 11), (25, 26)]


def test_depth_and_number_of_values_are_exact_limits() -> None:
    limits = Limits(max_bytes=1_000, max_depth=2, max_nodes=6)
    assert tree("a: [b, c, d]\n", limits)
    assert parse_source("x", "a: [b, c, d, e]\n", limits)[1][0].rule == "too-large"
    assert parse_source("x", "a: [b, [c]]\n", limits)[1][0].rule == "too-large"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 30_000,
        "a: " + "[" * 30_000,
        "a: " + "{a: " * 15_000,
        "- " * 30_000,
        "a: " + "[" * 15_000 + "]" * 15_000,
        "? " * 30_000,
        "a: &a [x]\nb: [" + "*a, " * 15_000 + "]",
        "a: &a a\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(2_000)),
        "x: [" + "a, " * 20_000 + "]",
        "".join(f"k{n}: v\n" for n in range(7_000)),
        "{" + "a: b, " * 10_000 + "}",
        "'" * 60_000,
        '"' + "\\x41" * 16_000,
        "a: |\n" + " \n" * 30_000,
        "#" * 60_000,
        "\n" * 60_000,
        "a" * 60_000,
        "a: " + "b " * 30_000,
        "!" * 60_000,
        "%TAG ! x\n" * 6_000,
        "&" + "a" * 60_000,
        "---\n" * 15_000,
        ": " * 30_000,
        "-" * 60_000,
        "\t" * 60_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_files_are_refused_within_the_limits(text: str) -> None:
    source, problems = parse_source("x", text)
    assert (source.root is None) == bool(problems)
    assert len(problems) <= 10
    if source.root:
        assert len(nodes(source.root)) <= ENTRY_LIMITS.max_nodes


def test_no_more_events_are_read_than_the_limits_allow(monkeypatch: pytest.MonkeyPatch) -> None:
    readings: list[int] = []

    class Counting(yaml.CSafeLoader):
        def __init__(self, text: str) -> None:
            super().__init__(text)
            readings.append(0)

        def get_event(self) -> yaml.Event | None:
            readings[-1] += 1
            return super().get_event()

    monkeypatch.setattr("catalog_tool.loader.yaml.parser._PARSER", Counting)
    parse_source("x", "[" * 30_000)
    # libyaml stops at a limit of its own; the second reading ends before it.
    assert len(readings) <= 2
    assert max(readings) <= ENTRY_LIMITS.max_depth + 3
    readings.clear()
    parse_source("x", "a: [" + "b, " * 20_000 + "]")
    assert len(readings) == 1
    assert readings[0] <= ENTRY_LIMITS.max_nodes + 4


def is_placed(problem: Problem, text: str) -> bool:
    """Whether a problem points into the text, or just behind it."""
    return problem.span is not None and 0 <= problem.span[0] <= problem.span[1] <= len(text) + 1


@given(st.text(max_size=80) | broken_entries())
def test_any_text_is_a_tree_or_problems_and_never_an_exception(text: str) -> None:
    source, problems = read_source("partners/x.yaml", text)
    assert source.root is not None or problems
    assert source.text == text
    for problem in problems:
        assert is_placed(problem, text)
        assert problem.message
        assert problem.rule
    if source.root and not problems:
        assert isinstance(plain(source.root), dict)


@given(broken_entries())
def test_what_passes_has_the_data_that_yaml_reads(text: str) -> None:
    source, problems = read_source("partners/x.yaml", text)
    if source.root and not problems:
        expected = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - text only
        assert as_lists(plain(source.root)) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_byte_order_mark_is_one_problem_and_moves_nothing(end: str) -> None:
    text = ENTRY.replace("\n", end)
    plainly, _ = read_source("x", text)
    source, (problem,) = read_source("x", f"\ufeff{text}")
    assert (problem.rule, problem.span) == ("byte-order-mark", (0, 1))
    assert problem.fix
    assert source.root
    assert plainly.root
    assert plain(source.root) == plain(plainly.root)
    moved = [(node.start - 1, node.end - 1) for node in nodes(source.root)]
    assert moved == [(node.start, node.end) for node in nodes(plainly.root)]


def test_reading_continues_after_a_hidden_character() -> None:
    text = "name:\u00a0Con\u200btoso\nname: x\nwebsite: &a y\n"
    source, problems = read_source("x", text)
    assert source.root is None
    assert [(problem.rule, text[slice(*problem.span or ())]) for problem in problems] == [
        ("hidden-character", "\u00a0"),
        ("hidden-character", "\u200b"),
        ("yaml-feature", "&a y"),
    ]


@given(documents(), st.data())
def test_data_and_places_are_right_despite_hidden_characters(
    text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    assume(text[at - 1 : at + 1] != "\r\n")
    hidden = data.draw(st.sampled_from(["\u200b", "\u202e", "\x00", "\ufeff", "\U000e0061"]))
    plainly, problems = read_source("x", text, DEEP)
    assume(not problems)
    source, (problem,) = read_source("x", text[:at] + hidden + text[at:], DEEP)
    is_mark = (at, hidden) == (0, "\ufeff")
    assert problem.rule == ("byte-order-mark" if is_mark else "hidden-character")
    assert plainly.root
    assert source.root
    assert plain(source.root) == plain(plainly.root)
    for moved, node in zip(nodes(source.root), nodes(plainly.root), strict=True):
        assert (
            source.text[moved.start : moved.end].replace(hidden, "") == text[node.start : node.end]
        )


@given(documents())
def test_a_place_in_the_data_leads_to_its_node(text: str) -> None:
    root = tree(text, DEEP)
    source = Source("x", text, root)
    for where, scalar, is_key in source.scalars():
        assert (source.key(where) if is_key else source.node(where)) == scalar
