"""Reads the examples in the docstrings of rules; their notation is described in ``rule.py``."""

import re
from collections.abc import Callable, Iterator
from types import ModuleType

from catalog_tool.linter.rules.rule import rule_of
from catalog_tool.model.diagnostic import Diagnostic, Problem, Severity
from tests.checking import (
    PARTNER,
    VOCABULARY,
    Content,
    SymbolicLink,
    check_files,
    entry_text,
    rules_for,
)
from tests.links.visits import VISIT, reported
from tests.pull_requests import BASE, Blob, reviewed

_FILE = re.compile(
    r"^# (?P<path>[\w./][\w./ -]*?\.\w+~?)(?P<complete>, complete)?(?: -> (?P<target>\S+))?"
    r"(?P<executable>, executable)?(?:, (?P<times>\d+) times)?(?P<later>, on the main branch)?"
    r"(?P<before>, before)?\n",
    re.MULTILINE,
)
_PULL_REQUEST = re.compile(r"# pull request by (\S+)\n")
_DESCRIPTION = "description.md"
_BRACES = re.compile(rb"\{\{ (.+?) \}\}")
_NOTATIONS: dict[str, Callable[[str], bytes]] = {
    r"(\d+) words": lambda count: b" ".join([b"word"] * int(count)),
    r"(\d+) characters": lambda count: (b"letters " * (int(count) // 8)).rstrip(),
    r"byte ([0-9A-F]{2})": bytes.fromhex,
    r"U\+([0-9A-F]{4,6})": lambda number: chr(int(number, 16)).encode(),
}


def run_example(example: str) -> list[Diagnostic]:
    """Return what the real checks find in an example."""
    if example.startswith("def check_"):
        return _run_rule(example)
    if pull_request := _PULL_REQUEST.match(example):
        return _review(example[pull_request.end() :], pull_request[1])
    if VISIT.match(example):
        return reported(example)
    rules = rules_for("" if _FILE.search(example) else example)
    return check_files(files_of(example), rules=rules)


def is_pull_request(example: str) -> bool:
    """Return whether an example is a change, which only a review or a comparison judges."""
    return _PULL_REQUEST.match(example) is not None


def files_of(example: str) -> dict[str, Content]:
    """Return the files that an example describes, by path."""
    if not _FILE.search(example):
        return {PARTNER: _expanded(entry_text(example))}
    return {start["path"]: content for start, content in _files(example)}


def _files(example: str) -> Iterator[tuple[re.Match[str], Content]]:
    starts = [*_FILE.finditer(example)]
    ends = [start.start() for start in starts[1:]] + [len(example)]
    for start, end in zip(starts, ends, strict=False):
        yield start, _file(start, example[start.end() : end])


def _file(start: re.Match[str], text: str) -> Content:
    if start["target"]:
        return SymbolicLink(start["target"])
    is_part = start["path"].startswith("partners/") and start["path"] != VOCABULARY
    if start["complete"] or not is_part:
        return _expanded(text)
    identifier = start["path"].removeprefix("partners/").partition(".")[0]
    return _expanded(entry_text(text, identifier))


def _expanded(text: str) -> bytes:
    return _BRACES.sub(lambda match: _expansion(match[1].decode()), text.encode())


def _expansion(notation: str) -> bytes:
    for pattern, expand in _NOTATIONS.items():
        if match := re.fullmatch(pattern, notation):
            return expand(match[1])
    raise ValueError(f"unknown notation in an example: {notation}")


def _review(example: str, author: str) -> list[Diagnostic]:
    """Return what a review finds in a pull request that changes these files."""
    changes: dict[str, Blob] = {}
    later: dict[str, Blob] = {}
    base = dict(BASE)
    for start, content in _files(example):
        assert isinstance(content, bytes)
        files = base if start["before"] else later if start["later"] else changes
        files.update(_changes(start, content))
    description = changes.pop(_DESCRIPTION, Blob("")).content
    found = reviewed(
        changes, author, base=base, later=later, description=description, admins=("catalog-admin",)
    ).findings
    return [each for each in found if each.name != "key-order"]


def _changes(start: re.Match[str], content: bytes) -> dict[str, Blob]:
    blob = Blob(content.decode(), "100755" if start["executable"] else "100644")
    path, ending = start["path"].split(".", 1)
    copies = range(int(start["times"] or 0))
    return {f"{path}-{number}.{ending}": blob for number in copies} or {start["path"]: blob}


def _run_rule(code: str) -> list[Diagnostic]:
    """Run an example that is the check of a rule over a catalog of one entry."""
    module = ModuleType(
        "catalog_tool.linter.rules.example", "An example.\n\nWhy:\n x\nBad:\n x\nGood:\n x\n"
    )
    module.__dict__.update(CODE="CAT999", SEVERITY=Severity.ERROR, Problem=Problem)
    exec(code, module.__dict__)  # noqa: S102 - the example of a docstring of ours
    rule = rule_of(module)
    return check_files({PARTNER: entry_text()}, rules={rule.name: rule})
