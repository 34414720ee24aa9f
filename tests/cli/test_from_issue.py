"""``catalog from-issue``: an issue becomes an entry, or the reply says what is left to fix."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Catalog
from tests.contributions.issue_form.bodies import VALUES, fill_form
from tests.hostile.corpus import PAYLOADS
from tests.site.exporters.catalogs import own_publication
from tests.text.markup.github import render

OWN = own_publication()
BODY = fill_form(VALUES)


def outcome(catalog: Catalog, body: str, *arguments: str) -> dict[str, Any]:
    """Run the command as the workflow does, and return its output."""
    result = catalog.run("from-issue", "--format", "json", *arguments, CATALOG_ISSUE_BODY=body)
    assert result.stderr == ""
    said: dict[str, Any] = json.loads(result.stdout)
    assert result.exit_code == (0 if said["is_ready"] else 1)
    return said


def test_a_new_entry_is_written_and_passes_the_check(own_catalog: Catalog) -> None:
    said = outcome(own_catalog, BODY, "--into", "partners")
    assert own_catalog.read("acme-identity.yaml") == said["text"]
    assert own_catalog.run("check", "--strict").exit_code == 0
    assert {key: said[key] for key in ("id", "path", "title", "labels")} == {
        "id": "acme-identity",
        "path": "partners/acme-identity.yaml",
        "title": "Add the entry acme-identity",
        "labels": ["entry"],
    }
    assert not said["is_update"]
    assert said["body"].count("- [x] ") == 4
    assert said["reply"].startswith("<!-- partner-catalog-form -->\n**✅ Thank you")


def test_each_source_of_the_text(own_catalog: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "issue.md"
    file.write_text(BODY, encoding="utf-8")
    from_file = own_catalog.run("from-issue", "--body-file", file, CATALOG_ISSUE_BODY="no")
    from_environment = own_catalog.run("from-issue", CATALOG_ISSUE_BODY=BODY)
    assert from_file.exit_code == 0
    assert from_file.stdout == from_environment.stdout
    assert from_file.stdout.startswith("# yaml-language-server")


def test_without_text_it_cannot_run(own_catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CATALOG_ISSUE_BODY", raising=False)
    result = own_catalog.run("from-issue")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: The text of the issue is missing.\nHint: Pass a file")


@pytest.mark.parametrize(
    ("value", "field", "message", "rule"),
    [
        ({"contact": "http://acme.com"}, "Contact", "doesn't start with", "insecure-link"),
        ({"contact": ""}, "Contact", "The key 'contact' is missing.", "missing-contact"),
        ({"name": ""}, "Name", "The key 'name' is missing.", "missing-key"),
        (
            {"applications": ()},
            "Applications",
            "neither applications nor interfaces",
            "no-applications",
        ),
        ({"description": "word " * 501 + "\n"}, "Description", "501", "too-many-words"),
        ({"website": "https://a.com\nhttps://b.com"}, "Website", "more than", "malformed-link"),
        ({"maintainers": ("Anna Smith",)}, "Maintainers", "isn't a GitHub login", "invalid-value"),
        ({"tested_on": "last spring"}, "Tested on", "isn't a date", "invalid-value"),
    ],
)
def test_a_mistake_is_reported_by_its_field_in_the_words_of_the_check(
    own_catalog: Catalog, value: dict[str, str], field: str, message: str, rule: str
) -> None:
    said = outcome(own_catalog, fill_form({**VALUES, **value}), "--into", "partners")
    (found,) = (each for each in said["remarks"] if each["rule"].endswith(rule))
    assert found["field"] == field
    assert message in found["message"]
    assert f"- **{field}:** " in said["reply"]
    assert rule in said["reply"]
    assert (said["path"], said["body"], said["labels"]) == ("", "", [])
    assert not (own_catalog.root / "partners" / "acme-identity.yaml").exists()


def test_an_unreadable_field_is_not_reported_as_empty_too(own_catalog: Catalog) -> None:
    said = outcome(own_catalog, fill_form(VALUES).replace("Epic\nIBM RACF", "Epic, IBM RACF"))
    (mistake,) = said["remarks"]
    assert (mistake["field"], mistake["rule"]) == ("Applications", "")


def test_safe_fixes_are_applied(own_catalog: Catalog) -> None:
    said = outcome(own_catalog, fill_form({**VALUES, "applications": ("IBM RACF", "AS400")}))
    assert "applications:\n  - IBM i (AS/400)\n  - IBM RACF\n" in said["text"]


def test_a_change_replaces_the_entry_and_says_what_is_removed(own_catalog: Catalog) -> None:
    said = outcome(own_catalog, fill_form({**VALUES, "name": "Aquera"}), "--into", "partners")
    assert said["is_update"]
    assert said["labels"] == ["entry"]
    assert said["title"] == "Change the entry aquera"
    removed = "because you left it empty: `applications_note`, `applications_url`"
    assert removed in said["reply"]
    assert own_catalog.read("aquera.yaml") == said["text"]


def test_a_name_without_latin_letters_gets_its_own_address(own_catalog: Catalog) -> None:
    said = outcome(own_catalog, fill_form({**VALUES, "name": "日本語"}))
    assert said["is_ready"]
    assert said["id"].startswith("partner-")
    assert said["id"] != outcome(own_catalog, fill_form({**VALUES, "name": "日本"}))["id"]


def test_a_name_without_latin_letters_keeps_its_address(own_catalog: Catalog) -> None:
    said = outcome(own_catalog, fill_form({**VALUES, "name": "日本語"}))
    own_catalog.write("nihongo.yaml", said["text"])
    again = outcome(own_catalog, fill_form({**VALUES, "name": "日本語", "contact": "jp@acme.com"}))
    assert (again["id"], again["is_update"], again["remarks"]) == ("nihongo", True, [])


def test_another_kind_of_issue_is_named_as_such(own_catalog: Catalog) -> None:
    said = outcome(own_catalog, "It does not work.")
    assert not said["is_form"]
    assert "The issue has none of the fields of the form." in said["reply"]
    assert "Edit" not in said["reply"]


HOSTILE = [payload for payload in PAYLOADS.values() if "\0" not in payload]


def test_a_reply_shows_hostile_text_without_acting_on_it(own_catalog: Catalog) -> None:
    """One body for all payloads: each as an application, as a heading, and as a whole website."""
    lines = [line for payload in HOSTILE for line in payload.splitlines()]
    tags = set()
    for start in range(0, len(lines), 30):
        some = lines[start : start + 30]
        headings = "\n".join(f"### {line}" for line in some)
        values = {**VALUES, "applications": tuple(some), "website": " ".join(some)}
        said = outcome(own_catalog, f"{fill_form(values)}\n{headings}")
        page = render(said["reply"])
        assert page.acted_on == []
        assert page.targets == []
        tags |= set(page.tags)
    assert tags <= {"p", "strong", "ul", "li", "br", "em", "pre", "code", "details", "summary"}


def test_a_result_in_text_has_no_control_characters(own_catalog: Catalog) -> None:
    body = fill_form({**VALUES, "contact": "\x1b[31mred"})
    result = own_catalog.run("from-issue", CATALOG_ISSUE_BODY=body)
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert result.stdout.startswith("Contact: error")
