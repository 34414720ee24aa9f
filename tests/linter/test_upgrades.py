"""What older catalogs have becomes today's format, and nothing else changes.

Each folder in ``upgrades`` is an example: a catalog before and after.
"""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from catalog_tool.linter.upgrades import CONFIGURATION_UPGRADES, UPGRADES, Upgraded, upgrade
from catalog_tool.loader.configuration import ConfigurationError, load_settings
from catalog_tool.model.error import CatalogError
from catalog_tool.pipeline import check, write_fixes
from tests.checking import Content, written
from tests.documents import REPOSITORY

EXAMPLES = sorted((Path(__file__).parent / "upgrades").iterdir())
CONFIGURATION = "site_name: Contoso\nplugins:\n  - catalog\n"
every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)


def texts(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def upgraded(files: Mapping[str, Content]) -> Upgraded:
    with written({"mkdocs.yml": CONFIGURATION, **files}) as settings:
        return upgrade(settings.root)


def upgraded_configuration(text: str) -> str:
    for rewrite in CONFIGURATION_UPGRADES.values():
        text = rewrite(text)
    return text


@every_example
def test_an_example_becomes_todays_format(example: Path, tmp_path: Path) -> None:
    catalog = tmp_path / "catalog"
    shutil.copytree(example / "before", catalog)
    found = upgrade(catalog)
    assert texts(catalog) == texts(example / "before")
    write_fixes(found.files, catalog)
    assert texts(catalog) == texts(example / "after")
    assert found.messages
    assert check(load_settings(catalog)).diagnostics == ()


@every_example
def test_a_second_upgrade_changes_nothing(example: Path) -> None:
    assert upgrade(example / "after").files == ()
    assert upgrade(example / "after").messages == ()


@every_example
def test_comments_stay(example: Path) -> None:
    before, after = (
        sorted(re.findall("# .*", "\n".join(texts(example / side).values())))
        for side in ("before", "after")
    )
    assert before == after


def test_all_upgrades_together_end_where_each_of_them_does(tmp_path: Path) -> None:
    for example in EXAMPLES:
        shutil.copytree(example / "before", tmp_path, dirs_exist_ok=True)
    found = upgrade(tmp_path)
    assert len(found.messages) == len(UPGRADES) + 1
    write_fixes(found.files, tmp_path)
    after = texts(tmp_path)
    again = upgrade(tmp_path)
    assert (again.files, again.messages) == ((), ())
    assert texts(tmp_path) == after
    assert check(load_settings(tmp_path)).may_publish


def test_each_upgrade_has_an_example() -> None:
    messages = [message for example in EXAMPLES for message in upgrade(example / "before").messages]
    assert {*messages} == {*UPGRADES, *CONFIGURATION_UPGRADES}


def test_our_own_catalog_has_todays_format() -> None:
    assert upgrade(REPOSITORY).files == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "- catalog: {admins: [contoso/a, anna]}",
            "admins: [anna], code_owners: [contoso/a, anna]",
        ),
        ("- catalog:\n    admins: [contoso/a]", "    admins: []\n    code_owners: [contoso/a]"),
        ("- catalog: {admins: ['123', a/b]}", "admins: ['123'], code_owners: ['123', a/b]"),
        ("    catalog: {admins: [contoso/a]}", "{admins: [], code_owners: [contoso/a]}"),
    ],
)
def test_teams_become_code_owners_however_they_are_written(before: str, after: str) -> None:
    assert after in upgraded_configuration(f"plugins:\n{before}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("plugins: [search, catalog]", "plugins: [catalog]"),
        ("plugins: [catalog, search]", "plugins: [catalog]"),
        ("plugins: [search: {lang: de}, catalog: null]", "plugins: [catalog: null]"),
        ("plugins: {catalog: {}, search: {}}", "plugins: {catalog: {}}"),
        ("plugins:\n  search:\n    lang: en\n  catalog: {}", "plugins:\n  catalog: {}"),
        ("plugins:\n- catalog\n- search # all\nextra: {}", "plugins:\n- catalog\nextra: {}"),
        ("plugins: [catalog: {full_text_limit: 5}]", "plugins: [catalog: {}]"),
        ("plugins: [catalog: {branch: a, full_text_limit: 5}]", "plugins: [catalog: {branch: a}]"),
        (
            "theme: {features: [a, search.share, search.suggest]}\nplugins: [catalog]",
            "theme: {features: [a]}\nplugins: [catalog]",
        ),
    ],
)
def test_other_searches_are_removed_however_they_are_written(before: str, after: str) -> None:
    assert upgraded_configuration(f"{before}\n") == f"{after}\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plugins: [search]\n",
        "plugins: [{search: {enabled: false}}, catalog]\n",
        "theme: {features: [search.suggest]}\nplugins: [catalog]\n",
        "plugins:\n- catalog: {admins: [anna]}\n",
        "plugins:\n- catalog: {admins: contoso/a}\n",
        "plugins:\n- catalog: {admins: [contoso/a], code_owners: [contoso/b]}\n",
        "plugins: [\n",
    ],
)
def test_another_configuration_stays_as_it_is(text: str) -> None:
    assert upgraded_configuration(text) == text


