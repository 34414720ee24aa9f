"""Text, Markdown and JSON of a difference: inert, bounded, and consistent."""

import json
import re
from dataclasses import fields

import pytest
from hypothesis import example, given

from catalog_tool.contributions.diff import Difference
from catalog_tool.contributions.diff.changes import (
    AlphabetPosition,
    Fate,
    Kind,
    NameDifference,
    PageDifference,
    PartnerDifference,
    ProseChanged,
    Run,
    RunKind,
    TextDifference,
    Unreadable,
    WordsChanged,
)
from catalog_tool.linter.reporters import FORMATS
from catalog_tool.model.changes import GroupChanged, ListChanged, OrderChanged, ValueChanged
from catalog_tool.text.github_markdown import MOST_CHARACTERS
from tests.contributions.diff.catalogs import BASE_COMMIT, HEAD_COMMIT, difference, entries, said
from tests.linter.reporters.samples import HOSTILE
from tests.linter.reporters.test_markdown import ANY_TEXT
from tests.text.markup.github import render

OURS = {*("p", "h3", "ul", "li", "strong", "details", "summary", "del", "ins", "sub", "code")}


def hostile(text: str) -> Difference:
    """Return a difference with every kind of change, in which a stranger wrote every text."""
    facts = (
        ValueChanged("contact", text, text + "x"),
        ValueChanged("name", "", text),
        ValueChanged("tested_on", "", text),
        ListChanged("applications", (text, text), (text,)),
        OrderChanged("links"),
        GroupChanged(text, text, ()),
        GroupChanged(text, text, (text, text)),
        WordsChanged(1, 2),
        ProseChanged("description", tuple(Run(kind, text) for kind in RunKind)),
        ProseChanged("applications_note", (Run(RunKind.ADDED, text),)),
    )
    return Difference(
        tuple(
            PartnerDifference(kind, text, text, text, AlphabetPosition(text, text), facts)
            for kind in Kind
        ),
        tuple(TextDifference(kind, text, (*facts[3:5], *facts[-1:])) for kind in Kind),
        tuple(PageDifference(fate, text, text, text + "x", text) for fate in Fate),
        tuple(NameDifference(kind, "application", text, facts[:4]) for kind in Kind),
        (Unreadable(text, 1, 0), Unreadable(text, 0, 2)),
        (text, text),
    )


@given(ANY_TEXT)
@example(HOSTILE)
@example("$a")
@example("a$")
@example("</details><del>")
@example("fixes #1 @admin")
def test_a_strangers_text_is_inert_in_a_comment(text: str) -> None:
    shown = said(hostile(text), "markdown")
    rendered = render(shown)
    assert set(rendered.tags) <= OURS
    long_texts = sum(len(text) * runs > 600 for runs in (len(RunKind), 1))
    folds = 2 + 3 * long_texts + 1 + 3 * (len(text) > 600) + 2
    assert rendered.tags.count("details") == rendered.tags.count("summary") == folds
    assert (rendered.targets, rendered.acted_on) == ([], [])
    assert not set(shown) & set("\r\x1b\u202e\u200b")


@given(ANY_TEXT)
@example(HOSTILE)
def test_a_strangers_text_is_inert_on_a_terminal_and_in_a_log(text: str) -> None:
    shown = said(hostile(text))
    ordinary = said(hostile("x"))
    assert len(shown.splitlines()) == len(ordinary.splitlines())
    assert not set(shown) & set("\r\x1b\u202e\u200b")
    assert not re.search(r"^\s*::|##\[", shown, re.MULTILINE)


@given(ANY_TEXT)
@example(HOSTILE)
def test_json_keeps_every_text_and_contains_no_command(text: str) -> None:
    written = said(hostile(text), "json")
    assert written.isascii()
    assert "##[" not in written
    whole = json.loads(written)
    assert whole["partners"][0]["facts"][0]["before"] == text
    assert whole["unseen"] == [text, text]


