"""Folders with one page per partner, whose front matter says what it is about."""

import pytest

from catalog_tool.importers import read_pages
from catalog_tool.importers.result import Import

A, B = "https://www.contoso.com", "https://www.fabrikam.com"
NAMES_AND_SITES = [("Contoso", A), ("Fabrikam", B)]


def pages(*fronts: str) -> dict[str, str]:
    names = ("contoso.md", "fabrikam.md", "litware.md")
    return {
        name: f"---\n{front}\n---\nThey provision accounts.\n"
        for name, front in zip(names, fronts, strict=False)
    }


def told(imports: dict[str, Import]) -> list[tuple[str, str]]:
    partners = (partner for each in imports.values() for partner in each.partners)
    return [(partner.name, str(partner.values.get("website", ""))) for partner in partners]


@pytest.mark.parametrize(
    "lines",
    [
        "provider: {}",
        "provider: {}\nfeatures:\n- {{title: Gate, url: 'https://gate.example.com'}}",
        "provider: {}\nprojects:\n- {{name: Gate, contact: 'a@example.com'}}",
        "forum: https://forum.example.com\nprovider: {}",
        "website: {}\nfeatures:\n- {{title: Gate, url: 'https://gate.example.com'}}",
    ],
    ids=["unknown key", "with a list", "with people", "two addresses", "known key"],
)
def test_each_page_is_a_partner_and_its_lists_are_none(lines: str) -> None:
    fronts = [f"title: {name}\n{lines.format(site)}" for name, site in NAMES_AND_SITES]
    found = read_pages(pages(*fronts))
    assert told(found) == NAMES_AND_SITES
    placed = {each.key: each.is_guess for each in found["contoso.md"].partners[0].placements}
    assert placed["website"] == ("provider" in lines)


def test_an_address_with_the_name_below_the_front_matter_is_the_website_as_a_guess() -> None:
    texts = {
        f"{name}.md": f"---\ntitle: {name}\n---\nSee [it]({site}), like https://www.example.com.\n"
        for name, site in NAMES_AND_SITES
    }
    found = read_pages(texts)
    assert told(found) == NAMES_AND_SITES
    placed = {each.key: each.is_guess for each in found["Contoso.md"].partners[0].placements}
    assert placed == {"name": False, "website": True, "description": False}
    tips = {file: text.replace("\n---", " Tips\n---", 1) for file, text in texts.items()}
    assert read_pages(tips) == {}


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("forum: https://{1[0]}1.com\nprovider: {2}/us", "See {2}/blog and {2}.", "{2}/us"),
        ("logos:\n- {{url: '{2}', logo: '{2}/a.png'}}\n- {{url: 'https://a.com'}}", "", "{2}"),
        ("url: /{1}/", '# {0}\n{{{{< button href="{2}/a" >}}}}\n{{{{< /button >}}}}\n', "{2}/a"),
        ("level: Gold", "See [more]({2}/a) of [them]({2}/), and {2}/logo.png.\n", "{2}/"),
        ("level: Gold", "{2}\n", "{2}"),
        ("level: Gold", "<https://{1[0]}1.com>\n", "https://{1[0]}1.com"),
        ("level: Gold", "[Web](https://{1[0]}1.com), [Demo](https://a.com)", "https://{1[0]}1.com"),
        (
            "repo: https://github.com/{1}/a\npackage: https://packages.example/{1}",
            "See {2}/a.",
            "{2}/a",
        ),
    ],
    ids=["above", "inside", "button", "several", "bare", "another name", "label", "besides others"],
)
def test_an_address_below_is_the_website_by_its_domain_its_label_or_its_place(
    above: str, below: str, expected: str
) -> None:
    told_of = [(name, name.lower(), site) for name, site in NAMES_AND_SITES]
    page = f"\n---\ntitle: {{0}}\n{above}\n---\n{below}"
    found = read_pages({f"{each[1]}.md": page.format(*each) for each in told_of})
    assert told(found) == [(each[0], expected.format(*each)) for each in told_of]
    assert "# Contoso" not in str(found["contoso.md"].partners[0].values)


def test_several_addresses_of_pages_with_names_are_links() -> None:
    fronts = [
        f"name: {name}\nrepo: https://github.com/{name}/a\npackage: https://packages.example/{name}"
        for name in ("Contoso", "Fabrikam")
    ]
    found = read_pages(pages(*fronts))
    assert told(found) == [("Contoso", ""), ("Fabrikam", "")]
    assert found["contoso.md"].partners[0].values["links"] == (
        {"label": "repo", "url": "https://github.com/Contoso/a"},
        {"label": "package", "url": "https://packages.example/Contoso"},
    )
    titles = [front.replace("name", "title") for front in fronts]
    assert read_pages(pages(*titles)) == {}
    persons = [front.replace("/a\n", "\n") for front in fronts]
    assert read_pages(pages(*persons)) == {}


