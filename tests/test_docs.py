"""What the documents promise is true: links lead somewhere, commands exist, examples work."""

import json
import re
from pathlib import Path
from types import ModuleType
from typing import get_args

import click
import pytest

from catalog_tool.cli import main
from catalog_tool.linter.reporters import Summary, reporter
from catalog_tool.linter.rules.rule import Mandatory, Rule, all_rules, rule_of
from catalog_tool.model.content_policy import ContentPolicy
from catalog_tool.model.fields import FieldType
from catalog_tool.model.partner import Partner
from catalog_tool.model.settings import OPTIONS_SCHEMA_FILE, SCHEMA_FILE, SHARED_SCHEMA_FILES
from tests.checking import check_files, codes, ordered_entry, places, rules_for
from tests.documents import REPOSITORY, Document, all_documents, document
from tests.linter.rules.examples import files_of

every_document = pytest.mark.parametrize("each", all_documents(), ids=lambda each: each.name)
every_record = pytest.mark.parametrize(
    "record", sorted((REPOSITORY / "docs/decisions").glob("[0-9]*.md")), ids=lambda path: path.stem
)

COMMAND = re.compile(r"^(?:\.venv/bin/)?catalog (?P<name>[a-z]+(?:-[a-z]+)*)(?P<arguments>[^#]*)")
MAKE = re.compile(r"^make (?P<target>[a-z]+)")
IN_REPOSITORY = re.compile(r"(?:catalog_tool|docs|requirements|tests|\.ci)/[^<\s]*")


@every_document
def test_relative_links_lead_to_files_and_headings(each: Document) -> None:
    for link in each.links:
        if re.match(r"[a-z]+:", link):
            continue
        path, _, fragment = link.partition("#")
        target = each.resolved(path) if path else each.path
        assert target.exists(), link
        if fragment:
            assert fragment in Document(target).anchors, link


@every_document
def test_email_is_spelled_in_one_way(each: Document) -> None:
    assert not re.search(r"\be-mail", each.text, re.IGNORECASE)


def test_what_the_program_says_spells_email_as_the_documents_do() -> None:
    program = (REPOSITORY / "catalog_tool").rglob("*.py")
    spelled = {path.name for path in program if re.search(r"\be-mail", path.read_text("utf-8"))}
    assert spelled == {"key_names.py"}  # a label that people write


@every_document
def test_commands_and_their_options_exist(each: Document) -> None:
    context = click.Context(main)
    for code in each.code:
        if not (called := COMMAND.match(code)):
            continue
        command = main.get_command(context, called["name"])
        assert command, code
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", called["arguments"])) <= known, code


@every_document
def test_make_targets_exist(each: Document) -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))
    for code in each.code:
        if called := MAKE.match(code):
            assert called["target"] in targets, code


