"""The values of an entry, filled in and submitted, are read back unchanged."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalog_tool.contributions.issue_form.parse import NO_ANSWER, NOTHING, read_submission
from catalog_tool.model.catalog import Entry
from catalog_tool.model.entry_template import choices
from catalog_tool.model.entry_yaml import values_of
from catalog_tool.model.nodes import Plain
from tests.contributions.issue_form.bodies import VALUES, fill_form
from tests.own_fields import MODEL
from tests.site.exporters.catalogs import own_publication

OWN = own_publication()
WORDS = [
    *("Contoso", "RACF", "AS/400", "C#", "a_b", "*", "-", "+", "•", "1.", "#", "###", ">", "|"),
    *("A: B", "Mainframe:", ":", "- x", "- [x]", "[ ]", "scim", "Name", "_No", "response_", "é"),
    *("Epic, Inc.", "(a, b)", ";", "1)", "–", "\uf0b7", "o\tx", "[Docs](https://a.com)", "N/A"),
    *("```", "~~~", "<!--", "-->", "@octocat", "#12", "\\", "`", "字", "😀", "https://a.com"),
]
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def is_writable(text: str) -> bool:
    """Return whether a body can contain a text, because no line of it has a meaning of its own."""
    says_nothing = text.strip().casefold().rstrip(".") in {NO_ANSWER.casefold(), *NOTHING}
    return not says_nothing and not any(line.startswith("### ") for line in text.split("\n"))


line = phrases.filter(is_writable)
# A heading is a line that ends with a colon; with a leading dash, it would be a name.
heading = line.filter(lambda text: text[0] not in "-*+•–\uf0b7o")
# The bullets of word processors become those of Markdown.
sentence = line.filter(lambda text: text[0] not in "•–\uf0b7")
prose = st.lists(sentence | st.just(""), min_size=1, max_size=4).map("\n".join)
descriptions = prose.filter(lambda text: bool(text.strip())).map(lambda text: text.strip("\n"))
names = st.lists(line, min_size=1, max_size=4).map(tuple)
addresses = st.sampled_from(["https://a.com", "https://b.com/x_(y)?a=1&copy=2"])


def link_of(facts: tuple[str, str]) -> Plain:
    """Return a link with a label and an address."""
    return dict(zip(("label", "url"), facts, strict=True))


link = st.tuples(line, addresses).map(link_of)


def sort_entries(key: str) -> st.SearchStrategy[Plain]:
    """Draw some of the choices of a key, in the order of the form."""
    every = choices(key, MODEL)
    chosen = st.sets(st.sampled_from(every), min_size=1)
    return chosen.map(lambda some: tuple(each for each in every if each in some))


REQUIRED: dict[str, st.SearchStrategy[Plain]] = {
    "name": line,
    "website": addresses,
    "contact": addresses | st.just("sales@acme.com"),
    "description": descriptions.filter(is_writable).map("{}\n".format),
}
OPTIONAL: dict[str, st.SearchStrategy[Plain]] = {
    "applications": names | st.dictionaries(heading, names, min_size=1, max_size=3),
    "applications_note": line,
    "applications_url": addresses,
    "links": st.lists(link, min_size=1, max_size=3).map(tuple),
    "former_names": names,
    "products": names,
    "summary": line,
    "interfaces": sort_entries("interfaces"),
    "directions": sort_entries("directions"),
    "tested_on": st.dates().map(str),
    "tested_by": line,
    "maintainers": st.lists(st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True), min_size=1).map(tuple),
}
entries = st.fixed_dictionaries(REQUIRED, optional=OPTIONAL)


def test_the_samples_have_every_key() -> None:
    every = {key for values in (SAMPLE, VALUES) for key in values}
    assert every == set(MODEL.by_key()) - {"logo"}


SAMPLE: dict[str, Plain] = {
    **VALUES,
    "applications": {"Mainframe": ("CA ACF2", "- [x]"), "A: B": ("Epic:",)},
    "applications_note": "3 of *200*",
    "applications_url": "https://a.com",
    "links": ({"label": "Docs: all", "url": "https://a.com"},),
    "former_names": ("Wingtip", "Tailspin: Labs"),
    "products": ("Gate, 2.0",),
    "summary": "Fast gateways",
    "interfaces": ("rpa", "scim"),
    "directions": ("inbound",),
    "tested_on": "2026-05-04",
    "tested_by": "A full cycle",
    "maintainers": ("octocat", "hubot"),
}


@settings(max_examples=40)
@given(entries)
@example(SAMPLE)
@example(VALUES)
def test_it_is_read_back(values: dict[str, Plain]) -> None:
    submission = read_submission(fill_form(values), OWN)
    assert submission.mistakes == ()
    assert submission.values == values


@settings(max_examples=40)
@given(entries)
def test_windows_line_breaks_make_no_difference(values: dict[str, Plain]) -> None:
    body = fill_form(values)
    assert read_submission(body.replace("\n", "\r\n"), OWN) == read_submission(body, OWN)


@pytest.mark.parametrize("entry", OWN.catalog.entries, ids=lambda entry: entry.id)
def test_our_own_entries_are_read_back(entry: Entry) -> None:
    values = values_of(entry.partner)
    assert read_submission(fill_form(values), OWN).values == values


@settings(max_examples=40)
@given(st.text(max_size=200) | prose)
def test_any_text_has_an_answer(body: str) -> None:
    submission = read_submission(body, OWN)
    assert submission.mistakes


@settings(max_examples=40)
@given(entries, st.sampled_from(["### Name", "### Website", "### Nobody's", "###  Contact  "]))
def test_text_in_one_field_cannot_fill_another(values: dict[str, Plain], line: str) -> None:
    smuggled = {**values, "description": f"Text.\n\n```\n{line}\n\nhttps://evil.com\n```\n"}
    submission = read_submission(fill_form(smuggled), OWN)
    assert submission.mistakes
    assert submission.values["website"] == values["website"]
