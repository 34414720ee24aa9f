"""Issues that were edited after the form: each problem with its field and message."""

import pytest

from catalog_tool.contributions.issue_form.parse import read_submission
from catalog_tool.model.nodes import Plain
from catalog_tool.site.form.fields import issue_fields
from tests.contributions.issue_form.bodies import VALUES, fill_form
from tests.site.exporters.catalogs import own_publication

OWN = own_publication()
FIELDS = issue_fields(OWN)
BODY = fill_form({**VALUES, "interfaces": ("rest",)})
EMPTY_LINKS = "### Links\n\n_No response_"
WORKS = "- [X] I work for this company, or it asked me to list its integration."
FAULTS = {
    "a heading with other words": (
        ("### Links", "### Linkz"),
        {"": "The form has no field 'Linkz'.", "Links": "The heading of this field is missing."},
    ),
    "a heading of another level": (
        ("### Links", "#### Links"),
        {"Links": "The heading of this field is missing."},
    ),
    "a heading in other letters": (
        ("### Website", "### WEBSITE"),
        {"": "no field 'WEBSITE'", "Website": "is missing"},
    ),
    "a field twice": (
        ("### Links", "### Website\n\nhttps://evil.com\n\n### Links"),
        {"Website": "The heading of this field appears 2 times."},
    ),
    "a heading inside a block of code": (
        ("- two", "```\n### Contact\n\nevil@evil.com\n```"),
        {"Contact": "The heading of this field appears 2 times."},
    ),
    "text before the form": (
        ("### Name", "Hello!\n\n### Name"),
        {"": "There is text before the first field."},
    ),
    "a box of somebody's own": (
        ("- [X] rest", "- [X] telnet"),
        {"Generic interfaces": "isn't a box of this field."},
    ),
    "a box twice": (
        ("- [X] rest", "- [ ] rest: no\n- [X] rest"),
        {"Generic interfaces": "The box 'rest' appears twice."},
    ),
    "text among boxes": (
        ("- [X] rest", "and also\n- [X] rest"),
        {"Generic interfaces": "'and also' isn't a box of this field."},
    ),
    "names above the first heading": (
        ("Epic\nIBM RACF", "Epic\nMainframe:\nIBM RACF"),
        {"Applications": "'Epic' comes before the first heading, 'Mainframe'."},
    ),
    "several names in a line": (
        ("Epic\nIBM RACF", "Epic, IBM RACF; SAP ECC"),
        {"Applications": "'Epic, IBM RACF; SAP ECC' looks like several names."},
    ),
    "an address without a label": (
        (EMPTY_LINKS, "### Links\n\nhttps://docs.acme.com/"),
        {"Links": "'https://docs.acme.com/' needs both a label and an address."},
    ),
    "a label without an address": (
        (EMPTY_LINKS, "### Links\n\nDocumentation"),
        {"Links": "'Documentation' needs both a label and an address."},
    ),
    "a statement that nobody made": (
        (WORKS, WORKS.replace("X", " ")),
        {"What you confirm": "This box isn't checked: I work for this company"},
    ),
    "a statement in other words": (
        ("I work for this company", "I know this company"),
        {"What you confirm": "This box is missing, or its text was changed: I work"},
    ),
    "a statement both ways": (
        (WORKS, f"{WORKS}\n{WORKS.replace('X', ' ')}"),
        {"What you confirm": "This box appears twice, checked and not checked: I work"},
    ),
    "a statement in a comment": (
        (WORKS, f"<!--\n{WORKS}\n-->\n"),
        {"What you confirm": "This box is missing"},
    ),
}


