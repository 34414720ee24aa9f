"""Markdown for GitHub, read by GitHub's own parser: text of strangers is inert."""

import re
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog_tool.linter.fix import apply_fixes
from catalog_tool.linter.reporters import Summary, reporter
from catalog_tool.model.diagnostic import Diagnostic, Fix, Severity, Suggestion
from catalog_tool.model.edits import Edit
from catalog_tool.text.github_markdown import MOST_CHARACTERS
from tests.checking import check_text, entry_text
from tests.linter.reporters.samples import HOSTILE, SAMPLES, diagnostic
from tests.text.markup.github import render

WARNING = diagnostic(severity=Severity.WARNING)
NOTE = diagnostic(severity=Severity.INFO)
NASTY = (
    "@admin",
    "#1",
    "GH-1",
    "contoso/catalog#1",
    "fixes #2",
    "closes https://github.com/contoso/catalog/issues/3",
    "https://evil.com",
    "www.evil.com",
    "anna@evil.com",
    "[click](https://evil.com)",
    "![](https://evil.com/x.png)",
    "<img src=x onerror=alert(1)>",
    "<!-- ",
    "</td></tr></table>",
    "&lt;b&gt;",
    "```",
    "````suggestion",
    "~~~",
    "`code`",
    "**bold**",
    "_it_",
    "~~gone~~",
    "$x^2$",
    "a | b \\| c",
    ":tada:",
    "[^1]",
    "d0c0ffee5",
    "# heading",
    "- [ ] task",
    "\\",
    " ",
    "\n",
    "\r",
)
ANY_TEXT = st.lists(st.sampled_from(NASTY) | st.characters(), max_size=12).map("".join)
SECTION = """\
**❌ The check failed.** 1 error in 1 file. `catalog check --fix` can fix it.

❌ **CAT103 insecure-link** in partners/contoso.yaml:2:10: The website is not https.

```text
  2 | website: http://contoso.com
    |          ^^^^^^^^^^^^^^^^^^
```

Hint: Use it:

```yaml
website: x
```

Fix: write it (`catalog check --fix` does this, in place of line 2)

```suggestion
website: x
```
"""
OURS = {*"p strong pre code".split()}
FINDING = re.compile(r"^(?:❌|⚠️|i) \*\*CAT103 insecure-link\*\*", re.MULTILINE)


def report(*diagnostics: Diagnostic, strict: bool = False, files: int = 4) -> str:
    return reporter("markdown")(diagnostics, Summary.of(diagnostics, files, strict=strict))


def test_a_clean_run_is_one_line() -> None:
    assert report() == "**✅ The check passed.** 4 files checked: no problems.\n"


@pytest.mark.parametrize(
    ("diagnostics", "strict", "verdict"),
    [
        ([diagnostic()], False, "❌ The check failed."),
        ([WARNING], False, "⚠️ The check passed."),
        ([WARNING], True, "❌ The check failed."),
        ([NOTE], True, "✅ The check passed."),
    ],
)
def test_it_begins_with_the_verdict(
    diagnostics: list[Diagnostic], verdict: str, *, strict: bool
) -> None:
    assert report(*diagnostics, strict=strict).startswith(f"**{verdict}** 1 ")


def test_a_problem_is_shown_once_with_its_place_hint_and_fix() -> None:
    fix = Fix("write it", (Edit(9, 13, "https"),), suggestion=Suggestion(2, 2, "website: x\n"))
    found = diagnostic(message="The website is not https.", hint="Use it:\nwebsite: x", fix=fix)
    assert report(found) == SECTION


def test_problems_are_in_the_order_of_the_report() -> None:
    marks = [found.group()[0] for found in FINDING.finditer(report(*SAMPLES))]
    assert "".join(marks) == "❌❌❌⚠⚠i"


# Suggestions


@pytest.mark.parametrize(
    "part",
    [
        "website: http://www.contoso.com\n",
        "applications:\n  - SAP ECC # remark\n  - IBM RACF\n",
        "applications:\n  - IBM RACF\n  - IBM RACF\n",
        "applications: [SAP ECC, IBM RACF]",
        "description: One\u00a0gateway.\n",
    ],
)
def test_a_suggestion_changes_the_lines_as_the_fix_does(part: str) -> None:
    text = entry_text(part)
    fixable = [found for found in check_text(part) if found.fix]
    assert fixable
    for found in fixable:
        assert found.fix
        proposed = found.fix.suggestion
        assert proposed
        lines = text.splitlines(keepends=True)
        lines[proposed.first_line - 1 : proposed.last_line] = [proposed.text]
        assert "".join(lines) == apply_fixes(text, [found], unsafe=True)
        block = f"```suggestion\n{proposed.text}".replace("\r\n", "\n")
        assert block in report(found)


