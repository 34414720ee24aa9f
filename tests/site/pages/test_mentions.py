"""Who mentions an application without listing it."""

import pytest

from catalog_tool.site.pages import application
from catalog_tool.site.pages.mentions import SHOWN, Mentions
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown

VOCABULARY = """\
categories: {all: {name: All, description: All of them.}}
applications:
  IBM RACF: {category: all, aliases: [RACF, z/OS RACF]}
  Epic: {category: all}
  chris21: {category: all}
  C++ Studio: {category: all}
  Epic Beaker Lab: {category: all}
"""
LISTED = "applications: [IBM RACF, Epic, chris21, C++ Studio]\n"


def entry(text: str) -> str:
    return f"applications: [SAP ECC]\ndescription: |\n  {text}\n"


def files(*texts: str) -> dict[str, str]:
    named = {f"partners/b{number}.yaml": entry(text) for number, text in enumerate(texts)}
    return {"partners/_vocabulary.yaml": VOCABULARY, "partners/a.yaml": LISTED} | named


LONG = "word " * 30


@pytest.mark.parametrize(
    ("text", "quotes"),
    {
        "It reads RACF profiles.": ["“It reads <mark>RACF</mark> profiles.”"],
        "One. It reads z/OS RACF. Two.": ["“It reads <mark>z/OS RACF</mark>.”"],
        "RACF and RACF.": ["“<mark>RACF</mark> and RACF.”"],
        "It has chris21.": ["“It has <mark>chris21</mark>.”"],
        "Works with Epic too.": ["“Works with <mark>Epic</mark> too.”"],
        "Works with Epic Beaker Lab.": [],
        "Works with Epic Beaker.": ["“Works with <mark>Epic</mark> Beaker.”"],
        "An epic journey.": [],
        "Epic journeys begin here.": [],
        "Epic, Cerner.": ["“<mark>Epic</mark>, Cerner.”"],
        "It reads RACFX profiles.": [],
        "Nothing.": [],
        "A *<b>* RACF.": ["“A &#60;b&#62; <mark>RACF</mark>.”"],
        f"{LONG}RACF {LONG}end.": [f"“…{'word ' * 17}<mark>RACF</mark>{' word' * 17}…”"],
    }.items(),
)
def test_a_sentence_with_the_name_is_quoted(text: str, quotes: list[str], publish: Publish) -> None:
    catalog = publish(files(text)).catalog
    mentions = Mentions(catalog)
    found = [each.quote for name in catalog.applications for each in mentions.of(name)]
    assert found == quotes


def test_the_page_says_how_many_mention_it_and_where(publish: Publish) -> None:
    text = "It reads RACF profiles."
    pages = {page.address: page for page in application.pages(publish(files(text, text)))}
    reading = Reading(pages["applications/ibm-racf/"].body)
    (lead,) = reading.all("p", class_="catalog-lead")
    assert shown(lead.text) == "1 partner lists it. 2 more mention it."
    (section,) = reading.all("section", id="mentions")
    assert shown(section.text).count("“It reads RACF profiles.”") == 2
    assert "A mention can also be a no. Read the sentence." in section.text
    buttons = [each.attributes["aria-label"] for each in reading.all("a", rel=EXTERNAL)]
    assert buttons == ["Contact A", "Contact B0", "Contact B1"]
    assert "Mentioned by" not in pages["applications/epic/"].body


def test_a_quoted_summary_is_not_said_twice(publish: Publish) -> None:
    texts = files("It reads RACF & more.", "It is fast. It reads RACF.")
    pages = {page.address: page for page in application.pages(publish(texts))}
    (section,) = Reading(pages["applications/ibm-racf/"].body).all("section", id="mentions")
    assert shown(section.text).count("It reads RACF & more.") == 1
    assert shown(section.text).count("It is fast.") == 1


EXTERNAL = "nofollow noopener noreferrer"


def test_a_page_quotes_the_first_of_many_and_says_so(publish: Publish) -> None:
    many = ["It reads RACF profiles."] * (SHOWN + 1)
    pages = {page.address: page for page in application.pages(publish(files(*many)))}
    reading = Reading(pages["applications/ibm-racf/"].body)
    assert len(reading.all("li", class_="catalog-row")) == 1 + SHOWN
    assert "1 partner lists it. 51 more mention it." in shown(reading.text)
    assert "Mentioned by The first 50 of 51" in shown(reading.text)
