"""An entry that is being written: its values so far, and what the rules say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from catalog_tool.linter.fix import fixed_text
from catalog_tool.loader.load import read_source
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.entry_template import new_entry
from catalog_tool.model.nodes import Plain, Scalar
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check_draft
from catalog_tool.text.terminal import visible


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry that is not on disk yet.

    Attributes:
        publication: the catalog that it shall join.
        path: its file, relative to the root of that catalog.
        schema: address of the JSON Schema, relative to the file.
        values: what it says so far, by key.
    """

    publication: Publication
    path: str
    schema: str
    values: Mapping[str, Plain]

    @property
    def text(self) -> str:
        """The text of the file."""
        return new_entry(self.values, self.schema)

    def with_value(self, key: str, value: Plain) -> Draft:
        """Return the draft with one more value."""
        return replace(self, values={**self.values, key: value})

    def problems_of(self, key: str) -> tuple[Diagnostic, ...]:
        """Return what the rules have against the value of a key."""
        source, _ = read_source(self.path, self.text)
        name, value = source.key((key,)), source.node((key,))
        if name is None or value is None:
            return ()
        first, last = source.position(name.start)[0], source.position(value.end - 1)[0]
        found = check_draft(self.publication, self.path, self.text)
        return tuple(each for each in found if first <= each.line <= last)

    def mended(self, key: str, problems: Sequence[Diagnostic]) -> str:
        """Return the one line that fixes would make of a value; empty if none mends it."""
        text = fixed_text(self.text, problems, unsafe=True)
        node = read_source(self.path, text)[0].node((key,))
        if text == self.text or not isinstance(node, Scalar) or "\n" in node.value:
            return ""
        return node.value


def refuses(problem: Diagnostic) -> bool:
    """Return whether a problem keeps a value from being taken."""
    return problem.severity is Severity.ERROR


def told(problems: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield problems in words for one who has no file before them."""
    for problem in problems:
        yield visible(problem.message)
        yield from (visible(line) for line in problem.hint.splitlines())
