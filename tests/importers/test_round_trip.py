"""Importing the published catalog returns the entries that it was published from."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog_tool.importers import identifiers, read_catalog
from catalog_tool.importers.choices import Choices
from catalog_tool.loader.entry import read_entry, read_source
from catalog_tool.loader.schema.unused_keys import UNUSED_KEY
from catalog_tool.model.catalog import Catalog, Entry, sort_entries
from catalog_tool.model.entry_model import Fields, entry_model
from catalog_tool.model.entry_yaml import entry_text, values_of
from catalog_tool.model.messages import messages_of
from catalog_tool.model.nodes import Plain
from catalog_tool.model.partner import Partner
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.model.values import NAME_MAX_LENGTH
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.pipeline import check
from catalog_tool.site.exporters import catalog_csv, catalog_json
from catalog_tool.site.exporters.markdown_catalog import export
from catalog_tool.text.markup import Markup, parse_line, parse_markup
from catalog_tool.text.markup.blocks import blocks_of
from tests.own_fields import CHOICES, MODEL

REPOSITORY = Path(__file__).parents[2]

WORDS = [
    *("Contoso", "gateway", "RACF", "AS/400", "C#", "R&D", "24/7", "iCIMS", "a_b", "*", "**x**"),
    *("1.", "2)", "-", "+", "#", "##", ">", "|", "A: B", "A, B", "and more", "Over 40", "[x]"),
    *("<b>", "&amp;", "&copy", "`", "~~z~~", "$5", "$6", ":tada:", "@octocat", "#12", "GH-1"),
    *("www.a.com", "https://a.com", "a@b.com", "Website:", "Full list:", "Description", "字", "é"),
    *("😀", "0ba1c2d", "\\", "\\*", "!", "![", "](", "_u_", "=", "---", "Partners", "(y)"),
    *("3 partners in alphabetical order.", "[docs]: https://a.com", "#### Links", "<!-- -->"),
]
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
line = phrases.filter(lambda text: len(text) <= NAME_MAX_LENGTH)
names = st.lists(line, min_size=1, max_size=4).map(tuple)
addresses = st.sampled_from(
    [
        "https://www.contoso.com",
        "https://www.contoso.com/a_b?c=d&e=f#g",
        "https://www.contoso.com/(x)",
        "https://www.contoso.com/*_~!$'()*+,;=:@%20",
        "https://www.contoso.com/?a=1&amp;b=2&copy=3",
    ]
)
marked = st.sampled_from(
    [
        "*emphasis* and **strength**",
        "`code` and `` ` ``",
        "[a link](https://www.contoso.com/a_b)",
        "<https://www.contoso.com/?a=1&b=2>",
        "***both***",
    ]
)
paragraphs = st.lists(line | marked | st.just("a\\\nbreak,\nline"), min_size=1, max_size=3)
lists = st.lists(line | marked, min_size=1, max_size=3)
blocks = paragraphs.map(" ".join) | lists.map(lambda texts: "- " + "\n- ".join(texts))
descriptions = (
    st.lists(blocks, min_size=1, max_size=4)
    .map("\n\n".join)
    .filter(lambda text: not parse_markup(text).refused and bool(blocks_of(parse_markup(text))))
)
notes = (line | marked).filter(lambda text: not parse_line(text).refused)
links = st.lists(st.fixed_dictionaries({"label": line, "url": addresses}), min_size=1, max_size=3)
interfaces = st.lists(st.sampled_from(["scim", "rest", "sql", "rpa"]), min_size=1, unique=True)
directions = st.lists(st.sampled_from(["outbound", "inbound"]), min_size=1, unique=True)
entries = st.fixed_dictionaries(
    {
        "name": line,
        "website": addresses,
        "contact": addresses | st.just("sales@contoso.com"),
        "description": descriptions.map(lambda text: f"{text}\n"),
    },
    optional={
        "applications": names | st.dictionaries(line, names, min_size=1, max_size=3),
        "applications_note": notes,
        "applications_url": addresses,
        "links": links.map(tuple),
        "interfaces": interfaces.map(tuple),
        "directions": directions.map(tuple),
        "tested_on": st.just("2026-02-03"),
        "tested_by": line,
        "maintainers": st.just(("octo-cat", "contoso")),
    },
)
FULL: dict[str, Plain] = {
    "name": "株式会社",
    "website": "https://www.contoso.com",
    "contact": "sales@contoso.com",
    "description": "Write to sales@contoso.com, see #12.\n",
    "applications": {"A: B": ("X, Y", "1. Z"), "C": ("D",)},
    "applications_note": "Over 40, including [these](https://www.contoso.com).",
    "applications_url": "https://www.contoso.com/all",
    "links": ({"label": "[x](y)", "url": "https://www.contoso.com/(x)"},),
    "interfaces": ("rest", "sql"),
    "directions": ("inbound",),
    "tested_on": "2026-02-03",
    "tested_by": "by @octocat",
    "maintainers": ("octocat",),
}


@given(st.lists(entries, min_size=1, max_size=3))
@example([FULL, FULL])
def test_every_field_comes_back(published: list[dict[str, Plain]]) -> None:
    made = [entry(f"partner-{number}", values) for number, values in enumerate(published)]
    text = export(publication(made))
    imported = read_catalog(text, Vocabulary(), CHOICES)
    given_back = dict(zip(identifiers(imported.partners), imported.partners, strict=True))
    assert sorted(given_back) == sorted(each.id for each in made)
    for each in made:
        partner = given_back[each.id]
        assert meaning(dict(partner.values)) == meaning(values_of(each.partner))
        assert partner.unplaced == partner.changes == ()
    assert not any(message.text.startswith("###") for message in imported.left_out)


@given(st.lists(entries, min_size=1, max_size=3))
@example([FULL, FULL])
def test_every_field_comes_back_in_german(published: list[dict[str, Plain]]) -> None:
    made = [entry(f"partner-{number}", values) for number, values in enumerate(published)]
    text = export(publication(made, language="de"))
    imported = read_catalog(text, Vocabulary(), CHOICES)
    given_back = dict(zip(identifiers(imported.partners), imported.partners, strict=True))
    assert {name: meaning(dict(each.values)) for name, each in given_back.items()} == {
        each.id: meaning(values_of(each.partner)) for each in made
    }


def test_a_catalog_in_its_owners_words_comes_back() -> None:
    nouns = {"application": "exporter", "applications": "exporters", "partners": "vendors"}
    own = publication([entry("contoso", FULL)], nouns=nouns, messages={"Website": "Home page"})
    text = export(own)
    assert "#### Exporters supported" in text
    assert "- Home page: <" in text
    chosen = replace(CHOICES, words=messages_of(own.settings))
    (partner,) = read_catalog(text, Vocabulary(), chosen).partners
    assert partner.values == FULL


@pytest.mark.parametrize("language", ["en", "de"])
def test_values_with_commas_and_logos_come_back(language: str) -> None:
    fields = {
        "notes": {"label": "Notes", "type": "text", "multiple": "true"},
        "plans": {
            "label": "Website",
            "type": "choice",
            "multiple": "true",
            "values": {"a": "Free, forever", "b": "Paid"},
        },
        "trial": {"label": "Kontakt", "type": "yes-no"},
    }
    own: dict[str, Plain] = {"notes": ("One, two", "Three"), "plans": ("a", "b"), "trial": "yes"}
    words = messages_of(Settings(root=Path(), language=language))
    model = entry_model(Partner, Fields.model_validate(fields).in_words(words))
    values = {**FULL, "logo": "contoso.svg", "products": ("X", "Y"), **own}
    for key in ("interfaces", "directions"):
        del values[key]
    made, _ = read_entry("contoso", read_source("x", entry_text(values, model=model))[0], model)
    assert made
    catalog = Catalog((made,), entry_model=model)
    text = export(Publication(catalog, Settings(root=Path(), language=language)))
    choices = Choices(fields=model.own_fields, words=words)
    (partner,) = read_catalog(text, Vocabulary(), choices).partners
    assert (partner.values, partner.unplaced) == (values_of(made.partner), ())


@given(st.lists(entries, min_size=1, max_size=3))
@example([FULL, FULL])
def test_every_field_comes_back_from_json(published: list[dict[str, Plain]]) -> None:
    made = [entry(f"partner-{number}", values) for number, values in enumerate(published)]
    imported = read_catalog(catalog_json.export(publication(made)), Vocabulary(), CHOICES)
    names = identifiers(imported.partners)
    given_back = dict(zip(names, imported.partners, strict=True))
    assert {name: dict(partner.values) for name, partner in given_back.items()} == {
        each.id: values_of(each.partner) for each in made
    }
    assert [message for each in imported.partners for message in each.unplaced] == []


@given(st.lists(entries, min_size=1, max_size=3))
def test_every_fact_of_the_table_comes_back(published: list[dict[str, Plain]]) -> None:
    held = {"name", "website", "contact", "applications", "interfaces", "directions", "tested_on"}
    made = [entry(f"partner-{number}", values) for number, values in enumerate(published)]
    imported = read_catalog(catalog_csv.export(publication(made)), Vocabulary(), CHOICES)
    names = identifiers(imported.partners)
    given_back = dict(zip(names, imported.partners, strict=True))
    assert {name: readable(dict(each.values)) for name, each in given_back.items()} == {
        each.id: {
            key: value for key, value in readable(values_of(each.partner)).items() if key in held
        }
        for each in made
    }


def readable(values: dict[str, Plain]) -> dict[str, Plain]:
    """Return values with decoded addresses, because a table encodes what could be a formula."""
    encoded = {"website", "contact"}
    return {key: unquote(str(each)) if key in encoded else each for key, each in values.items()}


def test_the_catalog_of_this_repository_comes_back() -> None:
    report = check(Settings(root=REPOSITORY))
    imported = read_catalog(export(report.publication), Vocabulary(), CHOICES)
    given_back = {
        name: dict(partner.values)
        for name, partner in zip(identifiers(imported.partners), imported.partners, strict=True)
    }
    published = report.publication.catalog.entries
    assert given_back == {each.id: values_of(each.partner) for each in published}


def test_a_partner_that_somebody_went_on_editing_is_read_as_by_hand() -> None:
    made = [entry("partner-0", FULL), entry("partner-1", {**FULL, "name": "Contoso"})]
    text = export(publication(made)).replace("#### Links", "#### Good links", 1)
    one, other = read_catalog(text, Vocabulary(), CHOICES).partners
    assert one.values["name"] == "Contoso"
    assert "Good links" in str(one.values["description"])
    assert other.values == FULL


def entry(identifier: str, values: dict[str, Plain]) -> Entry:
    """Return an entry as if it had been read from its file."""
    made, problems = read_entry(
        identifier, read_source("x.yaml", entry_text(values, model=MODEL))[0], MODEL
    )
    assert made is not None
    # Values such as "-" say nothing, so they aren't published.
    assert {problem.rule for problem in problems} <= {UNUSED_KEY}
    return made


def publication(made: list[Entry], **options: object) -> Publication:
    settings = Settings.model_validate({"root": Path(), **options})
    return Publication(Catalog(sort_entries(made), entry_model=MODEL), settings)


def meaning(values: dict[str, Plain]) -> dict[str, object]:
    """Return values with parsed Markdown, because its spelling may differ."""
    read = {
        "description": blocks_of(parse_markup(str(values["description"]))),
        "applications_note": blocks_of(note(values)),
    }
    return {**values, **read}


def note(values: dict[str, Plain]) -> Markup:
    return parse_line(str(values.get("applications_note", "")))