def test_json_has_the_shape_of_the_contract() -> None:
    before = entries(contoso="applications: [IBM RACF]\n")
    after = entries(contoso="applications: [SAP ECC]\ndescription: One new gateway.\n")
    whole = json.loads(said(difference(before, after), "json"))
    assert list(whole) == [
        *("version", "base", "head", "summary"),
        *("partners", "texts", "pages", "names", "unreadable", "unseen"),
    ]
    assert (whole["version"], whole["base"], whole["head"]) == (1, BASE_COMMIT, HEAD_COMMIT)
    (partner,) = whole["partners"]
    assert partner.keys() == {field.name for field in fields(PartnerDifference)}
    assert partner["facts"][0] == {
        "kind": "list",
        "field": "applications",
        "added": ["SAP ECC"],
        "removed": ["IBM RACF"],
    }
    assert partner["facts"][1]["kind"] == "prose"
    assert partner["facts"][1]["runs"][0] == {
        "kind": "removed",
        "text": "This gateway provisions accounts in mainframe applications.",
    }
    assert partner["facts"][2] == {"kind": "words", "before": 9, "after": 5}
    assert {page["fate"] for page in whole["pages"]} == {"appears", "vanishes"}
    assert json.loads(said(difference(before, after), "json", head=""))["head"] is None


@pytest.mark.parametrize("text", ["", "x"])
def test_json_counts_what_it_lists(text: str) -> None:
    whole = json.loads(said(hostile(text), "json"))
    summary = whole["summary"]
    for kind, number in summary["partners"].items():
        assert number == sum(found["kind"] == kind for found in whole["partners"])
    for fate, number in summary["pages"].items():
        assert number == sum(found["fate"] == fate for found in whole["pages"])
    for name in ("texts", "names", "unreadable", "unseen"):
        assert summary[name] == len(whole[name])


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_that_nothing_changes(name: str) -> None:
    shown = said(Difference(), name)
    assert shown.endswith("\n")
    assert "Nothing changes for readers." in shown or json.loads(shown)["partners"] == []


@pytest.mark.parametrize("text", ["x", "@" * 1_000, "$" * 1_000, "\u202e" * 1_000])
def test_markdown_of_thousands_of_files_fits_into_a_comment(text: str) -> None:
    many = 1_000
    whole = hostile(text)
    everything = Difference(*(getattr(whole, field.name) * many for field in fields(Difference)))
    shown = said(everything, "markdown")
    assert len(shown) <= MOST_CHARACTERS
    assert len(re.findall(r"^- … and [0-9,]+ more$", shown, re.MULTILINE)) == 6
    assert "Partners: 1,000 new, 1,000 removed, 1,000 renamed, 1,000 changed" in shown
    rendered = render(shown)
    assert rendered.tags.count("details") == shown.count("</details>")


def test_markdown_shows_a_short_change_of_a_text() -> None:
    before = entries(contoso="description: It is fast.\n")
    after = entries(contoso="description: It is very fast.\n")
    assert said(difference(before, after), "markdown") == (
        "**What readers will see.** Partners: 1 changed.\n\n"
        "- **Contoso**: description changed, 5 → 6 words\n\n"
        "  description: It is <ins>very</ins> fast.\n\n\n"
        "<sub>Compared `bbbbbbbbbbbb` with the result of merging `eeeeeeeeeeee`.</sub>\n"
    )


def test_markdown_folds_a_long_change_and_a_new_text() -> None:
    long = " ".join(f"word{number}" for number in range(100))
    before = entries(contoso="description: It is fast.\n")
    after = entries(contoso=f"description: It is {long} fast.\n", fabrikam="")
    shown = said(difference(before, after), "markdown")
    assert shown.count("\n  <details><summary>Description</summary>\n") == 2
    assert f"\n  It is <ins>{long}</ins> fast.\n" in shown
