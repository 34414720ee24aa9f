"""Checks a few lines of YAML with the real pipeline: ``check_text("website: http://contoso.com")``.

What is not given comes from a small complete entry, so that a test shows only what it is about.
"""

import re
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from catalog_tool.linter.fix import rounds_of_fixes
from catalog_tool.linter.rules.rule import Rule, all_rules
from catalog_tool.loader.configuration import load_settings
from catalog_tool.loader.scope import Scope
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.model.partner import Partner
from catalog_tool.model.settings import CONFIGURATION_FILE, Settings
from catalog_tool.pipeline import check

PARTNER = "partners/contoso.yaml"
VOCABULARY = "partners/_vocabulary.yaml"
FIELDS = "partners/_fields.yaml"
MAX_ROUNDS = 5
"""How often fixes are applied at most before a text must have come to rest."""

OWN_FIELDS = (Path(__file__).parent.parent / FIELDS).read_text(encoding="utf-8")
_OWN_KEY = re.compile(rb"^(?:interfaces|directions) *:", re.MULTILINE)
_TOP_LEVEL_KEY = re.compile(r"^(?=[^\s#-])", re.MULTILINE)


@dataclass(frozen=True)
class SymbolicLink:
    """A file of a catalog that is a symbolic link."""

    target: str


Content = str | bytes | SymbolicLink
ContentType = TypeVar("ContentType", bound=Content)


def entry_text(part: str = "", identifier: str = "contoso") -> str:
    """Return a complete entry that begins with ``part``; only keys it lacks are filled in."""
    complete = (
        f"name: {identifier.replace('-', ' ').title()}\n"
        f"website: https://www.{identifier}.com/identity\n"
        f"contact: https://www.{identifier}.com/contact\n"
        "description: This gateway provisions accounts in mainframe applications.\n"
        "applications:\n  - IBM RACF\n"
    )
    given = {_key(block) for block in _blocks(part)}
    missing = (block for block in _blocks(complete) if _key(block) not in given)
    return part + "\n" * (bool(part) and not part.endswith("\n")) + "".join(missing)


def ordered_entry(part: str = "", identifier: str = "contoso") -> str:
    """Return a complete entry with ``part``, all keys in the order of the format."""
    ranks = list(Partner.model_fields)
    blocks = _blocks(entry_text(part, identifier))
    return "".join(sorted(blocks, key=lambda block: ranks.index(_key(block))))


def rules_for(part: str) -> Mapping[str, Rule] | None:
    """Return the rules for an entry made of a part: not that of the keys' order if keys follow."""
    if entry_text(part) == part:
        return None
    return {name: rule for name, rule in all_rules().items() if name != "key-order"}


def check_text(
    part: str = "",
    *,
    path: str = PARTNER,
    vocabulary: str = "",
    fields: str = "",
    rules: Mapping[str, Rule] | None = None,
) -> list[Diagnostic]:
    """Check one entry, or the part of one that a test is about.

    Args:
        part: keys with their values, from line 1 on; the rest of the entry is filled in.
        path: its file.
        vocabulary: text of the vocabulary; there is none if it is empty.
        fields: definitions of the catalog's own fields; there are none if it is empty.
        rules: the rules to apply; those of :func:`rules_for` if ``None``.
    """
    files: dict[str, Content] = {path: entry_text(part, Path(path).stem)}
    if vocabulary:
        files[VOCABULARY] = vocabulary
    if fields:
        files[FIELDS] = fields
    return check_files(files, rules=rules_for(part) if rules is None else rules)


def check_files(
    files: Mapping[str, Content],
    *,
    only: Collection[str] | None = None,
    rules: Mapping[str, Rule] | None = None,
) -> list[Diagnostic]:
    """Check a catalog of exactly these files, by their paths.

    Args:
        files: text, bytes or target of a link of each file.
        only: paths to report on; all if ``None``.
        rules: the rules to apply; all if ``None``.
    """
    scope = Scope(None if only is None else frozenset(only))
    with written(files) as settings:
        return list(check(settings, scope, rules=rules).diagnostics)


@contextmanager
def written(files: Mapping[str, Content]) -> Iterator[Settings]:
    """Write a catalog of exactly these files into a folder that lives as long as the context."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "partners").mkdir()
        for path, content in with_fields(files).items():
            _write(Path(folder) / path, content)
        root = Path(folder)
        yield load_settings(root) if CONFIGURATION_FILE in files else Settings(root=root)


def with_fields(files: Mapping[str, ContentType]) -> Mapping[str, ContentType | str]:
    """Return files with the fields of our own catalog, if an entry uses them and there are none."""
    texts = (text if isinstance(text, bytes) else str(text).encode() for text in files.values())
    is_needed = FIELDS not in files and any(map(_OWN_KEY.search, texts))
    return {**files, FIELDS: OWN_FIELDS} if is_needed else files


def codes(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Return the code of each diagnostic."""
    return [diagnostic.code for diagnostic in diagnostics]


def places(diagnostics: list[Diagnostic]) -> list[str]:
    """Return each diagnostic as the fixtures write it: ``4:12 error CAT103 insecure-link``."""
    return [
        f"{found.line}:{found.column} {found.severity} {found.code} {found.name}"
        for found in diagnostics
    ]


def shown(text: str, diagnostic: Diagnostic) -> str:
    """Return the part of a text that a diagnostic points at; on its first line if it has more."""
    line = text.splitlines()[diagnostic.line - 1]
    is_one_line = diagnostic.line == diagnostic.end_line
    return line[diagnostic.column - 1 : diagnostic.end_column - 1 if is_one_line else None]


def fix_entry(part: str, *, vocabulary: str = "", fields: str = "", unsafe: bool = False) -> str:
    """Return an entry after its fixes were applied until nothing changes any more."""
    text, rules = entry_text(part), rules_for(part)

    def judge(text: str) -> list[Diagnostic]:
        every = check_text(text, vocabulary=vocabulary, fields=fields, rules=rules)
        return [diagnostic for diagnostic in every if diagnostic.path == PARTNER]

    texts = [text for text, _found in rounds_of_fixes(text, judge, unsafe=unsafe)]
    assert len(texts) <= MAX_ROUNDS, "\n=====\n".join(texts)
    return texts[-1]


def _blocks(text: str) -> Iterator[str]:
    yield from (block for block in _TOP_LEVEL_KEY.split(text) if block)


def _key(block: str) -> str:
    return block.partition(":")[0].strip()


def _write(path: Path, content: Content) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, SymbolicLink):
        path.symlink_to(content.target)
    elif isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, encoding="utf-8", newline="")
