"""Validation of a tree: one problem per mistake, at its place, and a draft of the rest."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.loader.entry import read_entry, read_source
from catalog_tool.loader.schema.validate import draft, validate
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.partner import DraftPartner, Partner
from catalog_tool.model.source import Source
from catalog_tool.model.vocabulary import Vocabulary
from tests.checking import entry_text
from tests.own_fields import MODEL


def read(text: str) -> Source:
    source, problems = read_source("partners/contoso.yaml", text)
    assert problems == ()
    assert source.root is not None
    return source


def found(text: str) -> list[Problem]:
    return list(validate(read(text), MODEL)[1])


def drafted(text: str) -> Partner:
    source = read(text)
    return draft(source, validate(source, MODEL)[1], MODEL)


def test_a_valid_entry_is_a_partner() -> None:
    partner, problems = validate(read(entry_text()), Partner)
    assert problems == ()
    assert partner is not None
    assert partner.is_complete
    assert partner.applications == ("IBM RACF",)


# Part of an entry, and rule, place and message of its only problem.
ONE_PROBLEM = {
    "unknown": ("color: blue\n", "unknown-key", ("color",), "'color' isn't a valid key."),
    "empty": ("description:\n", "empty-value", ("description",), "'description' is empty."),
    "element": (
        "interfaces: [rest, '']\n",
        "empty-value",
        ("interfaces", 1),
        "A value in 'interfaces' is empty.",
    ),
    "list for text": (
        "website: [https://www.contoso.com/]\n",
        "wrong-shape",
        ("website",),
        "'website' must be text, not a list.",
    ),
    "keys for a list": (
        "directions: {outbound: yes}\n",
        "wrong-shape",
        ("directions",),
        "'directions' must be a list, not keys with values.",
    ),
    "choice": (
        "directions: [upward]\n",
        "invalid-value",
        ("directions", 0),
        "'upward' isn't one of the allowed values.",
    ),
    "nested": (
        "links:\n  - label: Guide\n    url: guide.html#a b\n",
        "malformed-link",
        ("links", 0, "url"),
        "'guide.html#a b' contains a space.",
    ),
    "group": (
        "applications: {Mainframe: []}\n",
        "empty-value",
        ("applications", "Mainframe"),
        "'Mainframe' is empty.",
    ),
    "long": (
        f"tested_by: {'x' * 501}\n",
        "invalid-value",
        ("tested_by",),
        f"'{'x' * 59}…' has 501 characters, but at most 500 are allowed.",
    ),
    "many": (
        "directions: [outbound, inbound, outbound]\n",
        "invalid-value",
        ("directions",),
        "'directions' has more than 2 values.",
    ),
}


@pytest.mark.parametrize(
    ("part", "rule", "where", "message"), ONE_PROBLEM.values(), ids=ONE_PROBLEM
)
def test_one_mistake_is_one_problem(
    part: str, rule: str, where: tuple[str | int, ...], message: str
) -> None:
    (problem,) = found(entry_text(part))
    assert (problem.rule, problem.where, problem.message) == (rule, where, message)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: Contoso\n", {"website", "contact", "description"}),
        (entry_text().replace("website:", "web_site:"), set()),
        (entry_text().replace("description:", "Description:"), set()),
        (entry_text("links:\n  - lable: Guide\n    url: https://docs.contoso.com/\n"), set()),
        (entry_text("links:\n  - color: Guide\n    url: https://docs.contoso.com/\n"), {"label"}),
    ],
)
def test_a_misspelled_key_is_not_missing_too(text: str, expected: set[str]) -> None:
    missing = [problem for problem in found(text) if problem.rule.startswith("missing")]
    assert {problem.message.split("'")[1] for problem in missing} == expected


def test_a_missing_key_points_at_its_mapping() -> None:
    (problem,) = found(entry_text("links:\n  - url: https://docs.contoso.com/\n"))
    assert (problem.rule, problem.where) == ("missing-key", ("links", 0))
    assert problem.hint == "Add 'label'. For example: label: Marketplace listing"


def test_keys_of_the_vocabulary_are_not_explained_by_those_of_an_entry() -> None:
    source = read("categories:\n  erp:\n    name: ERP\n    descripton: Planning.\n")
    (problem,) = validate(source, Vocabulary)[1]
    assert (problem.where, problem.on_key) == (("categories", "erp", "descripton"), True)
    assert problem.hint == "Did you mean 'description'?"


def test_a_value_with_a_hidden_character_is_left_to_that_rule() -> None:
    source = read(entry_text('website: "https://www.contoso\\u200b.com/"\n'))
    partner, problems = validate(source, Partner)
    assert (partner, problems) == (None, ())


def test_a_draft_keeps_what_can_be_read() -> None:
    partner = drafted(
        "name: Contoso\n"
        "website: http://www.contoso.com/\n"
        "contact: sales@contoso.com\n"
        "applications:\n  - Alpha\n  - Mainframe: Beta\n  - Gamma\n"
        "color: blue\n"
        "links:\n  - label: Guide\n"
        "directions: outbound\n"
    )
    assert not partner.is_complete
    assert (partner.name, partner.website, partner.contact) == ("Contoso", "", "sales@contoso.com")
    assert partner.applications == ("Alpha", "", "Gamma")
    assert partner.description == ""
    assert partner.links == ()
    assert partner.fields == {}


KEYS = st.sampled_from([*Partner.model_fields, "color", "Name", "label", "url", ""])
VALUES = st.recursive(
    st.sampled_from(["", " ", "Alpha", "https://www.contoso.com/", "rest", "2026-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=8))
def test_any_file_becomes_a_partner_a_draft_or_a_problem(data: object) -> None:
    source, problems = read_source("partners/contoso.yaml", json.dumps(data))
    if source.root is None:
        assert problems
        return
    entry, problems = read_entry("contoso", source)
    if entry is None:
        assert [(problem.rule, problem.where) for problem in problems] == [("wrong-shape", ())]
        return
    assert isinstance(entry.partner, DraftPartner) is bool(problems)
    for problem in problems:
        assert problem.rule
        assert problem.message.endswith(".")
        assert source.node(problem.where) is not None
