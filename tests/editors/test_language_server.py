"""An entry in an editor, with the language server that editors run."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from catalog_tool.model.entry_template import new_entry
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.partner import Link, Partner
from catalog_tool.model.settings import SCHEMA_FILE
from catalog_tool.site.exporters.schemas import ENTRY
from tests.editors.language_server import LanguageServer
from tests.site.exporters.catalogs import REPOSITORY, publication

MODELINE = entry_text({})
pytestmark = pytest.mark.slow  # npm brings the server

WHOLE = """\
name: Contoso
website: https://www.contoso.com/identity
contact: sales@contoso.com
description: This gateway provisions accounts.
applications:
  - IBM RACF
"""
END = "  - IBM RACF\n"
# Nothing is fetched: the only schema is the one of the repository.
ALONE = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "hover": True}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog's folder with its schemas, and with the settings of this repository's editors."""
    root = tmp_path_factory.mktemp("catalog").resolve()
    (root / "partners").mkdir()
    shutil.copytree(REPOSITORY / "docs" / "schema", root / "docs" / "schema")
    (root / SCHEMA_FILE).write_text(ENTRY.export(publication([])), encoding="utf-8")
    shutil.copytree(REPOSITORY / ".vscode", root / ".vscode")
    return root


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[LanguageServer]:
    """A server that knows of the schema only what the entries themselves say."""
    running = LanguageServer(folder, ALONE)
    yield running
    running.close()


@pytest.fixture
def editor(server: LanguageServer, folder: Path) -> "Editor":
    return Editor(server, folder)


class Editor:
    """One partner file in the editor; each text is a document of its own."""

    opened = 0

    def __init__(self, server: LanguageServer, folder: Path) -> None:
        self._server = server
        self._folder = folder

    def open(self, text: str) -> str:
        Editor.opened += 1
        return self._server.open(self._folder / "partners" / f"entry-{Editor.opened}.yaml", text)

    def problems(self, text: str) -> list[tuple[str, str]]:
        """Return each problem as the text it points at and the words it says."""
        lines = text.splitlines()
        found = []
        for each in self._server.problems(self.open(text)):
            start, end = each["range"]["start"], each["range"]["end"]
            last = end["character"] if start["line"] == end["line"] else None
            found.append((lines[start["line"]][start["character"] : last], each["message"]))
        return found

    def completions(self, text: str) -> list[dict[str, Any]]:
        """Return what is offered at the mark ``|`` of a text."""
        answer = self._server.request("textDocument/completion", self._place(text))
        listed: list[dict[str, Any]] = answer["items"]
        return listed

    def hover(self, text: str) -> str:
        """Return what is shown where the mark ``|`` of a text stands."""
        answer = self._server.request("textDocument/hover", self._place(text))
        shown: str = answer["contents"]["value"]
        return shown

    def _place(self, text: str) -> dict[str, Any]:
        before, _, after = text.partition("|")
        uri = self.open(before + after)
        self._server.problems(uri)
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return {"textDocument": {"uri": uri}, "position": position}


def labels(offered: list[dict[str, Any]]) -> list[str]:
    return [each["label"] for each in offered]


# Completion


def test_every_key_is_offered_with_what_it_means(editor: Editor) -> None:
    offered = {each["label"]: each for each in editor.completions(f"{MODELINE}|")}
    for key, field in Partner.model_fields.items():
        assert key in offered
        assert str(field.description) in json.dumps(offered[key]["documentation"])


def test_a_key_that_is_there_is_not_offered_again(editor: Editor) -> None:
    offered = labels(editor.completions(f"{MODELINE}{WHOLE}|"))
    assert "links" in offered
    assert not set(offered) & {"name", "website", "contact", "description", "applications"}


def test_the_keys_of_a_link_are_offered(editor: Editor) -> None:
    offered = labels(editor.completions(f"{MODELINE}{WHOLE}links:\n  - |"))
    assert set(Link.model_fields) <= set(offered)


@pytest.mark.parametrize(
    ("key", "words"), [("interfaces", {"scim", "sql"}), ("directions", {"outbound", "inbound"})]
)
def test_the_words_of_a_list_are_offered(editor: Editor, key: str, words: set[str]) -> None:
    offered = editor.completions(f"{MODELINE}{WHOLE}{key}:\n  - |")
    assert words <= set(labels(offered))


