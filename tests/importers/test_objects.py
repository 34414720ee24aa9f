"""Lists of objects: YAML, JSON, CSV, TSV, and front matter."""

import json

import pytest

from catalog_tool.importers import read_catalog
from catalog_tool.importers.choices import DETECTED
from catalog_tool.importers.coverage import count_links
from catalog_tool.importers.result import Count, Lines
from catalog_tool.model.nodes import Plain
from catalog_tool.model.vocabulary import Vocabulary

CONTOSO = {"name": "Contoso", "website": "https://www.contoso.com"}
FABRIKAM = {**CONTOSO, "name": "Fabrikam, Inc.", "contact": "sales@fabrikam.com"}
BOTH = [CONTOSO, FABRIKAM]

YAML = """\
# Our partners.
- company: Contoso
  homepage_url: https://www.contoso.com
- company: Fabrikam, Inc.
  homepage_url: https://www.contoso.com
  email: sales@fabrikam.com
"""
JSON = """\
{"partners": [
  {"title": "Contoso", "url": "https:\\/\\/www.contoso.com", "contact": null},
  {"title": "Fabrikam, Inc.", "url": "https://www.contoso.com", "contact": "sales@fabrikam.com"}
]}
"""
CSV = """\
Company,Website,E-mail
Contoso,https://www.contoso.com,
"Fabrikam, Inc.",https://www.contoso.com,sales@fabrikam.com
"""
FRONT_MATTER = """\
---
name: Contoso
link: https://www.contoso.com
---
SCIM gateway for mainframes.
"""
WITH_TEXT: dict[str, Plain] = {**CONTOSO, "description": "SCIM gateway for mainframes."}
WITH_OTHER_NAMES = """\
- name: Contoso
  site: https://www.contoso.com
  former_name: Wingtip, Inc.
  products: [Gate, Bridge]
  summary: Fast gateways.
  about: They provision accounts.
"""
OTHER_NAMES: dict[str, Plain] = {
    **CONTOSO,
    "former_names": ("Wingtip, Inc.",),
    "products": ("Gate", "Bridge"),
    "summary": "Fast gateways.",
    "description": "They provision accounts.",
}
WITHOUT_SUMMARY = {key: value for key, value in OTHER_NAMES.items() if key != "summary"}
WITH_GROUPS = """\
- name: Contoso
  site: https://www.contoso.com
  apps:
    Mainframe: [IBM RACF]
    HR: [Workday, ADP]
"""
GROUPED: dict[str, Plain] = {
    **CONTOSO,
    "applications": {"Mainframe": ("IBM RACF",), "HR": ("Workday", "ADP")},
}