def test_lines_are_deleted_by_an_empty_suggestion() -> None:
    fix = Fix("delete it", (Edit(0, 9, ""),), suggestion=Suggestion(2, 3, ""))
    shown = report(diagnostic(fix=fix))
    assert "in place of lines 2 to 3)\n\n```suggestion\n```\n" in shown


def test_a_suggestion_with_invisible_characters_is_not_shown() -> None:
    fix = Fix("write", (Edit(0, 9, "a\u200bb"),), suggestion=Suggestion(2, 2, "a\u200bb\n"))
    shown = report(diagnostic(fix=fix))
    assert "Fix: write (`catalog check --fix` does this)" in shown
    assert "```suggestion" not in shown


@pytest.mark.parametrize("backticks", [3, 30, 300])
def test_a_suggestion_cannot_end_its_block(backticks: int) -> None:
    """GitHub's parser counts no more than 255 characters of a fence."""
    text = f"  {'`' * backticks}\n  @admin\n"
    fix = Fix("write it", (Edit(0, 9, ""),), suggestion=Suggestion(2, 3, text))
    shown = report(diagnostic(hint=f"Write:\n{text}", fix=fix))
    assert render(shown).acted_on == []
    is_whole = f"{'`' * (backticks + 1)}suggestion\n{text}" in shown
    assert is_whole or "Fix: write it (`catalog check --fix` does this)" in shown


def test_a_long_change_has_no_suggestion() -> None:
    names = [f"  - Application {number:04}\n" for number in range(200)]
    (found,) = check_text("applications:\n" + "".join(reversed(names)))
    assert found.fix
    assert found.fix.suggestion is None


# Strangers


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
@example("``` ` |", "@admin fixes #1 | <b>", "x\n```\n@admin", "```\n@admin")
@example("a.yaml", HOSTILE, HOSTILE, HOSTILE)
@example("a.yaml", "\\", "`\\", "\\|")
def test_text_of_a_stranger_is_inert(path: str, message: str, hint: str, excerpt: str) -> None:
    lines = f"{excerpt}\n".replace("\r", "")
    fix = Fix(message, (Edit(0, 1, ""),), suggestion=Suggestion(1, 1, lines))
    shown = report(diagnostic(excerpt, path=f"p{path}", message=message, hint=hint, fix=fix))
    rendered = render(shown)
    assert set(rendered.tags) <= OURS
    assert len(FINDING.findall(shown)) == rendered.tags.count("strong") - 1 == 1
    assert (rendered.targets, rendered.acted_on) == ([], [])
    assert not set(shown) & set("\r\x1b\u202e\u200b")


@given(st.text(string.printable.replace("\r", "").replace("\n", ""), max_size=40))
def test_a_reader_sees_what_was_written(message: str) -> None:
    shown = render(report(diagnostic(message=f"x{message}x"))).text
    expected = f"x{message}x".replace("\t", "\\t").replace("\x0b", "\\x0b").replace("\x0c", "\\x0c")
    assert shown.count(expected) == 1 or "##[" in message


# Length


@pytest.mark.parametrize("message", ["short", "@" * 100_000, "x" * 100_000, "`" * 1_000])
def test_it_fits_in_a_comment_and_counts_the_rest(message: str) -> None:
    many = [diagnostic(message=message, hint=f"{message}\n{message}")] * 2_000
    shown = report(*many, *[WARNING] * 3)
    assert len(shown) <= MOST_CHARACTERS
    listed = len(FINDING.findall(shown))
    assert listed >= 2
    left = 2_000 - listed
    assert f"\nNot shown: {left} errors, 3 warnings in 1 file. " in shown
    assert render(shown).tags.count("strong") == listed + 1


def test_what_fits_is_shown_whole() -> None:
    shown = report(*[diagnostic()] * 50)
    assert len(FINDING.findall(shown)) == 50
    assert "Not shown" not in shown
