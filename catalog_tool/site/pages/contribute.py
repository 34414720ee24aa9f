"""How to add an entry: the form, steps and guidelines of the owners, and every key."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from catalog_tool.model.entry_yaml import key_lines
from catalog_tool.model.partner import Link, Partner
from catalog_tool.model.publication import Publication
from catalog_tool.model.strict import Strict
from catalog_tool.site.form.fields import demand, in_own_nouns
from catalog_tool.site.form.form import form_values
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.prose import read_prose
from catalog_tool.site.pages.templating import fill

ADDRESS = "contribute/"
FORMER_ADDRESS = f"{ADDRESS}new/"
"""Where the form was."""


@dataclass(frozen=True, slots=True)
class KeyReference:
    """One key of an entry in the format reference.

    Attributes:
        name: the key.
        demand: ``required``, ``optional``, or ``alternative`` if one of several is required.
        meaning: what it is for.
        examples: pieces of YAML, each complete.
        is_own: whether the owner of the catalog defined it, so that its texts aren't messages.
    """

    name: str
    demand: str
    meaning: str
    examples: tuple[str, ...]
    is_own: bool


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page, and one that leads to it from the former address of the form."""
    words = publication.words
    add, moved = words.gettext("Add your integration"), words.gettext("The form is on another page")
    steps = read_prose(publication, "how-to-add")
    model = publication.catalog.entry_model
    keys = _reference(model, publication.catalog.fields)
    yield fill(
        Page(
            ADDRESS,
            title=steps.title if steps and steps.title else add,
            description=words.gettext(
                "Add your company to this catalog: the form, steps, rules, and format."
            ),
            edit=steps.source if steps else "",
        ),
        "contribute.html",
        publication,
        guidelines=read_prose(publication, "guidelines"),
        keys=keys,
        link_keys=_reference(Link, ()),
        queue=publication.queue and publication.settings.github,
        smallest="".join(key.examples[0] for key in keys if _is_in_smallest_entry(key, model)),
        steps=steps,
        **form_values(publication),
    )
    yield fill(
        Page(
            FORMER_ADDRESS,
            title=moved,
            description=words.gettext(
                "The form for a new entry is now at the top of another page."
            ),
            trail=(Step(add, ADDRESS),),
            is_indexed=False,
        ),
        "alias.html",
        publication,
        successor=Step(add, ADDRESS),
        title=moved,
    )


def _reference(model: type[Strict], own: Container[str]) -> list[KeyReference]:
    return [
        KeyReference(
            name,
            demand(name, model),
            field.description or "" if name in own else in_own_nouns(field.description or ""),
            _examples(name, field),
            is_own=name in own,
        )
        for name, field in model.by_key().items()
    ]


def _examples(name: str, field: FieldInfo) -> tuple[str, ...]:
    return tuple("\n".join(key_lines(name, example)) + "\n" for example in field.examples or ())


def _is_in_smallest_entry(key: KeyReference, model: type[Partner]) -> bool:
    return key.demand != "optional" and key.name not in model.ways_in()[1:]
