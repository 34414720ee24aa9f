"""The home page of small and large catalogs."""

import datetime as dt
import re
from dataclasses import replace

import pytest

from catalog_tool.model.changes import ListChanged
from catalog_tool.model.history import History, News, PartnerNews
from catalog_tool.model.publication import Publication
from catalog_tool.site.pages import catalog, home
from catalog_tool.site.pages.home import PARTNERS_SHOWN, pages
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown

VOCABULARY = """\
categories:
  mainframe: {name: Mainframe, description: Large.}
applications:
  IBM RACF: {category: mainframe}
"""


def reading_of(publication: Publication) -> Reading:
    (page,) = pages(publication)
    return Reading(page.body)


def section(reading: Reading, id_: str) -> str:
    return " ".join(shown(each.text) for each in reading.all("section", id=id_))


def now_lists_epic() -> ListChanged:
    return ListChanged("applications", ("Epic",), ())


def companies(count: int) -> dict[str, str]:
    return {f"partners/company-{number}.yaml": "" for number in range(count)}


def test_up_to_24_partners_are_all_shown_as_cards(publish: Publish) -> None:
    reading = reading_of(publish(companies(PARTNERS_SHOWN)))
    assert len(reading.all("li", class_="catalog-card")) == PARTNERS_SHOWN
    assert not reading.all("dl", class_="catalog-figures")
    assert not section(reading, "letters")


def test_more_partners_are_four_figures_and_letters_never_a_wall(publish: Publish) -> None:
    files = companies(PARTNERS_SHOWN + 1) | {"partners/_vocabulary.yaml": VOCABULARY}
    files["partners/company-0.yaml"] = "tested_on: 2026-05-04\napplications: [IBM RACF, A]\n"
    reading = reading_of(replace(publish(files), day=dt.date(2026, 6, 1)))
    assert not reading.all("li", class_="catalog-card")
    (figures,) = reading.all("dl", class_="catalog-figures")
    expected = "partners25 applications2 category1 tested in the last 12 months1"
    assert shown(figures.text) == expected
    assert section(reading, "letters") == f"From A to Z All {PARTNERS_SHOWN + 1} partners C"
    assert "catalog/#initial-c" in reading.links()
    assert [link for link in reading.links() if link.startswith("partners/")] == [
        "partners/company-0/"
    ]


def test_without_tests_of_the_last_year_no_zero_is_shown(publish: Publish) -> None:
    files = companies(PARTNERS_SHOWN + 1) | {"partners/company-0.yaml": "tested_on: 2025-05-04\n"}
    reading = reading_of(replace(publish(files), day=dt.date(2026, 6, 1)))
    (figures,) = reading.all("dl", class_="catalog-figures")
    assert "tested" not in shown(figures.text)


def test_letters_lead_to_the_pages_of_a_catalog_with_one_for_each(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = publish(
        companies(PARTNERS_SHOWN + 1) | {"partners/a.yaml": "tested_on: 2026-05-04\n"}
    )
    assert {"catalog/#initial-c", "catalog/?sort=tested"} <= {*reading_of(publication).links()}
    for module in (catalog, home):
        monkeypatch.setattr(module, "MOST_ROWS", PARTNERS_SHOWN)
    links = reading_of(publication).links()
    assert {"catalog/a/", "catalog/c/"} <= {*links}
    assert "catalog/?sort=tested" not in links
    made = {page.address for page in catalog.pages(publication)}
    assert {"catalog/a/", "catalog/c/"} <= made


def test_recently_tested_are_those_with_a_fresh_test(publish: Publish) -> None:
    tested = {
        f"partners/company-{n}.yaml": f"tested_on: 2026-05-0{n}\ntested_by: Users {n}\n"
        for n in range(1, 8)
    }
    tested["partners/old.yaml"] = "tested_on: 2024-05-04\n"
    reading = reading_of(replace(publish(tested), day=dt.date(2026, 6, 1)))
    assert re.findall(r"Users (\d) May \d, 2026", section(reading, "tested")) == [*"76543"]
    assert "2024" not in section(reading, "tested")


def test_without_a_history_nothing_is_called_new(publish: Publish) -> None:
    reading = reading_of(publish({"partners/contoso.yaml": ""}))
    assert not section(reading, "changed")


def test_what_changed_is_said_once_per_partner_the_last_first(publish: Publish) -> None:
    news = (
        PartnerNews("2026-05-09", News.TESTED, "adatum"),
        PartnerNews("2026-05-08", News.CHANGED, "contoso", changes=(now_lists_epic(),)),
        PartnerNews("2026-05-07", News.ADDED, "adatum"),
        PartnerNews("2026-05-01", News.ADDED, "contoso"),
    )
    publication = publish({"partners/contoso.yaml": "", "partners/adatum.yaml": ""})
    history = History(since="2026-05-01", news=news, counts=())
    reading = reading_of(replace(publication, history=history))
    assert section(reading, "changed") == (
        "Recently added or changed What’s new C Contoso Now lists Epic. May 8, 2026 "
        "A Adatum New in the catalog. May 7, 2026"
    )


def test_many_that_joined_on_one_day_are_one_row_and_none_is_picked(publish: Publish) -> None:
    files = companies(PARTNERS_SHOWN + 1)
    ids = (f"company-{number}" for number in range(len(files)))
    news = (
        PartnerNews("2026-05-08", News.CHANGED, "company-3", changes=(now_lists_epic(),)),
        *(PartnerNews("2026-05-07", News.ADDED, id_) for id_ in ids),
    )
    history = History(since="2026-05-01", news=news, counts=())
    reading = reading_of(replace(publish(files), history=history))
    assert section(reading, "changed") == (
        "Recently added or changed What’s new C3 Company 3 Now lists Epic. May 8, 2026 "
        "25 partners New in the catalog. May 7, 2026"
    )


@pytest.mark.parametrize(
    ("second", "label"), [("IBM RACF", "Most listed"), ("Unknown System", "Examples")]
)
def test_examples_are_called_what_they_are(second: str, label: str, publish: Publish) -> None:
    files = {
        "partners/adatum.yaml": "applications:\n  - IBM RACF\n",
        "partners/contoso.yaml": f"applications:\n  - {second}\n",
    }
    reading = reading_of(publish(files))
    (examples,) = reading.all("div", class_="catalog-examples")
    assert shown(examples.text).startswith(f"{label} IBM RACF")
    assert "often" not in reading.text


def test_an_empty_catalog_invites(publish: Publish) -> None:
    reading = reading_of(publish({}))
    assert "This catalog has no partners yet. Be the first." in shown(reading.text)
    assert not reading.all("dl", class_="catalog-figures")