# Hover


@pytest.mark.parametrize("key", list(Partner.model_fields))
def test_a_key_is_explained_with_an_example(editor: Editor, key: str) -> None:
    field = Partner.model_fields[key]
    example = entry_text({key: field.examples[0]} if field.examples else {})
    text = f"{MODELINE}{example.partition(chr(10))[2]}"
    shown = editor.hover(text.replace(f"\n{key}:", f"\n{key[0]}|{key[1:]}:"))
    assert str(field.description) in shown
    assert f"```yaml\n{key}:" in shown


# Problems


def test_a_valid_entry_has_no_problem(editor: Editor) -> None:
    assert editor.problems(f"{MODELINE}{WHOLE}") == []


def test_a_new_entry_has_no_problem_but_what_is_to_be_filled_in(editor: Editor) -> None:
    assert editor.problems(new_entry({"name": "Contoso"})) == []


@pytest.mark.parametrize(
    "path", [*(REPOSITORY / "partners").glob("[!_]*.yaml")], ids=lambda path: path.stem
)
def test_the_entries_of_this_repository_have_no_problem(editor: Editor, path: Path) -> None:
    assert editor.problems(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("before", "after", "places", "words"),
    [
        ("https:", "http:", ["http://www.contoso.com/identity"], "starting with https://"),
        ("sales@contoso.com", "sales", ["sales"], "an https address or one email address"),
        ("Contoso", "365", ["365"], 'Expected "string"'),
        (" Contoso", "", [""], 'Expected "string"'),
        ("Contoso", "''", ["''"], "on one line, with single spaces"),
        ("Contoso", "no", [], ""),
        (END, f"{END}colour: blue\n", ["colour"], "Property colour is not allowed"),
        (END, f"{END}interfaces:\n  - telnet\n", ["telnet"], "scim"),
        (END, f"{END}tested_on: 4.5.26\n", ["4.5.26"], "for example 2026-05-04"),
        (END, f"{END}tested_on: 2026-05-04\n", [], ""),
        (END, f"{END}links:\n  - label: SDK\n", ["l"], 'Missing property "url"'),
        (END, f"{END}maintainers:\n  - '@anna'\n", ["'@anna'"], "the login without @"),
        ("contact: sales@contoso.com\n", "", ["n"], 'Missing property "contact"'),
        ("applications:\n  - IBM RACF\n", "applications: ADP\n", ["ADP"], 'Expected "array'),
        ("applications:\n  - IBM RACF\n", "applications: []\n", ["[]"], "too few items"),
        ("applications:\n  - IBM RACF\n", "", ["n"], 'Missing property "applications"'),
    ],
)
def test_a_mistake_is_shown_where_it_is(
    editor: Editor, before: str, after: str, places: list[str], words: str
) -> None:
    found = editor.problems(f"{MODELINE}{WHOLE.replace(before, after)}")
    assert [place for place, _ in found] == places
    assert words in " ".join(message for _, message in found)


# Where the schema comes from


def test_without_its_first_line_an_entry_has_no_schema_of_its_own(editor: Editor) -> None:
    assert editor.problems("colour: blue\n") == []


def test_the_first_line_is_read_relative_to_the_file(editor: Editor) -> None:
    astray = MODELINE.replace("../docs", "docs")
    assert "colour" not in [shown for shown, _ in editor.problems(f"{astray}colour: blue\n")]
    assert editor.problems(f"{MODELINE}colour: blue\n") != []


def test_the_settings_of_the_repository_bring_each_file_its_schema(folder: Path) -> None:
    settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    schemas = {"schemas": settings["yaml.schemas"], **ALONE["yaml"]}
    running = LanguageServer(folder, {"yaml": schemas})
    try:
        assert Editor(running, folder).problems(f"{WHOLE}colour: blue\n") != []
        path = folder / "partners" / "_vocabulary.yaml"
        ours = (REPOSITORY / "partners" / path.name).read_text(encoding="utf-8")
        assert running.problems(running.open(path, ours)) == []
        fields = path.with_name("_fields.yaml")
        assert running.problems(running.open(fields, "colour: blue\n")) != []
    finally:
        running.close()