KEYED = """\
Contoso:
  url: https://www.contoso.com
Fabrikam, Inc.:
  url: https://www.contoso.com
  email: sales@fabrikam.com
"""
NESTED = """\
title: Our partners
url: https://www.example.com
landscape:
  - category: Gateways
    items:
      - item:
        name: Contoso
        homepage_url: https://www.contoso.com
  - category: Banks
    items:
      - item:
        name: Fabrikam, Inc.
        homepage_url: https://www.contoso.com
        email: sales@fabrikam.com
"""
WITH_LINES = """\
"Company
name",Website,About,Applications,"Service
hours"
"Fabrikam,
Inc.",https://www.contoso.com,"Fast ""gateways""
for banks.

- one
- two","IBM RACF
• Workday,
2. ADP","24/7
all year"
"""
LINES: dict[str, Plain] = {
    "name": "Fabrikam, Inc.",
    "website": "https://www.contoso.com",
    "applications": ("IBM RACF", "Workday", "ADP"),
    "description": """\
Fast "gateways"
for banks.

- one
- two

Service hours: 24/7 all year
""",
}
WITH_LINK: dict[str, Plain] = {**CONTOSO, "links": ({"label": "Docs", "url": "https://a.com"},)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (YAML, BOTH),
        (YAML.replace("- company", "-\n  company"), BOTH),
        (YAML.replace("- company", "  - company").replace("\n  ", "\n    "), []),
        ("partners:\n" + YAML, BOTH),
        ("# Data\n---\n" + YAML, BOTH),
        (JSON, BOTH),
        (JSON[len('{"partners": ') :].replace("]}", "]"), BOTH),
        (JSON.replace("Contoso", "\\ud83d\\ude00"), [{**CONTOSO, "name": "😀"}, FABRIKAM]),
        (CSV, BOTH),
        (CSV.replace(",", ";").replace("m; I", "m, I"), BOTH),
        (CSV.replace(",", "\t").replace("m\t I", "m, I"), BOTH),
        (CSV.replace("\n", "\r\n"), BOTH),
        (WITH_LINES, [LINES]),
        (WITH_LINES.replace("\n", "\r\n"), [LINES]),
        (FRONT_MATTER, [WITH_TEXT]),
        (
            FRONT_MATTER.replace("name: Contoso\n", "").replace("SCIM", "# Contoso\n\nSCIM"),
            [WITH_TEXT],
        ),
        (
            FRONT_MATTER.replace("---\nSCIM", "text: For banks.\n---\nSCIM"),
            [{**CONTOSO, "description": "For banks.\n\nSCIM gateway for mainframes."}],
        ),
        (WITH_GROUPS, [GROUPED]),
        (WITH_OTHER_NAMES, [OTHER_NAMES]),
        (
            (
                "Name,Site,Formerly,Products,Summary\nContoso,https://www.contoso.com,"
                '"Wingtip, Inc.","Gate; Bridge",Fast.\n'
            ),
            [{**WITHOUT_SUMMARY, "description": "Fast."}],
        ),
        (KEYED, BOTH),
        (YAML.replace("company: C", "name: contoso\n  full_name: C"), BOTH),
        (KEYED.replace("Contoso:\n", "contoso:\n  full_name: Contoso\n"), BOTH),
        (KEYED.replace("Contoso:\n", "contoso:\n  name: Contoso\n"), BOTH),
        (
            "- name: Contoso\n  docs_url: https://a.com\n  url: https://www.contoso.com\n",
            [{**WITH_LINK, "links": ({"label": "docs", "url": "https://a.com"},)}],
        ),
        (
            "- name: Contoso\n  url: https://www.contoso.com\n  Source: https://a.com\n",
            [{**WITH_LINK, "links": ({"label": "Source", "url": "https://a.com"},)}],
        ),
        (NESTED, BOTH),
        (
            (
                "Firma;Homepage;Ansprechpartner;E-Mail\n"
                "Contoso;https://www.contoso.com;Erika Muster;sales@contoso.com\n"
            ),
            [{**CONTOSO, "contact": "sales@contoso.com"}],
        ),
        ("Name,Site,Docs\nContoso,https://www.contoso.com,https://a.com\n", [WITH_LINK]),
        ("- firm: Contoso\n  resources:\n    - title: Talk\n      link: https://a.com\n", []),
        ("- name: Checkout\n  uses: actions/checkout\n- name: Test\n  run: make test\n", []),
        ("---\ntitle: Partner integrations\n---\n# Partner integrations\n", []),
        ("Website: https://www.contoso.com\n", []),
        ("---\ntitle: How to start\nurl: /start/\n---\nFirst, install it.\n", []),
        (CSV.replace("Company,Website", "Hersteller,Sites Web"), BOTH),
        (YAML.replace("email: s", "contact:\n    name: Erika\n    email: s"), BOTH),
        (YAML.replace("homepage_url: ", "links:\n    website: "), BOTH),
        (
            YAML.partition("- company: F")[0] + "  links: {label: Docs, url: 'https://a.com' }\n",
            [WITH_LINK],
        ),
        (
            "- name: Contoso\n  url: https://www.contoso.com\n  github: https://github.com/a\n",
            [{**WITH_LINK, "links": ({"label": "github", "url": "https://github.com/a"},)}],
        ),
        (
            "Name,Site\nContoso,contoso.com\n",
            [{"name": "Contoso", "website": "https://contoso.com"}],
        ),
        ("name: app\nauthor: {name: Ann, url: 'https://a.com'}\n", []),
        ("title: Site\nauthor: {name: Ann, url: 'https://a.com'}\n", []),
    ],
)
def test_objects_with_names_become_partners(text: str, expected: list[dict[str, Plain]]) -> None:
    partners = read_catalog(text, Vocabulary()).partners
    assert [dict(partner.values) for partner in partners] == expected


