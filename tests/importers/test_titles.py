"""What titles of a list mean, by their words or by what all their values are."""

import pytest

from catalog_tool.importers import read_catalog
from catalog_tool.importers.choices import DETECTED
from catalog_tool.importers.result import Import
from catalog_tool.model.nodes import Plain
from catalog_tool.model.vocabulary import Vocabulary

A, B = "https://www.contoso.com", "https://www.fabrikam.com"
NAMES_AND_SITES = [("Contoso", A), ("Fabrikam", B)]


def imported(text: str, file: str) -> Import:
    return read_catalog(text, Vocabulary(), DETECTED.suited_to(file))


def told(found: Import, *keys: str) -> list[tuple[Plain, ...]]:
    return [tuple(each.values.get(key, "") for key in keys) for each in found.partners]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("numbers.csv", f",0,1\n0,Contoso,{A}\n1,Fabrikam,{B}\n"),
        ("no-meaning.csv", f"Číslo;Firma s.r.o;Odkaz\n1;Contoso;{A}\n2;Fabrikam;{B}\n"),
        ("alternatives.csv", f"Associazione/Azienda,Link\nContoso,{A}\nFabrikam,{B}\n"),
        (
            "joined.yaml",
            f"c:\n  fullname: Contoso\n  url: {A}\nf:\n  fullname: Fabrikam\n  url: {B}",
        ),
        (
            "pictures.json",
            (
                f'[{{"img": "c.png", "alt": "Contoso", "url": "{A}"}},'
                f' {{"img": "f.png", "alt": "Fabrikam", "url": "{B}", "hidden": false}}]'
            ),
        ),
        (
            "nested.yaml",
            (
                "levels:\n- level: Gold\n  sponsors:\n"
                f"  - {{name: Contoso, href: '{A}'}}\n  - break: true\n"
                f"- level: Silver\n  sponsors:\n  - {{name: Fabrikam, href: '{B}'}}\n"
            ),
        ),
        (
            "one-in-each.yaml",
            (
                f"gold:\n  contoso:\n    name: Contoso\n    link: {A}\n"
                f"silver:\n  fabrikam:\n    name: Fabrikam\n    link: {B}\n"
            ),
        ),
        (
            "pictures-in-each.yaml",
            f"gold:\n- {{url: '{A}', alt: Contoso}}\nsilver:\n- {{url: '{B}', alt: Fabrikam}}\n",
        ),
        (
            "languages.json",
            (
                f'[{{"name": {{"bg": "X", "en": "Contoso"}}, "url": {{"bg": "{B}", "en": "{A}"}}}},'
                f' {{"name": {{"bg": "Fabrikam"}}, "url": "{B}"}}]'
            ),
        ),
        (
            "only-links.json",
            (
                f'[{{"name": "Contoso", "links": [{{"vendor": "Contoso", "link": "{A}"}}]}},'
                f' {{"name": "Fabrikam", "links": [{{"vendor": "Fabrikam", "link": "{B}"}}]}}]'
            ),
        ),
        (
            "lists-in-lists.json",
            f'{{"gold": [["Contoso", "c.png", "{A}"]], "silver": [["Fabrikam", "f.png", "{B}"]]}}',
        ),
        ("like-names.csv", f"SPONSOR,LEVEL,LINK\nContoso,Gold,{A}\nFabrikam,Silver,{B}\n"),
        (
            "pages-of-the-site.yaml",
            (
                f"- {{name: Contoso, url: /contoso/, website: '{A}'}}\n"
                f"- {{name: Fabrikam, url: /fabrikam/, website: '{B}'}}\n"
            ),
        ),
        (
            "directory.yaml",
            (
                f"- {{name: Contoso, url: 'https://a.com/1', website: '{A}'}}\n"
                f"- {{name: Fabrikam, url: 'https://a.com/2', website: '{B}'}}\n"
            ),
        ),
        (
            "two-languages.csv",
            (f"nameJa,nameEn,urlJa,urlEn\nコントソ,Contoso,{A}/ja,{A}\nFabrikam,,{B},\n"),
        ),
        (
            "repositories.yaml",
            (
                f"c: {{title: Contoso, github: '{A}', releases: {{1.0: {{notes: x}}}}}}\n"
                f"f: {{title: Fabrikam, github: '{B}'}}\n"
            ),
        ),
        (
            "tables-by-key.toml",
            (
                f'[companies]\n[companies.contoso]\nname = "Contoso"\nhome = "{A}"\n'
                f'[companies."f.i"]\nname = "Fabrikam"\nhome = "{B}"\n'
            ),
        ),
        (
            "tables-in-a-list.toml",
            (
                f'[[company]]\nname = "Contoso"\nurl = "{A}"\n[company.more]\ncolor = 1\n\n'
                f'[[company]] # second\nname = "Fabrikam"\nurl = "{B}"\n'
            ),
        ),
        (
            "inline.toml",
            f'c = [{{name = "Contoso", url = "{A}"}}, {{name = "Fabrikam", url = "{B}"}}]\n',
        ),
        (
            "words-in-titles.yaml",
            (
                f"- {{partnerName: Contoso, partnerUrl: '{A}', productUrl: 'https://a.com/1'}}\n"
                f"- {{partnerName: Fabrikam, partnerUrl: '{B}', productUrl: 'https://a.com/2'}}\n"
            ),
        ),
        (
            "labels-and-addresses.yaml",
            (
                f"- title: Contoso\n  link_site_1_label: Website\n  link_site_1_to: {A}\n"
                f"- title: Fabrikam\n  link_site_1_label: Website\n  link_site_1_to:{B}\n"
            ),
        ),
        (
            "labeled-links.json",
            (
                '[{"name": "Contoso", "links": [{"label": "Blog", "url": "https://a.com"},'
                f' {{"label": "Site oficial", "url": "{A}"}}]}},'
                f' {{"name": "Fabrikam", "url": "{B}"}}]'
            ),
        ),
    ],
)
def test_names_and_websites_are_found(file: str, text: str) -> None:
    assert told(imported(text, file), "name", "website") == NAMES_AND_SITES


