"""Reads the folder of logos: each file is a picture that is safe to publish, or a problem."""

from __future__ import annotations

import re
import stat
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace

from catalog_tool.loader.files.read import read_bytes
from catalog_tool.loader.files.tree import FileTree
from catalog_tool.model.catalog import Entry
from catalog_tool.model.diagnostic import Problem
from catalog_tool.model.identifiers import is_identifier, is_left_by_a_program
from catalog_tool.model.logo import Logo, logo_names
from catalog_tool.model.source import Source
from catalog_tool.text.characters import escape_hidden

RULE = "invalid-logo"
_NAME = re.compile(r"(?P<id>[a-z0-9-]+)\.(?P<kind>svg|png)", re.ASCII)
_NAME_HINT = (
    "The folder has only logos. Name each after its entry, such as contoso.svg or contoso.png."
)


@dataclass
class Logos:
    """What is in the folder of logos.

    Attributes:
        by_name: the accepted pictures by the name of their file.
        problems: what is wrong with the other files, each with its path.
        sources: the files with a problem, by path; the text of a picture that is text.
        paths: every file whose name can be that of a logo, accepted or not.
    """

    by_name: dict[str, Logo] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)

    def with_logo(self, entry: Entry) -> Entry:
        """Return an entry with the logo that it names, if it is its own and was accepted."""
        name = entry.partner.logo or ""
        logo = self.by_name.get(name) if name in logo_names(entry.id) else None
        return replace(entry, logo=logo) if logo else entry

    def report_unused(self, entries: Iterable[Entry], file_ids: Container[str]) -> None:
        """Report each file that no entry names.

        Args:
            entries: all entries that could be read.
            file_ids: the ids of all files of entries, readable or not.
        """
        by_id = {entry.id: entry for entry in entries}
        for path in sorted(self.paths):
            if path in self.sources:
                continue  # its picture has a problem already
            name = path.rpartition("/")[2]
            identifier = name.rpartition(".")[0]
            entry = by_id.get(identifier)
            if identifier not in file_ids:
                hint = f"Name it after its entry, or delete it. There is no {identifier}.yaml."
                _report(self, path, Problem((), "No entry has this logo.", hint), "")
            elif entry and entry.partner.is_complete and entry.partner.logo != name:
                hint = f"Add 'logo: {name}' to {entry.source.path}, or delete the file."
                message = f"{entry.title} doesn't use this logo."
                _report(self, path, Problem((), message, hint), "")


def read_logos(folder: str, tree: FileTree) -> Logos:
    """Read all logos of a catalog; there are none if the folder doesn't exist.

    Args:
        folder: path of the folder.
        tree: where the files are.
    """
    logos = Logos()
    mode = tree.mode(folder)
    if not stat.S_ISDIR(mode):
        if mode:
            _report(logos, folder, Problem((), "This isn't a folder.", "Delete it."), "")
        return logos
    for name in sorted(tree.names(folder)):
        if not is_left_by_a_program(name):
            _read(logos, folder, name, tree)
    return logos


def _read(logos: Logos, folder: str, name: str, tree: FileTree) -> None:
    shown = f"{folder}/{escape_hidden(name)}"
    match = _NAME.fullmatch(name)
    if not (match and is_identifier(match["id"])):
        message = f"{escape_hidden(name)!r} isn't a valid name for a logo."
        _report(logos, shown, Problem((), message, _NAME_HINT), "")
        return
    from catalog_tool.loader.logos import png, svg  # noqa: PLC0415 - many catalogs have no logos

    logos.paths.add(shown)
    is_svg = match["kind"] == "svg"
    most = svg.MAX_BYTES if is_svg else png.MAX_BYTES
    content = read_bytes(f"{folder}/{name}", most, tree)
    if isinstance(content, Problem):
        hint = f"Replace it with a picture of at most {most // 1024} KiB."
        _report(logos, shown, replace(content, hint=hint), "")
        return
    judged = (svg.svg_problem(content) or content) if is_svg else png.plain_png(content)
    if isinstance(judged, Problem):
        text = content.decode("utf-8", errors="replace") if judged.span else ""
        _report(logos, shown, judged, text)
    else:
        logos.by_name[name] = Logo(name, judged)


def _report(logos: Logos, path: str, problem: Problem, text: str) -> None:
    logos.problems.append(replace(problem, path=path, rule=RULE))
    logos.sources[path] = Source(path, text)
