"""The finder's index: ``assets/finder-index.js``.

Browsers download it, so it has only the data that the finder needs. It is a script with a single
assignment, so it loads from a folder on disk and under a policy that allows only the site's own
scripts. It has columns instead of records, one string each, which is a third of the size and
faster to read. Line ``n`` of a column belongs to application or partner ``n``.

- ``names``, ``vendors``, ``categoryOf`` (position of the category, or empty), and ``aliases``
  (separated by tabs) of the applications; partners list the first ``listed`` of them.
- ``partners``; ``lists``: the positions of each partner's applications, each as the difference
  from the one before; ``states``: the same for what it states, counted through all ``fields``.
- ``slugs``, ``ids``: by position, only if they differ from the slug of the name.
- ``fullLists``: by position, the address of the partner's own full list, if any.
- ``formerNames``, ``products``: by position, the former names and the products, if any.
- ``hosts``: by position, the name of the partner's host, if its own name doesn't begin with it.
- ``categories``: pairs of id and name; ``fields``: the catalog's own fields with a choice, each
  with its values: id, name, and other names; ``about``: words of its label and its help.
- ``descriptions``: the description of each category, in the order of ``categories``;
  ``synonyms``: other words for the same.
- ``fillers``, ``kinds``: words that mean little in a query; ``common``: those of this catalog.
  Each is sorted, and begins with a capital letter for how many letters the one before shares.
- ``platform``: finds the words of the platform's name; ``texts``: which are in which part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.finder.common import common_words
from catalog_tool.site.finder.regions import named_values
from catalog_tool.site.finder.shards import Shards, cut, differences
from catalog_tool.site.finder.texts import SearchedText, former_texts, text_of
from catalog_tool.site.finder.words import light_words, synonyms, words_column
from catalog_tool.site.messages import SOURCE_LANGUAGE, Messages, messages_of
from catalog_tool.text.ordering import latin, separate_words, slug, sort_key
from catalog_tool.text.script_json import script_json
from catalog_tool.text.urls.domains import domain_of
from catalog_tool.text.urls.international import decode_host

INDEX_PATH = "assets/finder-index.js"

CATEGORY = "category"
Facet = str
""":data:`CATEGORY`, or the key of an own field that is a filter."""


def export_files(
    publication: Publication,
    pages: Iterable[SearchedText] = (),
    rules: Iterable[SearchedText] = (),
) -> Iterator[GeneratedFile]:
    """Yield the script of the index, and those of the texts.

    Args:
        publication: the catalog.
        pages: sections of the pages that the owner wrote, which are known once they are built.
        rules: the same for pages for contributors.
    """
    catalog = publication.catalog
    messages = messages_of(publication.settings)
    shards = cut(
        map(text_of, catalog.entries), [*former_texts(catalog.former, messages), *pages], rules
    )
    settings = publication.settings
    script = index_script(catalog, messages, shards, settings)
    yield GeneratedFile(INDEX_PATH, script)
    for path, text in shards.scripts:
        yield GeneratedFile(path, text)


def index_script(
    catalog: Catalog,
    messages: Messages | None = None,
    shards: Shards | None = None,
    settings: Settings | None = None,
) -> str:
    """Return the script that assigns the index of a catalog.

    Args:
        catalog: the catalog.
        messages: they say in which language people ask, and what they call what they look for.
        shards: the texts of the catalog; ``None`` if they are added later.
        settings: they say what the catalog and its platform are called.
    """
    names = (settings.title, settings.platform) if settings else ()
    language = messages.language if messages else SOURCE_LANGUAGE
    columns = _application_columns(catalog) | _partner_columns(catalog)
    columns |= _shared_columns(catalog, language)
    light = light_words(messages, map(_said, catalog.entries))
    light |= {"common": common_words(catalog, names) - light["fillers"]}
    columns |= {kind: words_column(words) for kind, words in light.items()}
    columns["platform"] = _pattern_of_platform(settings.platform) if settings else ""
    columns |= {"texts": shards.directory} if shards else {}
    return f"globalThis.catalogFinderData={script_json(columns)};\n"


def _pattern_of_platform(name: str) -> str:
    """Return a regular expression for its words; of several, the first one may be missing."""
    first, *others = separate_words(latin(name)).split() or [""]
    return f"(?:{first} )?{' '.join(others)}" if len(others) > 1 else " ".join([first, *others])


def _said(entry: Entry) -> str:
    """Return what an entry says in sentences."""
    return " ".join(
        text for place, text in text_of(entry).parts if place in {"description", "note"}
    )


def facet_values(catalog: Catalog) -> Mapping[Facet, Mapping[str, str]]:
    """Return the values of each facet: names by id, in order."""
    categories = {id_: known.name for id_, known in catalog.vocabulary.categories.items()}
    filters = {
        key: field for key, field in choice_fields(catalog).items() if "filter" in field.show
    }
    return {CATEGORY: _by_name(categories)} | {
        key: {value: choice.name for value, choice in field.choices.items()}
        for key, field in filters.items()
    }


def choice_fields(catalog: Catalog) -> dict[str, FieldDefinition]:
    """Return the catalog's own fields with a choice of values, by key."""
    return {key: field for key, field in catalog.fields.items() if field.choices}