def test_front_matter_in_toml_is_read_together_too() -> None:
    texts = {
        f"{name.lower()}.md": f'+++\ntitle = "{name}"\nprovider = "{site}"\n+++\n'
        for name, site in NAMES_AND_SITES
    }
    assert told(read_pages(texts)) == NAMES_AND_SITES


def test_a_page_of_the_same_shape_without_an_address_is_a_question() -> None:
    fronts = [f"title: {name}\nprovider: {site}" for name, site in NAMES_AND_SITES]
    found = read_pages(pages(*fronts, "title: Litware\nprovider:\nbanner: https://a.com/b.png"))
    assert [each.partners for each in found.values()][2:] == [()]
    (question, *_) = found["litware.md"].left_out
    assert question.reason.startswith("Is this a partner? No website")
    assert (question.lines.first, question.lines.last) == (1, 6)


def test_a_page_with_a_mistake_says_where_it_is() -> None:
    fronts = [f"title: {name}\nprovider: {site}" for name, site in NAMES_AND_SITES]
    found = read_pages(pages(*fronts, "title: Litware\nprovider: [https://www.litware.com"))
    (question,) = found["litware.md"].left_out
    assert "can't be read as a list of objects. Line 3: " in question.reason
    assert "https://www.litware.com" in question.text


def test_what_all_pages_say_is_in_the_report_and_not_in_the_entries() -> None:
    partners = [*NAMES_AND_SITES, ("Litware", "https://www.litware.com")]
    fronts = [
        f"title: {name}\nlayout: member\nlevel: L{number}\nhome: {site}"
        for number, (name, site) in enumerate(partners)
    ]
    found = read_pages(pages(*fronts))
    texts = [str(each.partners[0].values["description"]) for each in found.values()]
    assert texts == [f"They provision accounts.\n\nlevel: L{number}\n" for number in range(3)]
    changes = [(each.text, each.lines.file) for of in found.values() for each in of.changes]
    assert changes == [("layout: member", "contoso.md")]
    first, _ = read_pages(pages(*fronts[:2])).values()
    assert "layout: member" in str(first.partners[0].values["description"])


@pytest.mark.parametrize(
    "lines",
    [
        "partners:\n- {{name: Litware, url: '{}'}}",
        "date: 2024-02-03",
        "url: /{}/",
        "source: https://www.example.com/{}",
        "image: {}/a.png",
    ],
    ids=["lists of partners", "no address", "pages of the site", "one owner", "pictures"],
)
def test_other_pages_are_read_as_lists(lines: str) -> None:
    fronts = [f"title: {name}\n{lines.format(site)}" for name, site in NAMES_AND_SITES]
    assert read_pages(pages(*fronts)) == {}


def test_the_pages_of_each_folder_are_judged_by_themselves() -> None:
    fronts = [f"title: {name}\nprovider: {site}" for name, site in NAMES_AND_SITES]
    partners = {f"partners/{file}": text for file, text in pages(*fronts).items()}
    posts = {
        "posts/1.md": "---\ntitle: News\n---\nFrom https://www.example.com.\n",
        "posts/2.md": "---\ntitle: Fair\ncredit: https://www.example.com\n---\n",
    }
    assert list(read_pages(partners | posts)) == list(partners)


def test_each_folder_can_have_one_page() -> None:
    fronts = [f"title: {name}\nprovider: {site}" for name, site in NAMES_AND_SITES]
    texts = {
        f"partners/{file.removesuffix('.md')}/index.md": text
        for file, text in pages(*fronts).items()
    }
    assert told(read_pages(texts)) == NAMES_AND_SITES


@pytest.mark.parametrize(
    "page",
    [
        "---\n\n---\n- [Litware](https://www.litware.com)\n",
        "---\ntitle: [Litware\n---\n- [Litware](https://www.litware.com)\n",
        "# Others\n",
    ],
    ids=["empty", "broken", "none"],
)
def test_a_list_below_unusual_front_matter_is_read_as_a_list(page: str) -> None:
    fronts = [f"title: {name}\nprovider: {site}" for name, site in NAMES_AND_SITES]
    assert "others.md" not in read_pages({**pages(*fronts), "others.md": page})


def test_a_page_of_another_shape_is_read_as_a_list() -> None:
    fronts = [f"title: {name}\nprovider: {site}" for name, site in NAMES_AND_SITES]
    found = read_pages(pages(*fronts, "title: All of them"))
    assert list(found) == ["contoso.md", "fabrikam.md"]
