"""What cards and rows say of a partner."""

import datetime as dt
from dataclasses import replace

import pytest

from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.partner_facts import applications_line, status_of
from catalog_tool.site.pages.partner_rows import partner_rows
from tests.site.pages.conftest import Publish

VOCABULARY = """\
categories:
  mainframe:
    name: Mainframe
    description: Security managers of mainframes.
applications:
  IBM RACF:
    category: mainframe
    aliases: [RACF]
"""


def line(publication: Publication, *asked: str) -> str:
    (entry,) = publication.catalog.entries
    return str(applications_line(entry, asked, publication=publication))


@pytest.mark.parametrize(
    ("entry", "asked", "expected"),
    [
        ("applications: [RACF]\n", [], "IBM RACF"),
        ("applications: [RACF, IBM RACF, Epic]\n", [], "IBM RACF, Epic"),
        ("applications: [A1, B2, C3]\n", [], "A1, B2, C3"),
        ("applications: [A1, B2, C3, D4, E5]\n", [], "A1, B2, C3, and 2 more"),
        ("applications: [A, B, C, RACF]\n", ["IBM RACF"], "<b>IBM RACF</b>, A, B, and 1 more"),
        ("applications: [A, B, C, D]\n", ["E", "D", "B"], "<b>B</b>, <b>D</b>, A, and 1 more"),
        ("applications: {Cloud: [A1], Other: [B2]}\n", [], "A1, B2"),
        ("applications: ['R&D <b>']\n", ["R&D <b>"], "<b>R&#38;D &#60;b&#62;</b>"),
        ("applications: []\ninterfaces: [sql, rest]\n", [], "Any application through SQL, REST"),
        ("applications: []\n", [], "Lists no applications"),
    ],
)
def test_the_applications_of_an_entry_in_one_line(
    entry: str, asked: list[str], expected: str, publish: Publish
) -> None:
    files = {"partners/_vocabulary.yaml": VOCABULARY, "partners/contoso.yaml": entry}
    assert line(publish(files), *asked) == expected


@pytest.mark.parametrize(
    ("day", "text", "is_fresh"),
    [
        (None, "Tested May 2026", True),
        ("2026-05-04", "Tested May 2026", True),
        ("2027-05-04", "Tested May 2026", True),
        ("2027-05-05", "Tested May 2026, retest due", False),
        ("2027-11-04", "Tested May 2026, retest due", False),
        ("2027-11-05", "Tested May 2026, over a year ago", False),
        ("2028-05-03", "Tested May 2026, over a year ago", False),
        ("2028-05-04", "Tested May 2026, over 2 years ago", False),
    ],
)
def test_the_age_of_a_test_is_in_words(
    day: str | None, text: str, publish: Publish, *, is_fresh: bool
) -> None:
    publication = publish({"partners/contoso.yaml": "tested_on: 2026-05-04\n"})
    dated = replace(publication, day=dt.date.fromisoformat(day) if day else None)
    status = status_of(publication.catalog.entries[0], publication=dated)
    assert status
    assert (status.tested_on, status.text, status.is_fresh) == ("2026-05-04", text, is_fresh)


def test_a_missing_date_is_no_reproach(publish: Publish) -> None:
    publication = publish({"partners/contoso.yaml": ""})
    assert status_of(publication.catalog.entries[0], publication=publication) is None


def test_a_row_is_the_same_on_each_page_but_for_the_application_asked(publish: Publish) -> None:
    publication = publish({"partners/contoso.yaml": "applications: [A1, B2]\n"})
    (entry,) = publication.catalog.entries
    rows = partner_rows(publication)
    assert str(rows.row(entry)) == str(rows.row(entry, "B2")).replace("<b>B2</b>, A1", "A1, B2")
    assert "\0" not in rows.row(entry)