def _application_columns(catalog: Catalog) -> dict[str, Any]:
    """Return the columns of the listed applications, then of the unlisted ones."""
    listed, vocabulary = catalog.applications, catalog.vocabulary
    names = [application.name for application in listed]
    unlisted = sorted(vocabulary.applications.keys() - set(names), key=sort_key)
    applications = [
        *(application.known for application in listed),
        *(vocabulary.applications[name] for name in unlisted),
    ]
    positions = {id_: at for at, id_ in enumerate(facet_values(catalog)[CATEGORY])}
    return {
        "listed": len(listed),
        "names": _column([*names, *unlisted]),
        "vendors": _column((known and known.vendor) or "" for known in applications),
        "categoryOf": _column(
            str(positions.get(known.category, "")) if known else "" for known in applications
        ),
        "aliases": _column(
            "\t".join(map(_one_line, known.aliases)) if known else "" for known in applications
        ),
        "slugs": _exceptions((application.name, application.slug) for application in listed),
    }


def _partner_columns(catalog: Catalog) -> dict[str, Any]:
    entries = catalog.entries
    lists: dict[str, list[int]] = {entry.id: [] for entry in entries}
    for position, application in enumerate(catalog.applications):
        for entry in application.entries:
            lists[entry.id].append(position)
    every = [
        (key, value) for key, field in choice_fields(catalog).items() for value in field.choices
    ]
    full_lists = (entry.partner.applications_url for entry in entries)
    return {
        "partners": _column(entry.title for entry in entries),
        "lists": _column(map(differences, lists.values())),
        "states": _column(differences(_states(entry, every)) for entry in entries),
        "ids": _exceptions((entry.title, entry.id) for entry in entries),
        "fullLists": {at: url for at, url in enumerate(full_lists) if url},
        "formerNames": _stated(map(catalog.former_names, entries)),
        "products": _stated(entry.partner.products for entry in entries),
        "hosts": {at: host for at, entry in enumerate(entries) if (host := _other_host(entry))},
    }


def _shared_columns(catalog: Catalog, language: str) -> dict[str, Any]:
    values = facet_values(catalog)
    categories = catalog.vocabulary.categories
    fillers = light_words()["fillers"]
    return {
        "categories": list(values[CATEGORY].items()),
        "fields": [
            {
                "key": key,
                "label": field.label,
                "isFilter": "filter" in field.show,
                "about": " ".join(sorted(_about(field) - fillers)),
                "reaches": field.reaches_any_application,
                "values": named_values(field.choices, language),
                "meanings": {
                    value: choice.description
                    for value, choice in field.choices.items()
                    if choice.description
                },
            }
            for key, field in choice_fields(catalog).items()
        ],
        "descriptions": _column(categories[id_].description for id_ in values[CATEGORY]),
        "synonyms": _column(
            synonyms(f"{categories[id_].name} {categories[id_].description}")
            for id_ in values[CATEGORY]
        ),
    }


def _about(field: FieldDefinition) -> set[str]:
    """Return the words of what a field is called, and of what it says."""
    texts = [field.label, field.help or "", *field.aliases]
    return set(separate_words(latin(" ".join(texts))).split())


def _column(values: Iterable[str]) -> str:
    return "\n".join(value.replace("\n", " ") for value in values)


def _stated(lists: Iterable[tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    return {at: names for at, names in enumerate(lists) if names}


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _other_host(entry: Entry) -> str:
    """Return the name of the host of a website, unless the partner's name begins with it."""
    host = _joined(decode_host(domain_of(entry.partner.website)).partition(".")[0])
    return "" if _joined(entry.title).startswith(host) else host


def _joined(name: str) -> str:
    return separate_words(latin(name)).replace(" ", "")


def _states(entry: Entry, every: Sequence[tuple[str, str]]) -> list[int]:
    fields = entry.partner.fields
    return [at for at, (key, value) in enumerate(every) if value in fields.get(key, ())]


def _exceptions(pairs: Iterable[tuple[str, str]]) -> dict[int, str]:
    return {at: address for at, (name, address) in enumerate(pairs) if address != slug(name)}


def _by_name(names: dict[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda pair: (sort_key(pair[1]), pair[0])))
