"""Whatever stands in a file of a catalog: it has an answer, the answer can be shown, and fixed."""

import json
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from catalog_tool.linter.fix import apply_fixes, rounds_of_fixes
from catalog_tool.linter.reporters import CHECK_FORMATS, Summary, reporter
from catalog_tool.loader.entry import read_source
from catalog_tool.model.diagnostic import MOST_ALIKE, Diagnostic
from catalog_tool.model.nodes import plain
from catalog_tool.model.source import Source
from tests.checking import PARTNER, VOCABULARY, check_files
from tests.fuzz.mutations import ANY_FILE, REPOSITORY, changed_texts
from tests.linter.reporters.test_sarif import VALIDATOR

KNOWN = (REPOSITORY / "tests" / "mistakes" / "_vocabulary.yaml").read_bytes()
FORMER = "partners/_former.yaml"
MOST_ROUNDS = 30
READING = "CAT0"


def diagnostics(text: str | bytes, path: str = PARTNER) -> list[Diagnostic]:
    """Return what the check says of a file; of an entry, next to the vocabulary of the corpus."""
    return [each for each in check_files({VOCABULARY: KNOWN, path: text}) if each.path == path]


@settings(max_examples=20)
@pytest.mark.parametrize("path", [PARTNER, VOCABULARY, FORMER])
@given(content=ANY_FILE)
def test_any_file_has_a_bounded_answer_with_places(path: str, content: bytes) -> None:
    lines = content.decode(errors="replace").split("\n")
    found = diagnostics(content, path)
    for each in found:
        assert each.name != "rule-crashed", each.message
        assert (1, 1) <= (each.line, each.column) <= (each.end_line, each.end_column)
        if each.excerpt:
            assert each.line <= len(lines)
            assert each.column <= len(lines[each.line - 1]) + 1
    names = [each.name for each in found]
    assert all(names.count(name) <= MOST_ALIKE + 1 for name in names)


@settings(max_examples=20)
@given(ANY_FILE)
def test_every_format_can_tell_of_any_file(content: bytes) -> None:
    found = diagnostics(content)
    told = {name: reporter(name)(found, Summary.of(found, 1)) for name in CHECK_FORMATS}
    assert len(json.loads(told["json"])["diagnostics"]) == len(found)
    assert [each.message for each in VALIDATOR.iter_errors(json.loads(told["sarif"]))] == []
    ET.fromstring(told["junit"])  # noqa: S314 - what we wrote ourselves
    assert told["github"].count("\n::") + told["github"].startswith("::") == len(found)
    assert not set(told["text"]) & set("\x07\r\u202e\u200b\ufeff")


def number(found: list[Diagnostic]) -> int:
    """Return how many problems diagnostics stand for."""
    return sum(each.count for each in found)


def rounds(text: str, *, unsafe: bool) -> list[str]:
    """Return the text after each round of fixes, until nothing changes any more."""
    texts = [text for text, _found in rounds_of_fixes(text, diagnostics, unsafe=unsafe)]
    assert len(texts) <= MOST_ROUNDS, "\n=====\n".join(texts)
    return texts


@settings(max_examples=20)
@pytest.mark.parametrize("unsafe", [False, True])
@given(text=changed_texts())
def test_fixes_come_to_rest_and_make_no_file_worse(text: str, *, unsafe: bool) -> None:
    found, left = diagnostics(text), diagnostics(rounds(text, unsafe=unsafe)[-1])
    assert not any(each.fix and (each.fix.safe or unsafe) for each in left)
    # What could not be read hid the mistakes in it.
    if not any(each.code.startswith(READING) for each in found):
        assert number(left) <= number(found)


@settings(max_examples=20)
@given(changed_texts())
def test_a_round_of_fixes_leaves_every_value_that_it_does_not_touch(text: str) -> None:
    found = diagnostics(text)
    edits = [edit for each in found if each.fix and each.fix.safe for edit in each.fix.edits]
    before, problems = read_source(PARTNER, text)
    after, _ = read_source(PARTNER, apply_fixes(text, found))
    if problems:
        return
    assert after.root is not None
    for key, (start, end) in spans(before).items():
        if not any(edit.start <= end and start <= edit.end for edit in edits):
            assert value_of(after, key) == value_of(before, key)


def spans(source: Source) -> dict[str, tuple[int, int]]:
    """Return where each key with its value stands, by the key."""
    found = {}
    for key in values_of(source):
        place, node = source.key((key,)), source.node((key,))
        assert place
        assert node
        found[key] = (place.start, node.end)
    return found


def values_of(source: Source) -> dict[str, object]:
    read = plain(source.root) if source.root else None
    return dict(read) if isinstance(read, dict) else {}


def value_of(source: Source, key: str) -> object:
    return values_of(source)[key]
