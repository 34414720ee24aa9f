"""Fixing a file with all rules: it gets better, ends, and stays readable."""

from hypothesis import given, settings

from catalog_tool.linter.fix import ROUNDS_WITHOUT_GAIN, rounds_of_fixes
from catalog_tool.loader.entry import read_source
from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
from catalog_tool.model.edits import Edit
from tests.checking import PARTNER, check_files, entry_text
from tests.loader.entries import broken_entries

MOST_ROUNDS = 20  # one slip that breaks the YAML may need a round of its own

FEW = 40  # each example checks whole catalogs, several times

VOCABULARY = """\
categories:
  mainframe:
    name: Mainframe
    description: Security managers of mainframes.
applications:
  CA ACF2:
    category: mainframe
  IBM RACF:
    aliases: [RACF]
    category: mainframe
"""


def diagnostics(text: str) -> list[Diagnostic]:
    found = check_files({PARTNER: text, "partners/_vocabulary.yaml": VOCABULARY})
    return [each for each in found if each.path == PARTNER]


def rounds(text: str, *, unsafe: bool) -> list[str]:
    """Return the text after each round of fixes, until nothing changes."""
    texts = [text for text, _found in rounds_of_fixes(text, diagnostics, unsafe=unsafe)]
    assert len(texts) <= MOST_ROUNDS, "\n=====\n".join(texts)
    return texts


def is_applied(diagnostic: Diagnostic, *, unsafe: bool) -> bool:
    return diagnostic.fix is not None and (diagnostic.fix.safe or unsafe)


@settings(max_examples=FEW)
@given(broken_entries())
def test_safe_fixes_end_and_make_no_file_worse(text: str) -> None:
    texts = rounds(text, unsafe=False)
    before, after = diagnostics(text), diagnostics(texts[-1])
    source, _ = read_source(PARTNER, text)
    # Parts that couldn't be read hid their mistakes.
    assert len(after) <= len(before) or source.root is None
    assert not any(is_applied(each, unsafe=False) for each in after)


@settings(max_examples=FEW)
@given(broken_entries())
def test_unsafe_fixes_end_too(text: str) -> None:
    texts = rounds(text, unsafe=True)
    assert not any(is_applied(each, unsafe=True) for each in diagnostics(texts[-1]))


@given(broken_entries())
def test_edits_of_a_fix_are_in_the_file_ascending_and_without_overlap(text: str) -> None:
    for diagnostic in diagnostics(text):
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        ends = [at for edit in edits for at in (edit.start, edit.end)]
        assert ends == sorted(ends)
        assert all(0 <= at <= len(text) for at in ends)


@given(broken_entries())
def test_a_diagnostic_points_into_the_file(text: str) -> None:
    lines = text.split("\n")
    for diagnostic in diagnostics(text):
        assert 1 <= diagnostic.line <= diagnostic.end_line <= len(lines)
        assert 1 <= diagnostic.column <= len(lines[diagnostic.line - 1]) + 1
        assert (diagnostic.line, diagnostic.column) <= (diagnostic.end_line, diagnostic.end_column)
        assert diagnostic.excerpt == lines[diagnostic.line - 1].rstrip("\r")


def test_a_file_without_problems_does_not_change() -> None:
    text = entry_text()
    assert rounds(text, unsafe=True) == [text]


def test_fixes_that_undo_each_other_end() -> None:
    """No rule has such fixes; if one did, fixing would still end, and not too early."""

    def judge(text: str) -> list[Diagnostic]:
        other = "b" if text == "a" else "a"
        fix = Fix("swap", (Edit(0, 1, other),), safe=True)
        return [Diagnostic(PARTNER, 1, 1, 1, 2, "CAT000", "swap", Severity.ERROR, "Swap.", fix=fix)]

    assert len(list(rounds_of_fixes("a", judge))) == ROUNDS_WITHOUT_GAIN + 1
