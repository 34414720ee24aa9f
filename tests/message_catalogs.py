"""Collects the messages of the site, and updates and compiles the catalogs of all languages.

Run it after a change of a message or a translation: ``python -m tests.message_catalogs``.
"""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator
from pathlib import Path

from babel.messages import extract
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from catalog_tool.model.messages import MONTHS
from catalog_tool.site.assets import ASSETS, SOURCES
from catalog_tool.site.form.fields import form_texts
from catalog_tool.site.messages import CATALOGS, INDEX

_KEYWORDS = {"gettext": None, "ngettext": (1, 2), "_": None}
_METHODS = {
    ".py": ("python", {}),
    ".html": ("jinja2.ext:babel_extract", {"trimmed": "true", "silent": "false"}),
    ".js": ("javascript", {"parse_template_string": "true"}),
}
_NOUNS = ("application", "applications", "partner", "partners", ",", ".")
_HEADER = "# Messages of the site. The English text is the id of a message.\n"
_WIDTH = 100
_NO_DAY = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)  # equal sources give equal files


def generated_files() -> Iterator[tuple[Path, bytes]]:
    """Yield each generated file: the template, the index, and the catalogs of all languages."""
    template = _template()
    yield CATALOGS / "messages.pot", _po(template)
    yield INDEX, _index(template)
    for path in sorted(CATALOGS.glob("*.po")):
        catalog = _updated(path, template)
        yield path, _po(catalog)
        compiled = io.BytesIO()
        write_mo(compiled, catalog)
        yield path.with_suffix(".mo"), compiled.getvalue()


def _template() -> Catalog:
    catalog = Catalog(header_comment=_HEADER.strip(), fuzzy=False)
    for text in (*_NOUNS, *MONTHS, *form_texts()):
        catalog.add(text)
    for path, location in _sources():
        for message in _messages_in(path):
            catalog.add(message, locations=[(location, 0)])
    return catalog


def _sources() -> Iterator[tuple[Path, str]]:
    """Yield each file that can have messages, and how the catalogs call it."""
    package = SOURCES.parent
    for base, files in ((SOURCES, SOURCES.rglob("*")), (package, (package / "model").glob("*"))):
        for path in sorted(files):
            if path.suffix in _METHODS:
                yield path, path.relative_to(base).as_posix()


def _messages_in(path: Path) -> Iterator[str | tuple[str, ...]]:
    method, options = _METHODS[path.suffix]
    with path.open("rb") as source:
        found = extract.extract(method, source, keywords=_KEYWORDS, options=options)
        for _line, message, _comments, _context in found:
            yield message


def _updated(path: Path, template: Catalog) -> Catalog:
    with path.open("rb") as source:
        catalog = read_po(source, locale=path.stem)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.creation_date = catalog.revision_date = _NO_DAY
    return catalog


def _po(catalog: Catalog) -> bytes:
    text = io.BytesIO()
    write_po(text, catalog, width=_WIDTH, omit_header=True, sort_by_file=True, include_lineno=False)
    plural = ""
    if catalog.locale:
        forms = catalog.plural_forms
        plural = (
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
            f'"Language: {catalog.locale}\\n"\n"Plural-Forms: {forms}\\n"\n\n'
        )
    return f"{_HEADER}{plural}\n".encode() + text.getvalue()


def _index(template: Catalog) -> bytes:
    """Return all messages, and those of each script, as JSON."""
    places = {
        script: sorted(
            (_id(message) for message in template if message.id and _is_in(message, parts)), key=str
        )
        for script, parts in ASSETS.items()
    }
    index = {
        "messages": sorted((_id(message) for message in template if message.id), key=str),
        "scripts": {script: messages for script, messages in places.items() if messages},
    }
    return (json.dumps(index, indent=1, ensure_ascii=False) + "\n").encode()


def _id(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def _is_in(message: Message, parts: tuple[str, ...]) -> bool:
    return any(path in parts for path, _line in message.locations)


if __name__ == "__main__":
    for generated, content in generated_files():
        generated.write_bytes(content)
