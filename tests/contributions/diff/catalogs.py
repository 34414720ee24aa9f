"""Two small catalogs in memory, and the report on their difference."""

import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from click import unstyle

from catalog_tool.contributions.diff import Difference, compare
from catalog_tool.contributions.diff.report import document, facts
from catalog_tool.contributions.diff.revisions import ComparedCommits
from catalog_tool.linter.reporters import write
from catalog_tool.linter.reporters.json import write as write_json
from catalog_tool.loader.load import Loaded, load_catalog
from catalog_tool.model.settings import Settings
from tests.checking import FIELDS, OWN_FIELDS, entry_text

VOCABULARY = """\
categories:
  mainframe:
    name: Mainframe
    description: Large computers.
  hr:
    name: People
    description: People and payroll.
applications:
  IBM RACF:
    category: mainframe
    vendor: IBM
    aliases: [RACF, z/OS RACF]
  SAP ECC:
    category: hr
"""
BASE_COMMIT = "b" * 40
HEAD_COMMIT = "e" * 40

Files = Mapping[str, str]


@dataclass(frozen=True)
class FilesTree:
    """The files of one folder, as values."""

    files: Files

    def names(self, folder: str) -> Iterable[str]:
        inside = f"{folder}/" if folder else ""
        return {
            path.removeprefix(inside).split("/")[0]
            for path in self.files
            if path.startswith(inside)
        }

    def mode(self, path: str) -> int:
        if path in self.files:
            return stat.S_IFREG | 0o644
        is_folder = any(each.startswith(f"{path}/") for each in self.files)
        return stat.S_IFDIR | 0o755 if is_folder else 0

    def read(self, path: str, most: int) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path].encode()[:most]


def entries(**parts: str) -> dict[str, str]:
    """Return complete entries by path, each with the part that a test is about."""
    return {
        f"partners/{name.replace('_', '-')}.yaml": entry_text(part, name.replace("_", "-"))
        for name, part in parts.items()
    }


def loaded(
    files: Files,
    vocabulary: str = VOCABULARY,
    former: str = "",
    texts: Mapping[str, str | None] | None = None,
) -> Loaded:
    """Return a catalog of exactly these files."""
    whole = dict(files) | {"partners/_vocabulary.yaml": vocabulary}
    whole = {FIELDS: OWN_FIELDS, **whole}
    if former:
        whole["partners/_former.yaml"] = former
    found = load_catalog(Settings(root=Path("nowhere")), tree=FilesTree(whole))
    return replace(found, texts=texts or {})


def difference(before: Files, after: Files, *, former: str = "") -> Difference:
    return compare(loaded(before), loaded(after, former=former))


def said(found: Difference, format_name: str = "text", *, head: str = HEAD_COMMIT) -> str:
    """Return the whole report."""
    ends = ComparedCommits(BASE_COMMIT, head)
    if format_name == "json":
        return write_json(facts(found, ends))
    return unstyle(write(document(found, ends), format_name))


def lines(found: Difference) -> list[str]:
    """Return the lines of the text, except the first, the last, and empty lines."""
    return [line for line in said(found).splitlines()[1:-1] if line]
