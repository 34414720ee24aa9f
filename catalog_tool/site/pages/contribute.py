"""How to add an entry: steps and guidelines of the owners, and every key of the format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from catalog_tool.linter.selection import word_limit
from catalog_tool.model.partner import Link, Partner
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.form.fields import demand
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.prose import read_prose
from catalog_tool.site.pages.templating import fill
from catalog_tool.text.yaml_scalar import as_scalar

ADDRESS = "contribute/"


@dataclass(frozen=True, slots=True)
class KeyReference:
    """One key of an entry in the format reference.

    Attributes:
        name: the key.
        demand: ``required``, ``optional``, or that one of several is required.
        meaning: what it is for.
        examples: pieces of YAML, each complete.
    """

    name: str
    demand: str
    meaning: str
    examples: tuple[str, ...]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    steps = read_prose(publication, "how-to-add")
    keys = [_key(name, field) for name, field in Partner.model_fields.items()]
    yield fill(
        Page(
            ADDRESS,
            title=steps.title if steps and steps.title else "Add your integration",
            description="How to add a partner to this catalog: steps, guidelines, and format.",
            edit=steps.source if steps else "",
            weight=0.5,
        ),
        "contribute.html",
        publication,
        guidelines=read_prose(publication, "guidelines"),
        keys=keys,
        link_keys=[_key(name, field) for name, field in Link.model_fields.items()],
        new_file=new_file(publication.settings),
        smallest="".join(key.examples[0] for key in keys if _is_in_smallest_entry(key)),
        steps=steps,
        word_limit=word_limit(publication.settings),
    )


def new_file(settings: Settings) -> str:
    """Return where GitHub creates a new partner file; ``""`` if the repository is unknown."""
    if not settings.repository:
        return ""
    return f"{settings.repository.rstrip('/')}/new/{settings.branch}/{settings.partners}"


def _key(name: str, field: FieldInfo) -> KeyReference:
    examples = tuple("\n".join(_yaml(name, example)) + "\n" for example in field.examples or ())
    return KeyReference(name, demand(name, field), field.description or "", examples)


def _is_in_smallest_entry(key: KeyReference) -> bool:
    return key.demand != "optional" and key.name != "interfaces"


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