ACCOUNTS = """\
socials:
  - {icon: flocks, link: https://flocks.example/ContosoOslo, name: ContosoOslo}
  - {icon: threads, link: https://threads.example/company/contoso, name: News}
"""
LINKED: dict[str, Plain] = {
    "name": "Contoso",
    "links": (
        {"label": "flocks ContosoOslo", "url": "https://flocks.example/ContosoOslo"},
        {"label": "threads News", "url": "https://threads.example/company/contoso"},
    ),
}
LABELS = """\
social:
  - {name: Homepage, icon: house, link: "https://www.contoso.com"}
  - {name: flocks, icon: bird, link: "https://flocks.example/1"}
  - {name: Threads, icon: fa-brands fa-threads, link: "https://threads.example/2"}
"""
PROJECTS = """\
projects:
  - {name: Gate, url: https://gate.contoso.com}
  - {name: Bridge, url: https://www.contoso.com/bridge}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"---\ntitle: Contoso\n{ACCOUNTS}---\n", [LINKED]),
        (
            f"---\ntitle: Contoso\nwebsite: https://www.contoso.com\n{ACCOUNTS}---\n",
            [{**LINKED, **CONTOSO}],
        ),
        (
            "- title: Contoso\n  " + ACCOUNTS.replace("\n", "\n  ") + "\n- title: Litware\n",
            [LINKED, {"name": "Litware"}],
        ),
        (
            f"---\ntitle: Contoso\ndate: 2020-12-14\n{LABELS}---\n",
            [
                {
                    **CONTOSO,
                    "description": "date: 2020-12-14\n",
                    "links": (
                        {"label": "flocks bird", "url": "https://flocks.example/1"},
                        {"label": "Threads", "url": "https://threads.example/2"},
                    ),
                }
            ],
        ),
        (
            f"title: Contoso\nurl: https://www.contoso.com\n{PROJECTS}",
            [
                {
                    **CONTOSO,
                    "links": (
                        {"label": "Gate", "url": "https://gate.contoso.com"},
                        {"label": "Bridge", "url": "https://www.contoso.com/bridge"},
                    ),
                }
            ],
        ),
        (
            (
                "title: Security\ntools:\n"
                "  - {name: Gate, url: https://github.com/contoso/gate}\n"
                "  - {name: Bridge, url: https://github.com/fabrikam/bridge}\n"
            ),
            [
                {"name": "Gate", "website": "https://github.com/contoso/gate"},
                {"name": "Bridge", "website": "https://github.com/fabrikam/bridge"},
            ],
        ),
        (
            (
                "title: Gold\nsponsors:\n"
                "  - {name: Contoso, url: https://flocks.example/contoso}\n"
                "  - {name: Fabrikam, url: https://threads.example/fabrikam?level=gold}\n"
            ),
            [
                {"name": "Contoso", "website": "https://flocks.example/contoso"},
                {"name": "Fabrikam", "website": "https://threads.example/fabrikam?level=gold"},
            ],
        ),
    ],
    ids=[
        "page",
        "page with a website",
        "list",
        "labels",
        "own pages",
        "category",
        "accounts in a category",
    ],
)
def test_pages_about_an_object_are_its_links(text: str, expected: list[dict[str, Plain]]) -> None:
    partners = read_catalog(text, Vocabulary()).partners
    assert [dict(partner.values) for partner in partners] == expected


def test_pages_of_one_site_are_links_of_the_partners() -> None:
    text = "name,canonical\nContoso,https://a.com/1\nFabrikam,https://a.com/2\n"
    found = read_catalog(text, Vocabulary(), DETECTED.suited_to("list.csv"))
    (told,) = (each.reason for each in found.changes)
    assert told.startswith("All addresses of 'canonical' are on a.com, so they are links.")
    assert [dict(partner.values) for partner in found.partners] == [
        {"name": name, "links": ({"label": "canonical", "url": f"https://a.com/{n}"},)}
        for n, name in enumerate(["Contoso", "Fabrikam"], start=1)
    ]


@pytest.mark.parametrize("name", ["name", "shop_name"])
def test_a_word_in_front_of_all_titles_says_nothing(name: str) -> None:
    text = f"member_{name},member_mail,member_url\nContoso,a@contoso.com,https://www.contoso.com\n"
    found = read_catalog(text, Vocabulary(), DETECTED.suited_to("list.csv")).partners
    assert [dict(each.values) for each in found] == [{**CONTOSO, "contact": "a@contoso.com"}]
    others = text.replace("member_mail", "mail")
    assert not read_catalog(others, Vocabulary(), DETECTED.suited_to("list.csv")).partners


def test_a_table_of_toml_has_its_lines() -> None:
    text = (
        '# Ours\n[[company]]\nname = "Contoso"\nsite = "a.com"\n\n[[company]]\nname = "Litware"\n'
    )
    first, second = read_catalog(text, Vocabulary(), DETECTED.suited_to("list.toml")).partners
    assert (first.lines, second.lines) == (Lines(2, 5), Lines(6, 7))


def test_an_address_at_the_end_of_an_object_on_one_line_is_in_its_entry() -> None:
    text = "- {name: Contoso, url: https://www.contoso.com}\n"
    imported = read_catalog(text, Vocabulary())
    assert [each.text for each in imported.left_out] == []
    assert count_links(imported, {"": text}) == Count(1, 1, 0)


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("Name,Careers\nContoso,https://a.com\nFabrikam,https://b.com\n", ["website", "website"]),
        (
            "Name,Careers,Blog\nA,https://a.com\nB,https://b.com,https://c.com\nC,https://d.com\n",
            ["website", "website", "website"],
        ),
        ("Name,Site,Careers\nContoso,https://a.com,https://b.com\n", []),
        ("Name,Blog,Site\nA,https://a.com,b.com\nC,https://c.com,d.com\n", ["website", "website"]),
        ("Name,Source\nContoso,https://a.com/1\nFabrikam,https://a.com/2\n", []),
        ("Name,Logo\nContoso,https://a.com/a.png\nFabrikam,https://b.com/b.png\n", []),
        ("Name,Docs\nContoso,https://a.com\nFabrikam,https://b.com\n", []),
    ],
    ids=[
        "only address",
        "some have two",
        "has a website",
        "without a scheme",
        "one owner",
        "pictures",
        "other key",
    ],
)
def test_the_only_address_of_each_object_is_its_website_as_a_guess(
    text: str, guessed: list[str]
) -> None:
    partners = read_catalog(text, Vocabulary(), DETECTED.suited_to("list.csv")).partners
    placed = [each for partner in partners for each in partner.placements]
    assert [each.key for each in placed if each.is_guess] == guessed


def test_a_name_without_spaces_and_capitals_beside_a_full_one_is_the_id() -> None:
    text = YAML.replace("company: C", "name: contoso-1\n  full_name: C")
    first, _ = read_catalog(text, Vocabulary()).partners
    assert (first.name, first.identifier) == ("Contoso", "contoso-1")


@pytest.mark.parametrize(("text", "last"), [(YAML, (4, 6)), (JSON, (3, 3)), (CSV, (3, 3))])
def test_a_partner_has_the_lines_of_its_object(text: str, last: tuple[int, int]) -> None:
    *_, fabrikam = read_catalog(text, Vocabulary()).partners
    assert fabrikam.lines == Lines(*last)


@pytest.mark.parametrize("fact", ["stars: 5", "category: Banks", "group: A", "slug: x"])
def test_what_entries_have_no_key_for_is_in_the_description(fact: str) -> None:
    text = YAML.replace("- company: C", f"- {fact}\n  name: C")
    (contoso, _) = read_catalog(text, Vocabulary()).partners
    assert (contoso.values["description"], contoso.unplaced) == (f"{fact}\n", ())


@pytest.mark.parametrize("fact", ["key: 2411d395-04f2-47c9-ab66-d09e9e3c3251", "by: '@anna'"])
def test_what_github_acts_on_stays_as_it_is_written(fact: str) -> None:
    text = YAML.replace("- company: C", f"- {fact}\n  name: C")
    (contoso, _) = read_catalog(text, Vocabulary()).partners
    assert contoso.values["description"] == fact.replace("'", "") + "\n"


def test_the_text_of_a_page_becomes_markdown_that_entries_allow() -> None:
    text = (
        "---\nname: Contoso\nwebsite: https://contoso.com\n---\n"
        "## About\n\nContoso <b>connects</b> *banks*.\n\n![Photo](/contoso.png)\n\n"
        "<p>Since 1999.</p>\n"
    )
    (contoso,) = read_catalog(text, Vocabulary()).partners
    assert contoso.values["description"] == "**About**\n\nContoso **connects** *banks*.\n"
    told = [(each.text, each.lines.last) for each in contoso.unplaced]
    assert told == [("Photo (/contoso.png)", 11), ("<p>Since 1999.</p>", 11)]


@pytest.mark.parametrize(
    ("said", "logo"),
    [
        ("logo: contoso.svg", None),
        ("image: logos/contoso.png", None),
        ("logo: https://a.com/contoso.svg", None),
        ("logo: https://a.com/logos/contoso.svg\n  description_text: x", "contoso.svg"),
        ("logo: contoso.svg\n  description_text: x", "contoso.svg"),
        ("logo: contoso.gif", None),
    ],
)
def test_the_logo_of_a_catalog_is_kept_and_a_picture_elsewhere_told(
    said: str, logo: str | None
) -> None:
    text = YAML.replace("- company: C", f"- {said}\n  name: C")
    (contoso, _) = read_catalog(text, Vocabulary()).partners
    assert contoso.values.get("logo") == logo
    told = [each.reason.partition(",")[0] for each in contoso.unplaced]
    assert logo or told == ["Save the picture in the folder 'logos' beside the entries"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "- name: x\n  y: " + "[" * 10_000,
        "{" * 10_000,
        '"' * 10_000,
        "a,b\n" * 5_000,
        "name,url\n" + "x" * 200_000,
    ],
    ids=["brackets", "nested", "braces", "quotes", "rows", "cell"],
)
def test_hostile_objects_are_read(text: str) -> None:
    assert read_catalog(text, Vocabulary()).partners == ()


def test_a_description_has_no_links_that_entries_refuse() -> None:
    text = "Write to [our team](mailto:sales@contoso.com)."
    written = json.dumps([{**CONTOSO, "description": text}])
    (partner,) = read_catalog(written, Vocabulary()).partners
    assert partner.values["description"] == "Write to our team (sales@contoso.com)."


def test_a_website_that_is_no_address_has_no_place() -> None:
    text = YAML.replace("https://www.contoso.com", "Fabrikam", 1)
    (contoso, _) = read_catalog(text, Vocabulary()).partners
    assert "website" not in contoso.values
    assert [each.reason for each in contoso.unplaced] == ["This isn't a web address."]