@pytest.mark.parametrize(("spoiling", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_spoiled_form_is_explained(spoiling: tuple[str, str], expected: dict[str, str]) -> None:
    body = BODY.replace(*spoiling, 1)
    assert body != BODY
    found = {each.field: each.message for each in read_submission(body, OWN).mistakes}
    assert found.keys() == expected.keys()
    for field, message in expected.items():
        assert message in found[field]


DOCS: Plain = ({"label": "Docs", "url": "https://docs.acme.com/"},)
INSECURE_DOCS: Plain = ({"label": "Docs", "url": "http://docs.acme.com/"},)
NAMES = ("Epic", "IBM RACF")
HABITS: dict[str, tuple[str, str, Plain | None]] = {
    "stars": ("applications", "* Epic\n* IBM RACF", NAMES),
    "numbers": ("applications", "1. Epic\n2) IBM RACF", NAMES),
    "signs of a word processor": ("applications", "·\tEpic\n–\xa0 IBM RACF", NAMES),
    "signs of a font of symbols": ("applications", "\uf0b7\tEpic\no\tIBM RACF", NAMES),
    "blank lines and indents": ("applications", "\n  - Epic\n\n    - IBM RACF\n\n", NAMES),
    "a comma in brackets": ("applications", "SAP (ECC, S/4HANA)", ("SAP (ECC, S/4HANA)",)),
    "a name with a comma": ("applications", "- Epic, Inc.", ("Epic, Inc.",)),
    "a number that is a name": ("applications", "7 Geese\n3270", ("7 Geese", "3270")),
    "a list pasted into prose": (
        "description",
        "We connect\n•\tpeople\n\uf0b7  things",
        "We connect\n- people\n- things\n",
    ),
    "a link with a colon": ("links", "Docs: https://docs.acme.com/", DOCS),
    "a link with a dash": ("links", "- Docs – https://docs.acme.com/", DOCS),
    "a link with a comma": ("links", "Docs, https://docs.acme.com/", DOCS),
    "a link without a blank": ("links", "Docs:https://docs.acme.com/", DOCS),
    "a link without a blank and security": ("links", "Docs:http://docs.acme.com/", INSECURE_DOCS),
    "a link on two lines": ("links", "Docs:\nhttps://docs.acme.com/", DOCS),
    "a link of Markdown": ("links", "[Docs](https://docs.acme.com/)", DOCS),
    "logins in a line": (
        "maintainers",
        "octocat, hubot; monalisa",
        ("octocat", "hubot", "monalisa"),
    ),
    "a person for a login": ("maintainers", "Anna Smith", ("Anna Smith",)),
    "nothing in words": ("tested_by", "N/A", None),
    "nothing in other words": ("links", "None.", None),
    "nothing for a list that can be empty": ("applications", "n/a", None),
}


@pytest.mark.parametrize(("key", "written", "expected"), HABITS.values(), ids=HABITS)
def test_other_ways_to_write_an_answer_are_understood(
    key: str, written: str, expected: Plain | None
) -> None:
    (label,) = (each.label for each in FIELDS if each.key == key)
    body = fill_form({name: value for name, value in VALUES.items() if name != key})
    empty = f"### {label}\n\n_No response_"
    assert empty in body
    submission = read_submission(body.replace(empty, f"### {label}\n\n{written}"), OWN)
    assert submission.mistakes == ()
    assert submission.values.get(key) == expected


def test_a_required_field_cannot_be_empty() -> None:
    assert read_submission(fill_form({**VALUES, "name": "None"}), OWN).values["name"] == "None"


def test_an_unedited_form_has_no_problem() -> None:
    assert read_submission(BODY, OWN).mistakes == ()


def test_an_empty_field_has_no_value() -> None:
    assert "_No response_" in BODY
    assert "tested_by" not in read_submission(BODY, OWN).values


@pytest.mark.parametrize("body", ["", "Hello", "### Something", BODY + "x" * 70_000])
def test_an_issue_that_is_not_the_form(body: str) -> None:
    submission = read_submission(body, OWN)
    assert not submission.is_form
    assert submission.values == {}
    assert len(submission.mistakes) == 1


@pytest.mark.parametrize("part", ["\n", " ", "\t", ":\n", "(", "(,", "- ", "•\n", "[", ": h"])
def test_no_answer_takes_quadratic_time(part: str) -> None:
    """With backtracking it would take minutes, so the test only has to end."""
    long = f"x:{part * (60_000 // len(part))}x"
    for key in ("applications", "links", "maintainers", "description"):
        (label,) = (each.label for each in FIELDS if each.key == key)
        body = fill_form({name: value for name, value in VALUES.items() if name != key})
        empty = f"### {label}\n\n_No response_"
        assert read_submission(body.replace(empty, f"### {label}\n\n{long}"), OWN).is_form


def test_many_headings_are_counted() -> None:
    more = "\n".join(f"### Heading {number}" for number in range(2_000))
    mistakes = read_submission(f"{BODY}\n{more}", OWN).mistakes
    expected = "1,995 more headings don't belong to the form."
    assert expected in [each.message for each in mistakes]
    assert len(mistakes) < 20
