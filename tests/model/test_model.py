"""The values that an entry can have."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from catalog_tool.loader.yaml import parse_source
from catalog_tool.model.nodes import plain
from catalog_tool.model.partner import DraftPartner, Link, Partner
from catalog_tool.model.values import DRAFT
from tests.loader.entries import ENTRY
from tests.own_fields import MODEL

COMPLETE: dict[str, Any] = {
    "name": "Contoso",
    "website": "https://contoso.com",
    "contact": "sales@contoso.com",
    "description": "Connects mainframes.\n",
    "applications": ("IBM RACF",),
}


def partner(**values: object) -> Partner:
    return MODEL.model_validate(COMPLETE | values)


def faults(**values: object) -> list[tuple[tuple[int | str, ...], str]]:
    """Return place and kind of each schema error."""
    with pytest.raises(ValidationError) as refused:
        partner(**values)
    return [(error["loc"], error["type"]) for error in refused.value.errors()]


def test_the_entry_of_the_tests_is_complete() -> None:
    source, _ = parse_source("x", ENTRY)
    assert source.root
    read = MODEL.model_validate(plain(source.root))
    assert read.is_complete
    assert read.links[0] == Link(label="SDK", url="https://contoso.com/sdk")


@pytest.mark.parametrize("key", ["name", "website", "contact", "description"])
def test_a_required_key_is_missed(key: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Partner.model_validate({name: value for name, value in COMPLETE.items() if name != key})
    assert [(error["loc"], error["type"]) for error in refused.value.errors()] == [
        ((key,), "missing")
    ]


def test_an_unknown_key_is_refused_at_every_level() -> None:
    assert faults(phone="x") == [(("phone",), "extra_forbidden")]
    link = {"label": "a", "url": "https://a.com", "title": "x"}
    assert faults(links=(link,)) == [(("links", 0, "title"), "extra_forbidden")]


@pytest.mark.parametrize("value", [1, 1.1, True, None, b"x", ("x",), {"x": "y"}])
@pytest.mark.parametrize("key", ["name", "website", "contact", "description"])
def test_text_is_text_and_nothing_is_coerced(key: str, value: object) -> None:
    ((where, kind),) = faults(**{key: value})
    assert (where, kind) == ((key,), "string_type")


@pytest.mark.parametrize("value", ["x", {"a": "b"}, None, 1])
@pytest.mark.parametrize("key", ["links", "interfaces", "directions", "maintainers"])
def test_a_list_is_a_list(key: str, value: object) -> None:
    assert faults(**{key: value}) == [((key,), "tuple_type")]


def test_a_partner_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        partner().name = "Other"  # type: ignore[misc]


@pytest.mark.parametrize("value", ["", " ", "\n", "\t \n"])
@pytest.mark.parametrize(
    "key", ["name", "website", "contact", "description", "applications_note", "tested_by"]
)
def test_a_value_without_text_is_empty(key: str, value: str) -> None:
    assert faults(**{key: value}) == [((key,), "empty-value")]


@pytest.mark.parametrize(
    ("key", "most"),
    [("name", 100), ("applications_note", 500), ("tested_by", 500), ("description", 10_000)],
)
def test_length_is_an_exact_bound(key: str, most: int) -> None:
    partner(**{key: "a" * most})
    assert faults(**{key: "a" * (most + 1)}) == [((key,), "invalid-value")]


@pytest.mark.parametrize(
    "name", ["NO", "1.10", "012", "2024-02-30", "null", "~", "Zürich", "東京", "A&B", "<b>", "C++"]
)
def test_a_name_is_any_text_on_one_line(name: str) -> None:
    assert partner(name=name).name == name


@pytest.mark.parametrize("name", ["two\nlines", " x", "x ", "x\n", "x  y", "x\ty", "x\ry"])
def test_a_name_has_single_spaces_between_its_words(name: str) -> None:
    assert faults(name=name) == [(("name",), "invalid-value")]
    assert faults(applications=(name,)) == [(("applications", "list", 0), "invalid-value")]


def test_an_untidy_name_is_suggested_tidy() -> None:
    with pytest.raises(ValidationError) as refused:
        partner(name=" Contoso \t Identity\n")
    context = refused.value.errors()[0]["ctx"]
    assert context["suggestion"] == "Contoso Identity"


@pytest.mark.parametrize("note", ["a *line*", "folded to a line\n"])
def test_a_note_is_one_line(note: str) -> None:
    assert partner(applications_note=note).applications_note == note
    assert faults(applications_note=f"{note}\nmore") == [(("applications_note",), "invalid-value")]


@pytest.mark.parametrize(
    ("contact", "rule"),
    [
        ("https://contoso.com/contact", None),
        ("sales@contoso.com", None),
        ("https://contoso.com/@sales", None),
        ("http://contoso.com", "insecure-link"),
        ("contoso.com/contact", "insecure-link"),
        ("mailto:sales@contoso.com", "malformed-link"),
        ("sales@contoso", "malformed-link"),
        ("a@contoso.com, b@contoso.com", "malformed-link"),
        ("Sales <sales@contoso.com>", "malformed-link"),
        ("sales@contoso.com?bcc=x@y.com", "malformed-link"),
        ("https://user@contoso.com/", "malformed-link"),
        ("+49 30 123", "malformed-link"),
    ],
)
def test_a_contact_is_a_page_or_one_email_address(contact: str, rule: str | None) -> None:
    if rule:
        assert faults(contact=contact) == [(("contact",), rule)]
    else:
        assert partner(contact=contact).contact == contact


@pytest.mark.parametrize("key", ["website", "applications_url"])
def test_a_page_is_not_an_email_address(key: str) -> None:
    assert faults(**{key: "sales@contoso.com"}) == [((key,), "insecure-link")]


@pytest.mark.parametrize("day", ["2026-05-04", "2024-02-29", "0001-01-01"])
def test_days_of_the_calendar(day: str) -> None:
    assert partner(tested_on=day).tested_on == day


@pytest.mark.parametrize(
    "day",
    [
        "2026-5-4",
        "04.05.2026",
        "20260504",
        "2026-W01-1",
        "2026-02-30",
        "2025-02-29",
        "2026-13-01",
        "0000-01-01",
        "2026-05-04T00:00",
        "٢٠٢٦-٠٥-٠٤",
        "2026-05-04\n",
        "yesterday",
    ],
)
def test_a_day_that_is_not_in_the_calendar(day: str) -> None:
    assert faults(tested_on=day) == [(("tested_on",), "invalid-value")]


@pytest.mark.parametrize("login", ["contoso-anna", "a", "A1", "a" * 39])
def test_github_logins(login: str) -> None:
    assert partner(maintainers=(login,)).maintainers == (login,)


@pytest.mark.parametrize(
    "login", ["@anna", "-anna", "anna-", "an--na", "an na", "änna", "a" * 40, "a\n"]
)
def test_a_text_that_is_not_a_github_login(login: str) -> None:
    assert faults(maintainers=(login,)) == [(("maintainers", 0), "invalid-value")]


def test_interfaces_and_directions_are_words_of_our_catalog() -> None:
    known = partner(interfaces=("scim", "rest"), directions=("outbound", "inbound"))
    assert known.fields == {"interfaces": ("scim", "rest"), "directions": ("outbound", "inbound")}
    assert faults(interfaces=("SCIM",)) == [(("interfaces", 0), "literal_error")]
    assert faults(directions=("both",)) == [(("directions", 0), "literal_error")]


@pytest.mark.parametrize(
    ("key", "value", "most"),
    [
        ("links", {"label": "a", "url": "https://a.com"}, 20),
        ("interfaces", "scim", 10),
        ("directions", "inbound", 2),
        ("maintainers", "anna", 20),
    ],
)
def test_lists_have_a_longest_length(key: str, value: object, most: int) -> None:
    partner(**{key: (value,) * most})
    assert faults(**{key: (value,) * (most + 1)}) == [((key,), "too_long")]


def test_applications_are_a_list_or_groups_of_lists() -> None:
    listed = partner(applications=("b", "a"))
    assert list(listed.listed_applications()) == [
        (("applications", 0), "b"),
        (("applications", 1), "a"),
    ]
    grouped = partner(applications={"G": ("b", "a"), "H": ("c",)})
    assert list(grouped.listed_applications()) == [
        (("applications", "G", 0), "b"),
        (("applications", "G", 1), "a"),
        (("applications", "H", 0), "c"),
    ]
    assert list(grouped.application_lists()) == [
        (("applications", "G"), ("b", "a")),
        (("applications", "H"), ("c",)),
    ]


def test_without_applications_there_are_no_lists() -> None:
    without = {key: value for key, value in COMPLETE.items() if key != "applications"}
    assert list(Partner.model_validate(without).application_lists()) == []


@pytest.mark.parametrize(
    ("applications", "where"),
    [
        ((), ("applications", "list")),
        ({}, ("applications", "groups")),
        ({"G": ()}, ("applications", "groups", "G")),
        (("",), ("applications", "list", 0)),
        ({" ": ("a",)}, ("applications", "groups", " ", "[key]")),
        ("RACF", ("applications", "list")),
        ({"G": "RACF"}, ("applications", "groups", "G")),
        ((("RACF",),), ("applications", "list", 0)),
    ],
)
def test_applications_of_another_shape(applications: object, where: tuple[int | str, ...]) -> None:
    assert [place for place, _ in faults(applications=applications)] == [where]


def test_addresses_are_listed_with_their_places() -> None:
    found = partner(
        applications_url="https://a.com", links=({"label": "x", "url": "https://b.com"},)
    )
    assert dict(found.addresses()) == {
        ("website",): "https://contoso.com",
        ("contact",): "sales@contoso.com",
        ("applications_url",): "https://a.com",
        ("links", 0, "url"): "https://b.com",
    }


def test_a_draft_may_have_holes_and_says_so() -> None:
    draft = DraftPartner.model_validate({"name": "Contoso", "website": ""}, context=DRAFT)
    assert not draft.is_complete
    assert draft.name == "Contoso"
    assert list(draft.addresses()) == []
    assert list(draft.application_lists()) == []


def test_a_draft_still_refuses_another_shape() -> None:
    with pytest.raises(ValidationError):
        DraftPartner.model_validate({"name": ("x",)}, context=DRAFT)