def test_the_title_of_a_person_and_an_id_are_no_names_of_partners() -> None:
    rows = f"anna,Anna,Rossi,CEO, Contoso ,{A}\nmarco,Marco,Bianchi,CTO,Fabrikam,{B}\n"
    found = imported("ID,FNAME,LNAME,TITLE,INSTITUTION,URL\n" + rows, "list.csv")
    assert told(found, "name", "website") == NAMES_AND_SITES


def test_the_numbers_of_rows_are_not_in_the_entries() -> None:
    text = f",0,1\n7,Contoso,{A}\n8,Fabrikam,{B}\n"
    assert told(imported(text, "list.csv"), "description") == [("",), ("",)]


def test_names_may_be_repeated_and_most_may_have_no_website() -> None:
    sites = [("Contoso", A), ("Fabrikam", B), *((name, "") for name in "UVWXX")]
    rows = "".join(
        f"- {{id: {9 * n}, label: {name}, link: {site}}}\n" for n, (name, site) in enumerate(sites)
    )
    assert told(imported(rows, "list.yaml"), "name", "website", "description") == [
        *((name, site, "") for name, site in sites[:-1])
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Akce,Firm s.r.o,Odkaz\nOslo,Litware,{A}\nBergen,Wingtip,{B}\n",
        f"Step,Log\nBuild,{A}/1\nTest,{A}/2\n",
        f"Code,Odkaz\n17,{A}\n18,{B}\n",
    ],
    ids=["two columns", "one owner", "numbers"],
)
def test_a_column_that_may_have_the_names_is_not_enough(text: str) -> None:
    assert imported(text, "list.csv").partners == ()


def test_the_name_of_a_person_is_no_partner_and_not_in_the_entry() -> None:
    rows = f"Marco,Rossi,Contoso,marco@contoso.com,{A}\nAnna,Bianchi,,anna@example.com,\n"
    found = imported("Nome,Cognome,Organizzazione,Indirizzo email,Link\n" + rows, "list.csv")
    assert [dict(each.values) for each in found.partners] == [
        {"name": "Contoso", "website": A, "contact": "marco@contoso.com"}
    ]
    unplaced = [each.text for each in found.partners[0].unplaced]
    assert unplaced == ["Nome: Marco", "Cognome: Rossi"]
    guessed = [each.key for each in found.partners[0].placements if each.is_guess]
    assert guessed == ["contact"]


@pytest.mark.parametrize(
    "fact",
    ["date: 2024-02-03", "test: passed", "author: anna", "github: contoso", "Owner: contoso"],
)
def test_a_vague_title_is_no_statement_of_the_partner_that_an_entry_makes(fact: str) -> None:
    text = f"---\ntitle: Contoso\nwebsite: {A}\n{fact}\n---\n"
    (contoso,) = imported(text, "contoso.md").partners
    assert dict(contoso.values) == {"name": "Contoso", "website": A, "description": f"{fact}\n"}


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ('{"name": "You?", "url": "join/partners/"}', "Its address is a page of the same site"),
        ('{"name": "Litware", "url": "/litware"}', "Its address is a page of the same site"),
        ('{"name": "Available"}', "It has no website of its own, and the name says"),
        ('{"name": "Your company", "url": "http://"}', "It has no website of its own"),
        ('{"name": "Litware", "hidden": true}', "The list says that it isn't shown."),
        ('{"name": "Litware", "active": "false"}', "The list says that it isn't shown."),
        ('{"name": "Litware", "hide": true}', "The list says that it isn't shown."),
    ],
)
@pytest.mark.parametrize("end", ["\n", " "], ids=["lines", "one line"])
def test_a_place_for_a_partner_is_a_question(place: str, reason: str, end: str) -> None:
    others = [f'{{"name": "{name}", "url": "{site}"}}' for name, site in NAMES_AND_SITES]
    found = imported(f"[{f',{end}'.join([*others, place])}]\n", "list.json")
    assert told(found, "name", "website") == NAMES_AND_SITES
    (question,) = [each.reason for each in found.left_out if "Is this a partner?" in each.reason]
    assert reason in question


@pytest.mark.parametrize(
    "text", ["- break: 1\n- break: 2\n", "- name: Contoso\n- name: Fabrikam\n"]
)
@pytest.mark.parametrize("file", ["list.yaml", "list.yml"])
def test_yaml_without_partners_is_not_read_as_markdown(text: str, file: str) -> None:
    found = imported(text + "# [Contoso](https://www.contoso.com)\n", file)
    assert found.partners == ()
    assert {number for each in found.left_out for number in each.lines.numbers} == {
        *range(1, text.count("\n") + 2)
    }


@pytest.mark.parametrize("site", ["www.contoso.com", "contoso.com", "//www.contoso.com"])
@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("Name,Site\nContoso,{}\n", "list.csv"),
        ("# Partners\n\n| Name | Site |\n|---|---|\n| Contoso | [Site]({}) |\n", "list.md"),
    ],
)
def test_a_website_without_a_scheme_gets_one_as_a_guess(text: str, file: str, site: str) -> None:
    (partner,) = imported(text.format(site), file).partners
    assert partner.values["website"] == f"https://{site.removeprefix('//')}"
    assert [each.is_guess for each in partner.placements if each.key == "website"] == [True]
