"""How to add an entry: the owners' steps and guidelines, and every key of the format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from pydantic.fields import FieldInfo

from catalog_tool.model import Link, Partner
from catalog_tool.pages.page import Page
from catalog_tool.pages.prose import read_prose
from catalog_tool.pages.templating import render
from catalog_tool.publication import Publication
from catalog_tool.words import ENTRY_WORD_LIMIT

PATH = "contribute.md"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an entry, as the format reference explains it.

    Attributes:
        name: as it is written.
        is_required: whether an entry without it is refused.
        meaning: what it is for.
        examples: pieces of YAML, each a complete one.
    """

    name: str
    is_required: bool
    meaning: str
    examples: tuple[str, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    steps = read_prose(publication, "how-to-add")
    settings = publication.settings
    new_file = settings.repository and (
        f"{settings.repository.rstrip('/')}/new/{settings.branch}/{settings.partners}"
    )
    keys = [_key(name, field) for name, field in Partner.model_fields.items()]
    yield Page(
        path=PATH,
        title=steps.title if steps and steps.title else "Add your integration",
        description="How to add a partner to this catalog: the steps, the guidelines, the format.",
        body=render(
            "contribute.html",
            PATH,
            publication,
            steps=steps,
            guidelines=read_prose(publication, "guidelines"),
            keys=keys,
            smallest="".join(key.examples[0] for key in keys if _is_in_smallest_entry(key)),
            link_keys=[_key(name, field) for name, field in Link.model_fields.items()],
            word_limit=ENTRY_WORD_LIMIT,
            new_file=new_file,
        ),
        edit=steps.source if steps else "",
    )


def _key(name: str, field: FieldInfo) -> Key:
    examples = tuple(
        yaml.safe_dump({name: example}, allow_unicode=True, sort_keys=False, width=72)
        for example in field.examples or ()
    )
    return Key(name, field.is_required(), field.description or "", examples)


def _is_in_smallest_entry(key: Key) -> bool:
    # Required too, although interfaces may stand in for them.
    return key.is_required or key.name == "applications"