def test_a_configuration_that_is_wrong_in_another_way_is_an_error(tmp_path: Path) -> None:
    text = "plugins:\n  - catalog: {admins: anna}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="can't be 'anna'"):
        upgrade(tmp_path)


@pytest.mark.parametrize(
    "files",
    [
        {"partners/_exceptions.yaml": "exceptions: none\n"},
        {"partners/_vocabulary.yaml": "interfaces:\n  sql:\n    name: SQL\n"},
        {"partners/_vocabulary.yaml": "interfaces: {sql: {  # x\n  name: SQL}}\na: {}\n"},
    ],
    ids=str,
)
def test_what_cannot_be_rewritten_is_left_to_a_person(files: Mapping[str, Content]) -> None:
    with pytest.raises(
        CatalogError, match=r"partners/_\w+\.yaml, line \d: '.+' is written in a way"
    ):
        upgraded(files)


def test_files_in_braces_are_rewritten() -> None:
    exceptions = "# Ours.\nexceptions: [{entry: contoso, rule: duplicate-website}]  # one\n"
    vocabulary = "{categories: {}, interfaces: {sql: {name: SQL,\n  description: Queries}, a: B}}\n"
    found = upgraded(
        {"partners/_exceptions.yaml": exceptions, "partners/_vocabulary.yaml": vocabulary}
    )
    texts = {file.path: file.after for file in found.files}
    assert texts["partners/_exceptions.yaml"] == (
        "# Ours.\n[{entry: contoso, rule: duplicate-website}]  # one\n"
    )
    assert texts["partners/_vocabulary.yaml"] == "{categories: {}}\n"
    values = "    sql: {name: SQL, description: Queries}\n    a: B\n"
    assert f"  values:\n{values}  show:" in texts["partners/_fields.yaml"]


@pytest.mark.parametrize(
    "files",
    [
        {"partners/_exceptions.yaml": "exceptions:\n  - entry: contoso\nothers: []\n"},
        {"partners/_exceptions.yaml": "&x exceptions:\n"},
        {"partners/contoso.yaml": "interfaces: [GraphQL, 'a: {b']\n"},
    ],
    ids=str,
)
def test_what_was_never_valid_is_left_to_the_check(files: Mapping[str, Content]) -> None:
    assert upgraded(files).files == ()


def test_an_interface_that_is_a_field_already_only_leaves_the_vocabulary() -> None:
    vocabulary = "categories: {}\ninterfaces:\n  sql:\n    name: SQL\n"
    fields = "interfaces:\n  label: Interfaces\n  type: choice\n  values:\n    sql: SQL\n"
    (file,) = upgraded(
        {"partners/_vocabulary.yaml": vocabulary, "partners/_fields.yaml": fields}
    ).files
    assert (file.path, file.after) == ("partners/_vocabulary.yaml", "categories: {}\n")


def test_a_key_that_the_vocabulary_no_longer_has_points_to_the_upgrade() -> None:
    before = next(path for path in EXAMPLES if path.name == "interfaces-in-the-vocabulary")
    hints = [found.hint for found in check(load_settings(before / "before")).diagnostics]
    assert any("`catalog upgrade`" in hint for hint in hints)
