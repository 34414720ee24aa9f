"""What the formats promise; ``tests/golden`` has complete examples."""

import importlib
import json
import re
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.linter.reporters import CHECK_FORMATS, WRITERS, Summary, reporter
from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity
from catalog_tool.model.edits import Edit
from tests.linter.reporters.samples import HOSTILE, SAMPLES, diagnostic

GOLDEN = Path(__file__).parents[2] / "golden"
PIECES = st.sampled_from(["::", "##[", "\x1b[", "\n", " ", "%", "add-mask::"]) | st.characters()
ANY_TEXT = st.lists(PIECES, max_size=30).map("".join)
# What GitHub's runner reads as a command: at the start of a line, or in its older form anywhere.
RUNNER_COMMAND = re.compile(r"^\s*::|##\[", re.MULTILINE)


def report(name: str, *diagnostics: Diagnostic, files: int = 4) -> str:
    return reporter(name)(diagnostics, Summary.of(diagnostics, files))


def text(*diagnostics: Diagnostic, files: int = 4) -> str:
    return click.unstyle(report("text", *diagnostics, files=files))


def test_each_format_is_a_writer_of_documents_or_of_diagnostics() -> None:
    assert set(CHECK_FORMATS) == {"github", "json", "junit", "markdown", "sarif", "text"}
    for name in set(CHECK_FORMATS) - set(WRITERS):
        module = importlib.import_module(f"catalog_tool.linter.reporters.{name}")
        assert module.__doc__
        assert reporter(name) is module.report


@pytest.mark.parametrize("name", ["github", "json", "text"])
def test_every_kind_of_diagnostic_looks_the_same(name: str) -> None:
    golden = GOLDEN / f"reporters.{name}"
    assert click.unstyle(report(name, *SAMPLES)) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CHECK_FORMATS)
def test_a_clean_run_ends_with_a_line_ending(name: str) -> None:
    assert report(name).endswith("\n")


# The sentence at the end


@pytest.mark.parametrize(
    ("diagnostics", "files", "sentence"),
    [
        ([], 3, "3 files checked: no problems."),
        ([], 1, "1 file checked: no problems."),
        ([], 0, "0 files checked: no problems."),
        ([diagnostic()], 3, "1 error in 1 file."),
        (
            [
                diagnostic(fix=Fix("fix it", (Edit(0, 1, ""),))),
                diagnostic(severity=Severity.WARNING, path="partners/b.yaml"),
                diagnostic(
                    severity=Severity.WARNING,
                    path="partners/b.yaml",
                    fix=Fix("fix it", (Edit(0, 1, ""),)),
                ),
            ],
            9,
            "1 error, 2 warnings in 2 files. `catalog check --fix` can fix 2 of them.",
        ),
        (
            [diagnostic(fix=Fix("fix it", (Edit(0, 1, ""),)))],
            2,
            "1 error in 1 file. `catalog check --fix` can fix it.",
        ),
        (
            [
                diagnostic(fix=Fix("fix it", (Edit(0, 1, ""),))),
                diagnostic(path="partners/b.yaml", fix=Fix("fix it", (Edit(0, 1, ""),))),
            ],
            2,
            "2 errors in 2 files. `catalog check --fix` can fix all of them.",
        ),
        (
            [diagnostic(severity=Severity.INFO, fix=Fix("guess", (Edit(0, 1, ""),), safe=False))],
            1,
            "1 note in 1 file.",
        ),
    ],
)
def test_a_run_has_a_summary(diagnostics: list[Diagnostic], files: int, sentence: str) -> None:
    assert Summary.of(diagnostics, files).sentence() == sentence
    assert text(*diagnostics, files=files).splitlines()[-1] == sentence
    assert report("github", *diagnostics, files=files).splitlines()[-1] == sentence


# text


@pytest.mark.parametrize(
    ("excerpt", "columns", "shown", "carets"),
    [
        ("name: Contoso", (7, 14), "name: Contoso", "      ^^^^^^^"),
        ("name: Contoso", (7, 7), "name: Contoso", "      ^"),
        ("name:", (6, 6), "name:", "     ^"),
        ("名前: 日本", (5, 7), "名前: 日本", "      ^^^^"),
        ("名前: 日本", (1, 3), "名前: 日本", "^^^^"),
        ("\tname: x", (8, 9), "    name: x", "          ^"),
        ("a\u202eb: x", (2, 3), "a\\u202eb: x", " ^^^^^^"),
        ("e\u0301: x", (5, 6), "e\u0301: x", "   ^"),
        ("name: x", (99, 120), "name: x", "       ^"),
    ],
)
def test_carets_are_under_the_problem(
    excerpt: str, columns: tuple[int, int], shown: str, carets: str
) -> None:
    lines = text(diagnostic(excerpt, columns)).splitlines()
    assert lines[1:3] == [f"  2 | {shown}", f"    | {carets}"]


@pytest.mark.parametrize("column", [1, 2, 60, 96, 97, 200, 400])
@pytest.mark.parametrize("length", [1, 5, 90, 300])
def test_a_long_line_is_cut_around_the_carets(column: int, length: int) -> None:
    line = "".join(chr(ord("a") + number % 26) for number in range(400))
    lines = text(diagnostic(line, (column, column + length))).splitlines()
    shown, carets = (each[6:] for each in lines[1:3])
    assert len(shown) <= 98
    start = carets.index("^")
    marked = shown[start : start + carets.count("^")]
    expected = line[column - 1 : column - 1 + length]
    assert marked.removesuffix("…") == expected[: len(marked.removesuffix("…"))]
    assert len(marked) >= min(len(expected), 90)
    assert (shown[0] == "…") is not shown.startswith(line[:1] + line[1:2])


