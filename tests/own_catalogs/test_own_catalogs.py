"""What readers see in the catalogs of other organizations."""

import re
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.own_catalogs.catalogs import OPTIONS, OwnCatalog, new_catalog

# Rules and the keys of entries are in English everywhere and say so, and the theme names its maker.
IN_ENGLISH = "[lang='en'], .md-copyright"
ENGLISH = re.compile(
    r"\b(the|and|of|with|this|that|which|all|not|your|their|who|is|are|in the)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Site:
    """A built site."""

    root: Path

    def page(self, address: str = "") -> LexborHTMLParser:
        """Return a page."""
        return LexborHTMLParser((self.root / address / "index.html").read_text(encoding="utf-8"))

    def text(
        self, address: str = "", without: str = "script, style", *, separator: str = " "
    ) -> str:
        """Return what readers see on a page, without some of its elements."""
        page = self.page(address)
        for node in page.css(f"script, style, template, {without}"):
            if node.parent:
                node.decompose()
        return " ".join(page.body.text(separator=separator).split()) if page.body else ""

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all pages except those of rules, which are the same everywhere."""
        return tuple(
            folder
            for path in sorted(self.root.rglob("index.html"))
            if not (folder := path.parent.relative_to(self.root).as_posix()).startswith("rules")
        )


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    """The three sites, each built once."""
    return {
        name: built(new_catalog(tmp_path_factory.mktemp("own") / name, name)) for name in OPTIONS
    }


def built(catalog: OwnCatalog) -> Site:
    catalog.run("publish")
    catalog.run("check", "--strict")
    catalog.run("build")
    return Site(catalog.root / "site")


def headings(page: LexborHTMLParser) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css("main :is(h1, h2, h3)")]


@pytest.mark.parametrize(
    ("name", "address", "words"),
    [
        ("observability", "", ["Contoso Observability partner integrations"]),
        ("observability", "", ["Who connects our exporter?"]),
        ("observability", "categories", ["2 exporters · 1 partner"]),
        ("observability", "applications", ["Exporters A–Z", "4 exporters", "postgres_exporter"]),
        ("observability", "applications/postgresql-exporter", ["2 partners list it"]),
        ("observability", "partners/fabrikam-metrics", ["License Commercial", "Dashboards Yes"]),
        ("observability", "catalog/print", ["2 partners, 4 exporters"]),
        ("payments", "", ["Who connects our payment method?", "European Union, Norway"]),
        ("payments", "catalog/print", ["1 partner, 3 payment methods."]),
        ("payments", "partners/contoso-pay", ["Regions European Union Norway"]),
        ("payments", "partners/contoso-pay", ["Certifications PCI DSS", "Fees contoso.com"]),
        ("university", "", ["Partnerkatalog Universität Musterstadt", "Wer bindet unsere Anwend"]),
        (
            "university",
            "",
            ["Startseite Partner Anwendungen Liste prüfen Neuigkeiten Integration eintragen"],
        ),
        ("university", "catalog", ["2 Partner", "Filter"]),
        ("university", "catalog/print", ["2 Partner, 3 Anwendungen"]),
        ("university", "partners/contoso-campus", ["Betrieb an der Hochschule"]),
        ("university", "partners/contoso-campus", ["Kontakt zu Contoso Campus"]),
        ("university", "terms", ["Mit Ihrem Eintrag stimmen Sie diesen Bedingungen"]),
        ("university", "contribute", ["Ein Eintrag darf insgesamt höchstens 500 Wörter haben."]),
    ],
)
def test_readers_see_the_words_of_their_catalog(
    sites: dict[str, Site], name: str, address: str, words: list[str]
) -> None:
    shown = sites[name].text(address)
    assert [each for each in words if each not in shown] == [], shown


def test_a_catalog_of_exporters_has_no_applications(sites: dict[str, Site]) -> None:
    site = sites["observability"]
    # The pages for contributors and for programs explain the key `applications`.
    addresses = {*site.addresses} - {"contribute", "api"}
    pages = {address: site.text(address) for address in addresses}
    assert [each for each, text in pages.items() if re.search("(?i)application", text)] == []


def test_a_german_catalog_has_no_english_that_is_not_marked(sites: dict[str, Site]) -> None:
    site = sites["university"]
    pages = {address: site.text(address, IN_ENGLISH) for address in site.addresses}
    found = {
        address: [text[max(0, at.start() - 40) : at.end() + 40] for at in ENGLISH.finditer(text)]
        for address, text in pages.items()
    }
    assert {address: texts for address, texts in found.items() if texts} == {}
    languages = {html.attributes["lang"] for a in pages for html in site.page(a).css("html")}
    assert languages == {"de"}


@pytest.mark.parametrize("name", OPTIONS)
def test_no_page_speaks_of_provisioning_identities(sites: dict[str, Site], name: str) -> None:
    site = sites[name]
    ours = re.compile(r"(?i)\bscim\b|provision|entra\b|azure")
    pages = {address: site.text(address) for address in site.addresses}
    assert [(each, ours.findall(text)) for each, text in pages.items() if ours.search(text)] == []


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (
            0,
            {
                "": "This catalog has no partners yet.",
                "applications": "No payment methods are",
                "catalog/print": "This catalog has no partners yet.",
            },
        ),
        (1, {"": "Contoso Pay", "catalog/print": "1 partner, 1 payment method."}),
    ],
)
def test_a_catalog_with_few_partners_looks_right(
    tmp_path: Path, count: int, shown: dict[str, str]
) -> None:
    catalog = new_catalog(tmp_path / "payments", "payments")
    partners = catalog.root / "partners"
    shutil.rmtree(partners)
    partners.mkdir()
    if count:
        (partners / "contoso-pay.yaml").write_text(
            "name: Contoso Pay\nwebsite: https://www.contoso.com/\ncontact: a@contoso.com\n"
            "description: It pays.\napplications:\n  - Visa\n"
        )
    site = built(catalog)
    assert [address for address, words in shown.items() if words not in site.text(address)] == []
    texts = {address: site.text(address) for address in site.addresses}
    # The numbers have their labels in other cells, so "1" may be before the label of another one.
    sentences = texts | {"numbers": site.text("numbers", separator=" | ")}
    assert [a for a, text in sentences.items() if re.search(r"All [01] |\b1 \w+s\b", text)] == []
    # A plot of the numbers says the same as the table below it.
    rows = texts | {"numbers": site.text("numbers", "svg, table")}
    assert [a for a, text in rows.items() if text.count("not stated") > 1] == []
    assert all(len(page.css(".catalog-initials li")) != 1 for page in map(site.page, texts))
    assert not count or "Compare" not in site.text("catalog", ".catalog-footer")


def test_owners_need_no_texts_and_can_have_more(tmp_path: Path) -> None:
    catalog = new_catalog(tmp_path / "payments", "payments")
    prose = catalog.root / "docs/prose"
    for path in prose.iterdir():
        path.unlink()
    bare = built(catalog)
    assert "have not stated any terms" in bare.text("terms")
    assert "Add your integration" in headings(bare.page("contribute"))
    assert "About this catalog" not in headings(bare.page())
    options = "".join(f"\n## Way {number}\n\nText {number}.\n" for number in range(1, 8))
    (prose / "integration-options.md").write_text(f"# Ways to pay\n{options}")
    (prose / "history.md").write_text("# History\n\nNot part of the site.\n")
    catalog.run("publish")
    more = built(catalog)
    assert headings(more.page())[-9:-1] == ["Ways to pay", *(f"Way {n}" for n in range(1, 8))]
    assert not any("Not part of the site" in more.text(address) for address in more.addresses)
