"""How to add an entry: the form, steps and guidelines of the owners, and every key."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from catalog_tool.model.partner import Link, Partner
from catalog_tool.model.publication import Publication
from catalog_tool.model.strict import Strict
from catalog_tool.site.form.fields import demand, in_own_nouns
from catalog_tool.site.form.form import form_values
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.prose import read_prose
from catalog_tool.site.pages.templating import fill
from catalog_tool.text.yaml_scalar import as_scalar

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
    return tuple("\n".join(_yaml(name, example)) + "\n" for example in field.examples or ())


def _is_in_smallest_entry(key: KeyReference, model: type[Partner]) -> bool:
    return key.demand != "optional" and key.name not in model.ways_in()[1:]


def _yaml(name: str, value: object, indent: str = "") -> Iterator[str]:
    """Yield the lines of one key in the style of the entries."""
    if isinstance(value, dict):
        yield f"{indent}{name}:"
        for key, inner in value.items():
            yield from _yaml(key, inner, f"{indent}  ")
    elif isinstance(value, list):
        yield f"{indent}{name}:"
        for member in value:
            yield from _member(member, f"{indent}  ")
    elif "\n" in str(value):
        yield f"{indent}{name}: |"
        yield from (f"{indent}  {line}" for line in str(value).splitlines())
    else:
        yield f"{indent}{name}: {as_scalar(str(value))}"


def _member(value: object, indent: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{indent}- {as_scalar(str(value))}"
        return
    lines = [line for key, inner in value.items() for line in _yaml(key, inner, f"{indent}  ")]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]