def test_gutters_are_as_wide_as_the_number_of_the_line() -> None:
    lines = text(diagnostic(lines=(1234, 1234))).splitlines()
    assert lines[1].startswith("  1234 | ")
    assert lines[2].startswith("       | ")


def test_a_fix_that_needs_judgment_is_not_offered_as_automatic() -> None:
    careful = Fix("choose another name", (Edit(0, 1, ""),), safe=False)
    assert "catalog check --fix" not in text(diagnostic(fix=careful))
    assert "catalog check --fix" in text(diagnostic(fix=Fix("fix it", careful.edits)))


def test_severities_have_their_colors() -> None:
    styled = [report("text", diagnostic(severity=severity)) for severity in Severity]
    assert len({re.findall(r"\x1b\[\d+m", text)[0] for text in styled}) == len(Severity)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_nothing_of_a_stranger_acts_on_a_terminal(
    path: str, message: str, hint: str, excerpt: str
) -> None:
    shown = text(diagnostic(excerpt, path=path, message=message, hint=hint))
    assert not set(shown) & set("\x1b\x9b\r\t\b\x07\u202e\u200b\u2028")
    assert not RUNNER_COMMAND.search(shown)


# json


def test_json_has_the_shape_of_the_contract() -> None:
    fix = Fix("write https", (Edit(9, 13, "https"),))
    whole = json.loads(report("json", diagnostic(hint="Use https.", fix=fix), diagnostic()))
    assert whole == {
        "version": 1,
        "summary": {"files": 4, "errors": 2, "warnings": 0, "fixable": 1, "excepted": 0},
        "diagnostics": [
            {
                "path": "partners/contoso.yaml",
                "line": 2,
                "column": 10,
                "end_line": 2,
                "end_column": 28,
                "code": "CAT103",
                "name": "insecure-link",
                "severity": "error",
                "message": "The website does not start with https://.",
                "hint": hint,
                "value": "",
                "fix": listed,
            }
            for hint, listed in [
                (
                    "Use https.",
                    {
                        "title": "write https",
                        "safe": True,
                        "edits": [{"start": 9, "end": 13, "replacement": "https"}],
                    },
                ),
                ("", None),
            ]
        ],
    }


@given(ANY_TEXT)
def test_json_keeps_every_text_and_contains_no_command(message: str) -> None:
    written = report("json", diagnostic(message=message + "##["))
    assert json.loads(written)["diagnostics"][0]["message"] == message + "##["
    assert written.isascii()
    assert not RUNNER_COMMAND.search(written)


# github


def test_an_annotation_names_its_place_and_its_rule() -> None:
    assert report("github", diagnostic(hint="Use https.")).splitlines()[0] == (
        "::error file=partners/contoso.yaml,line=2,endLine=2,col=10,endColumn=28,"
        "title=CAT103 insecure-link::The website does not start with https://.%0AUse https."
    )


def test_a_place_of_several_lines_has_no_columns() -> None:
    annotation = report("github", diagnostic(lines=(2, 4)))
    assert "line=2,endLine=4,title=" in annotation


@pytest.mark.parametrize(
    ("severity", "command"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_a_severity_is_a_command(severity: Severity, command: str) -> None:
    assert report("github", diagnostic(severity=severity)).startswith(f"::{command} ")


def test_a_stranger_adds_no_property() -> None:
    annotation = report("github", diagnostic(path="a,line=99:b%3A.yaml"))
    assert "file=a%2Cline=99%3Ab%253A.yaml,line=2," in annotation


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_each_diagnostic_is_one_command_whatever_it_says(
    path: str, message: str, hint: str
) -> None:
    found = diagnostic(path=path, message=message + HOSTILE, hint=hint)
    annotation, sentence, rest = report("github", found).split("\n")
    assert RUNNER_COMMAND.findall(annotation) == ["::"]
    assert annotation.startswith("::error ")
    assert not RUNNER_COMMAND.search(sentence)
    assert rest == ""
    assert not set(annotation) & set("\r\x1b\u202e")


# Many findings, and the width of the terminal


def test_many_findings_end_with_totals_by_rule() -> None:
    few = [diagnostic(lines=(line, line)) for line in range(1, 11)]
    assert "Totals by rule" not in text(*few)
    warning = diagnostic(severity=Severity.WARNING)
    assert text(*few, warning).endswith(
        "Totals by rule\n     10  error    CAT103 insecure-link\n"
        "      1  warning  CAT103 insecure-link\n\n10 errors, 1 warning in 1 file.\n"
    )


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_lines_fit_the_terminal(columns: int) -> None:
    words = "A sentence that is much longer than the terminal is wide. " * 4
    found = diagnostic(f"website: {'x ' * 200}", (150, 190), message=words, hint=words)
    shown = click.unstyle(reporter("text", columns)([found], Summary.of([found], 1)))
    assert max(map(len, shown.splitlines())) <= max(columns, 56)  # the place isn't broken
    assert " ".join(shown.split()).count(words.strip()) == 2
