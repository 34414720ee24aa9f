"""What a push and a pull request have in common, so that the affected ones are reviewed first.

Lines are compared, not entries, because a line is cheap to read: at worst, a pull request is
reviewed a little earlier or later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from catalog_tool.loader.git.command import commit_id, git_output_start
from catalog_tool.model.partner import Partner
from catalog_tool.model.settings import Settings
from catalog_tool.model.vocabulary import Application, Vocabulary

_MOST_BYTES = 4 * 1024 * 1024
_LINE = re.compile(r"[+-]\s*(?:- +)?(?:(?P<key>[^:]+):(?: +|$))?(?P<value>.*)")
_ID = "id"
_IDENTIFYING = {_ID, "name", "website"}
_STRUCTURE = {*Partner.model_fields, *Vocabulary.model_fields, *Application.model_fields}


class _Line(NamedTuple):
    """A changed line: its file without the extension, its key, and what it is about."""

    file: str
    key: str
    term: str


def terms_of_base(settings: Settings, before: str, after: str) -> frozenset[str]:
    """Return what a push changed that other entries can collide with or refer to.

    These are ids, names, websites, and everything in the lists that all entries share.

    Args:
        settings: the catalog, in a checkout.
        before: the commit before the push.
        after: the commit after the push.

    Raises:
        GitError: Git doesn't have one of the commits.
    """
    commits = (commit_id(settings.root, before), commit_id(settings.root, after))
    return frozenset(
        line.term
        for line in _changed_lines(settings, commits)
        if line.file.startswith("_") or line.key in _IDENTIFYING
    )


def terms_of_pull_request(settings: Settings, base: str, head: str) -> frozenset[str]:
    """Return every id and term that a pull request adds, changes, or removes.

    Args:
        settings: the catalog, in a checkout.
        base: a commit of the main branch.
        head: the last commit of the pull request.

    Raises:
        GitError: Git doesn't have one of the commits.
    """
    commits = (f"{commit_id(settings.root, base)}...{commit_id(settings.root, head)}",)
    return frozenset(line.term for line in _changed_lines(settings, commits))


def _changed_lines(settings: Settings, commits: tuple[str, ...]) -> Iterator[_Line]:
    options = ("--unified=0", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color")
    arguments = ["diff", *options, *commits, "--", settings.partners]
    said = git_output_start(settings.root, arguments, _MOST_BYTES).decode(errors="replace")
    file = ""
    for line in said.splitlines():
        if line.startswith(("+++ ", "--- ")) and not line.endswith(" /dev/null"):
            file = PurePosixPath(line.strip('"')).stem
            yield _Line(file, _ID, file)
        elif (match := _LINE.fullmatch(line)) and (term := _term(*match.groups(default=""))):
            yield _Line(file, match["key"] or "", term)


def _term(key: str, value: str) -> str:
    """Return what a line is about: its value, or the name before its colon."""
    term = value or ("" if key in _STRUCTURE else key)
    return term.strip("\"' ").removesuffix("/").casefold()
