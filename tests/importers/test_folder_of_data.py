"""Folders with one YAML, JSON, or TOML file per partner."""

import json
from pathlib import Path

import pytest

from catalog_tool.importers import read_pages
from catalog_tool.importers.folder import read_texts
from catalog_tool.importers.result import Import

SITES = {"Contoso": "https://www.contoso.com", "Fabrikam": "https://www.fabrikam.com"}


def told(imports: dict[str, Import]) -> dict[str, str]:
    partners = (partner for each in imports.values() for partner in each.partners)
    return {partner.name: str(partner.values.get("website", "")) for partner in partners}


def files(template: str, suffix: str = "yaml", folder: str = "plugins") -> dict[str, str]:
    return {
        f"{folder}/{name.lower()}.{suffix}": template % {"name": name, "site": site}
        for name, site in SITES.items()
    }


@pytest.mark.parametrize(
    ("suffix", "template"),
    [
        ("yaml", "title: %(name)s\nauthorUrl: %(site)s\ndocs: https://github.com/%(name)s/docs\n"),
        ("yaml", "name: %(name)s\nsite: %(site)s\npackages:\n- {name: A, url: https://a.com}\n"),
        ("json", '{"%(name)s": {"url": "%(site)s", "methods": ["a", "b"]}}'),
        ("toml", '[partner]\nname = "%(name)s"\nurl = "%(site)s"\n[[partner.links]]\nurl = "/a"\n'),
    ],
    ids=["unknown keys", "lists inside", "name as the key", "one table"],
)
def test_each_file_is_a_partner(suffix: str, template: str) -> None:
    assert told(read_pages(files(template, suffix))) == SITES


def test_what_has_no_website_beside_folders_with_websites_is_a_question() -> None:
    partners = files("name: %(name)s\nurl: %(site)s\nlevel: Gold\n")
    topic = "name: %s\nseen:\n- {title: awesome-%s, url: https://github.com/b/awesome-%s}\n"
    topics = {f"topics/{each}.yml": topic % (each, each, each) for each in ("money", "mail")}
    found = read_pages({**partners, **topics, "package.json": '{"name": "catalog", "main": "a"}'})
    assert told(found) == SITES
    (question,) = found["topics/mail.yml"].left_out
    assert question.reason.startswith("Is this a partner? It isn't like the files")
    assert "awesome-mail" in question.text
    assert found["package.json"].left_out


def test_lists_are_read_as_lists() -> None:
    partners = [{"name": name, "url": site} for name, site in SITES.items()]
    by_name = {each["name"]: each for each in partners}
    lists = (partners, {"partners": by_name}, {"title": "Partners", "partners": partners}, by_name)
    for content in lists:
        texts = {f"{year}.json": json.dumps(content) for year in (2024, 2025)}
        assert read_pages({**texts, "others.csv": "name,url\nLitware,https://litware.com"}) == {}


def test_a_broken_file_is_left_to_those_who_read_lists() -> None:
    partners = files("name: %(name)s\nurl: %(site)s\n")
    assert told(read_pages({**partners, "plugins/litware.yaml": "name: ["})) == SITES


def test_the_only_file_of_a_folder_is_judged_with_those_of_the_folder_beside_it() -> None:
    text = '+++\ntitle = "%(name)s"\n[extra]\nlink = "%(site)s"\n+++\n'
    litware = {"gold/litware.md": text % {"name": "Litware", "site": "https://litware.com"}}
    found = read_pages({**files(text, "md", "silver"), **litware})
    assert told(found) == {**SITES, "Litware": "https://litware.com"}


@pytest.mark.parametrize("file", ["example/info.yaml", "contoso/schema.json", "template.yaml"])
def test_files_to_copy_are_skipped(file: str, tmp_path: Path) -> None:
    for path in (file, "contoso/info.yaml", "litware.yaml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("name: A\nurl: https://a.com\n", encoding="utf-8")
    texts, skipped = read_texts(tmp_path, tmp_path / "none")
    assert set(texts) == {"contoso/info.yaml", "litware.yaml"}
    assert [each.file for each in skipped] == [file]
