"""Records of data files that are no partners: places for one, articles, persons, and slides."""

import pytest

from catalog_tool.importers import read_catalog
from catalog_tool.importers.placeholders import is_placeholder
from catalog_tool.model.vocabulary import Vocabulary

SITE = "https://www.contoso.com"


@pytest.mark.parametrize(
    ("name", "site", "text", "expected"),
    [
        ("Your logo here", "", "", True),
        ("Example Corp", "https://example.com", "", True),
        ("Example Corp", SITE, "", False),
        ("Contoso", "", "Lorem ipsum dolor", True),
        ("Contoso", SITE, "Lorem ipsum dolor", False),
        ("Contoso", "https://your-company.com", "TODO: describe it", True),
        ("Contoso", "https://example.com", "Gateway", False),
        ("Contoso", SITE, "TODO: describe it", False),
        ("TODO", "", "", True),
        ("We look for sponsors", "https://social.example/you/1", "placeholder", True),
        ("Contoso", SITE, "It fills placeholders", False),
    ],
)
def test_a_name_or_a_text_to_replace_is_a_place(
    name: str, site: str, text: str, *, expected: bool
) -> None:
    assert is_placeholder(name, site, [text]) is expected


def test_an_object_that_says_that_it_is_a_placeholder_is_a_question() -> None:
    text = f"- {{id: placeholder, title: Look, url: '{SITE}/1'}}\n- {{title: A, url: '{SITE}'}}"
    imported = read_catalog(text, Vocabulary())
    assert [each.name for each in imported.partners] == ["A"]
    assert [each.reason.partition("?")[0] for each in imported.left_out] == ["Is this a partner"]


def test_an_object_of_another_list_without_a_website_is_a_question() -> None:
    slides = "hero:\n- {title: Welcome, more: 'https://a.org/a'}\n- {title: Join us, text: Run}\n"
    sponsors = f"sponsors:\n- {{name: Contoso, url: '{SITE}'}}\n- {{name: Litware, logo: l.png}}\n"
    imported = read_catalog(slides + sponsors, Vocabulary())
    assert [each.name for each in imported.partners] == ["Contoso", "Litware"]
    questions = [each.text for each in imported.left_out if "Is this a partner?" in each.reason]
    assert [text.partition(";")[0] for text in questions] == ["title: Welcome", "title: Join us"]


def test_titles_that_are_sentences_are_those_of_articles() -> None:
    titles = ("We joined forces with Contoso", "Fabrikam supports us", "Litware")
    text = "".join(f"- title: {each}\n  url: https://n{len(each)}.org/a\n" for each in titles)
    imported = read_catalog(text, Vocabulary())
    assert [each.name for each in imported.partners] == ["Litware"]
    assert read_catalog(text.replace("title:", "name:"), Vocabulary()).partners[1:]


def test_persons_beside_partners_are_left_out() -> None:
    speakers = (
        "speakers:\n- {name: Jo Doe, url: https://jodoe.net}\n- {name: K, url: https://k.net}\n"
    )
    sponsors = f"sponsors:\n- {{name: Contoso, url: '{SITE}'}}\n"
    imported = read_catalog(speakers + sponsors, Vocabulary())
    assert [each.name for each in imported.partners] == ["Contoso"]
    assert "https://jodoe.net" in imported.left_out[0].text


def test_the_name_of_a_company_is_preferred_to_the_title_of_a_job() -> None:
    jobs = (
        f"- {{title: Engineer, company: Contoso, url: '{SITE}/jobs'}}\n- {{title: A, company: B}}"
    )
    assert [each.name for each in read_catalog(jobs, Vocabulary()).partners] == ["Contoso", "B"]