@every_document
def test_rules_exist(each: Document) -> None:
    codes_named = set(re.findall(r"\bCAT\d{3}\b", each.text)) - {example_rule().code}
    assert codes_named <= {rule.code for rule in all_rules().values()}
    explained = (re.match(r"catalog explain ([a-z-]+)", code) for code in each.code)
    hyphenated = {span for span in each.spans if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", span)}
    hyphenated -= {*get_args(FieldType), *ContentPolicy().model_dump(by_alias=True)}
    assert hyphenated | {match[1] for match in explained if match} <= all_rules().keys()


@every_document
def test_files_named_in_code_exist(each: Document) -> None:
    for span in each.spans:
        path, _, test = span.partition("::")
        if IN_REPOSITORY.fullmatch(path) and path not in saved_paths():
            assert (REPOSITORY / path).exists(), span
            assert not test or f"def {test}(" in (REPOSITORY / path).read_text(encoding="utf-8")


def test_each_promise_about_a_pull_request_has_a_test() -> None:
    text = document("SECURITY.md").text
    rows = re.findall(
        r"^\| (?!it tries|who).*\|(.*)\|$", text[: text.index("## What GitHub")], re.MULTILINE
    )
    assert len(rows) > 50
    assert [row for row in rows if not re.match(r" `tests/[\w/]+\.py::test_\w+`", row)] == []


def test_tree_in_readme_names_what_there_is() -> None:
    (tree,) = [fence.text for fence in document("README.md").fences if "cli/" in fence.text]
    folder = ""
    for line in tree.splitlines():
        is_inside = line.startswith("  ")
        name = line.split()[0]
        assert (REPOSITORY / (f"{folder}{name}" if is_inside else name)).exists(), line
        folder = folder if is_inside else name


def test_tree_in_readme_names_every_package() -> None:
    packages = {path.parent.name for path in (REPOSITORY / "catalog_tool").glob("*/__init__.py")}
    (tree,) = [fence.text for fence in document("README.md").fences if "cli/" in fence.text]
    assert packages <= {name.rstrip("/") for name in tree.split()}


def test_readme_begins_with_what_it_is_and_two_commands() -> None:
    blocks = document("README.md").fences
    assert [line.split("#")[0].strip() for line in blocks[0].text.splitlines()] == [
        "make site",
        "make test",
    ]


def test_what_admins_can_choose_for_rules_is_listed() -> None:
    options, _, _ = document("docs/own-catalog.md").text.partition("## On GitHub")
    limits = [
        f"| `{rule.name}` | `{name}` | {one.meaning} | {one.default:,} | {one.most:,} |"
        for rule in all_rules().values()
        for name, one in rule.parameters.items()
    ]
    named = {why: [r.name for r in all_rules().values() if r.mandatory is why] for why in Mandatory}
    mandatory = [
        f"| {why} | {', '.join(f'`{name}`' for name in names)} |" for why, names in named.items()
    ]
    assert re.findall(r"^\| `.*\d \|$", options, re.MULTILINE) == limits
    _, _, table = options.partition("| because | rules |\n|---|---|\n")
    assert table.strip().splitlines() == mandatory


def test_exceptions_in_the_guide_for_admins_are_right() -> None:
    (exceptions,) = [
        fence.text for fence in document("docs/admins.md").fences if "review_by" in fence.text
    ]
    website = "website: https://www.contoso.com/identity\n"
    files = {
        "partners/contoso.yaml": ordered_entry(website),
        "partners/contoso-cloud.yaml": ordered_entry(website, "contoso-cloud"),
        "partners/fabrikam.yaml": ordered_entry("", "fabrikam"),
    }
    assert codes(check_files(files)) == ["CAT203", "CAT203"]
    assert check_files({**files, "partners/_exceptions.yaml": exceptions}) == []


def test_every_command_is_explained_to_admins() -> None:
    table = document("docs/admins.md").text.partition("## Links")[0]
    assert set(re.findall(r"`catalog ([a-z]+(?:-[a-z]+)*)", table)) >= main.commands.keys()


def test_readme_shows_what_the_check_says() -> None:
    (shown,) = [fence.text for fence in document("README.md").fences if "hint:" in fence.text]
    path, text = complete_entry()
    line, website = re.findall(r"^  (\d+) \| (website: .*)$", shown, re.MULTILINE)[0]
    lines = text.splitlines(keepends=True)
    lines[int(line) - 1] = f"{website}\n"
    found = check_files({path: "".join(lines)})
    said = click.unstyle(reporter("text")(found, Summary.of(found, 1)))
    assert said.partition("\n\n")[0] == shown.rstrip()


def test_complete_entry_of_contributing_passes_with_the_real_vocabulary() -> None:
    path, text = complete_entry()
    vocabulary = (REPOSITORY / "partners/_vocabulary.yaml").read_text(encoding="utf-8")
    assert check_files({path: text, "partners/_vocabulary.yaml": vocabulary}) == []


def test_contributing_explains_every_key() -> None:
    _, text = complete_entry()
    required = set(re.findall(r"^(\w+):", text, re.MULTILINE))
    assert required | {*document("CONTRIBUTING.md").spans} >= Partner.model_fields.keys()


def test_walks_of_contributing_go_through_files_that_exist() -> None:
    _, _, rest = document("CONTRIBUTING.md").text.partition("### Three walks")
    walks, _, _ = rest.partition("\n### ")
    folders = [REPOSITORY / "catalog_tool", REPOSITORY]
    steps = re.findall(r"`([\w./-]+\.(?:py|js|yaml))`", walks)
    assert len(steps) > 30
    for step in steps:
        found = [path for folder in folders if (path := folder / step).exists()]
        assert found, step
        folders.append(found[0].parent)


def test_example_rule_of_contributing_is_a_rule() -> None:
    rule = example_rule()
    assert rule.code not in {known.code for known in all_rules().values()}
    assert not any((REPOSITORY / path).exists() for path in saved_paths())
    rules = {**all_rules(), rule.name: rule}
    for example, expected_codes in (
        (rule.explanation.bad, [rule.code]),
        (rule.explanation.good, []),
    ):
        of_part = {**(rules_for(example) or {}), rule.name: rule}
        assert codes(check_files(files_of(example), rules=of_part)) == expected_codes
    (loud,) = [text for text in yaml_of_contributing() if "# expect: " in text]
    expected = re.findall(r"^# expect: (.*)$", loud, re.MULTILINE)
    assert places(check_files({"partners/loud.yaml": loud}, rules=rules)) == expected


def test_editor_uses_the_schema_that_is_published() -> None:
    settings = json.loads((REPOSITORY / ".vscode/settings.json").read_text(encoding="utf-8"))
    files = [SCHEMA_FILE, OPTIONS_SCHEMA_FILE, *SHARED_SCHEMA_FILES.values()]
    assert list(settings["yaml.schemas"]) == [f"./{file}" for file in files]


@every_record
def test_decision_is_short_and_says_why(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert text.startswith(f"# {record.stem[:4]} ")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= 40


def test_decisions_are_numbered_and_listed_once() -> None:
    index = document("docs/decisions/README.md")
    records = sorted(path.name for path in index.path.parent.glob("[0-9]*.md"))
    assert [link for link in index.links if link[0].isdigit()] == records
    assert [int(name[:4]) for name in records] == [*range(1, len(records) + 1)]


def test_records_of_former_partners_in_contributing_are_right() -> None:
    (records,) = [text for text in yaml_of_contributing() if text.startswith("former:")]
    path, text = complete_entry()
    assert check_files({path: text, "partners/_former.yaml": records}) == []


def complete_entry() -> tuple[str, str]:
    """Return path and text of the entry that CONTRIBUTING shows."""
    (shown,) = [text for text in yaml_of_contributing() if text.startswith("# partners/")]
    comment, _, entry = shown.partition("\n")
    return comment.removeprefix("# "), entry


def yaml_of_contributing() -> list[str]:
    """Return every entry that CONTRIBUTING shows."""
    return [fence.text for fence in document("CONTRIBUTING.md").fences if fence.language == "yaml"]


def saved_paths() -> list[str]:
    """Return where CONTRIBUTING has its examples of a rule and of a fixture saved."""
    return re.findall(r"Save (?:this|it) as\s`([^`]+)`", document("CONTRIBUTING.md").text)


def example_rule() -> Rule:
    """Return the rule that CONTRIBUTING gives as an example."""
    (code,) = [f.text for f in document("CONTRIBUTING.md").fences if f.language == "python"]
    module = ModuleType(saved_paths()[0].removesuffix(".py").replace("/", "."))
    exec(code, module.__dict__)  # noqa: S102 - the example of a document of ours
    return rule_of(module)
