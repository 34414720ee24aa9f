"""The style sheets and scripts of the site: each published file and the parts it is built from.

A visitor downloads one script for each feature of a page, because each request costs a phone a
round trip to the server. The sources are in parts, beside the Python that provides their data: the
finder, the form, and the comparison have their own packages, and the rest is in this folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.messages import messages_of
from catalog_tool.model.settings import Settings
from catalog_tool.site.messages.scripts import script_messages

SITE_FOLDER = "assets"
SOURCES = Path(__file__).parents[1]
"""Folder that the paths of parts are relative to."""
THEME = SOURCES / "theme"
"""Templates that override the theme's."""


def _parts(folder: str, names: str) -> tuple[str, ...]:
    return tuple(f"{folder}/{name}.js" for name in names.split())


_NAMES = "assets/names.js"
_WORDS = "messages/messages.js"

_SHEETS = (
    "colors sizes frame type heads buttons logos cards lists browse entries facts notices home "
    "contribute figures numbers tray"
)

ASSETS: Mapping[str, tuple[str, ...]] = {
    # Preferences of readers and print styles override the rest.
    "catalog.css": tuple(
        f"assets/styles/{name}.css" for name in [*_SHEETS.split(), "preferences", "paper"]
    ),
    "catalog.js": (*_parts("assets", "loading elements catalog"), "compare/compare.js"),
    "catalog/filters.js": (_WORDS, *_parts("assets", "partners_button filters")),
    "catalog/partners-csv.js": (
        _WORDS,
        *_parts("finder/interface", "address elements loading"),
        *_parts("compare/scripts", "facts"),
        *_parts("assets", "tables sharing partners_csv"),
    ),
    "compare/comparison.css": ("assets/tables.css", "compare/comparison.css"),
    "compare/compare-tray.js": (_WORDS, "compare/scripts/tray.js"),
    "compare/comparison.js": (
        _WORDS,
        *_parts("finder/interface", "address elements loading"),
        *_parts("assets", "tables sharing"),
        *_parts("compare/scripts", "choice facts partners rows table picker export page"),
    ),
    "coverage/coverage.css": ("assets/tables.css", "coverage/coverage.css"),
    "coverage/coverage.js": (
        _WORDS,
        *_parts("finder/interface", "address elements loading"),
        *_parts("compare/scripts", "facts partners"),
        *_parts("assets", "tables sharing"),
        *_parts("coverage/engine", "names lines cover"),
        *_parts("coverage/scripts", "reading table answer export page"),
    ),
    "favicon.svg": ("assets/favicon.svg",),
    "finder.css": ("finder/finder.css",),
    "finder.js": ("finder/finder.js",),
    "finder/engine.js": (
        _NAMES,
        *_parts("finder/engine", "words denials slips texts columns values index readings query"),
        *_parts("finder/engine", "wording grading ranks matching together unread parts mentions"),
        *_parts("finder/engine", "facets offers listing naming hits stated find"),
    ),
    "finder/interface.js": (
        _WORDS,
        *_parts("finder/interface", "address elements highlight loading"),
        *_parts("compare/scripts", "facts"),
        "assets/partners_button.js",
        *_parts("finder/interface", "rows reasons parts results possible facets nothing copying"),
        *_parts("finder/interface", "redraw panel keys erase start"),
    ),
    "finder/mentions.js": ("finder/interface/mentions.js",),
    "finder/reading.js": (
        *_parts("finder/engine", "forms translations particles shards edits nearest sentences"),
        *_parts("finder/engine", "quoting said mentioning weighing denied unmet named"),
        *_parts("finder/engine", "described unlisted mixed partly leading also refusals saying"),
    ),
    "form/form.css": ("form/form.css",),
    "form/form.js": (
        _NAMES,
        _WORDS,
        *_parts(
            "form/scripts", "characters names checks applications yaml fields rows suggestions"
        ),
        *_parts("form/scripts", "entries draft preview form"),
    ),
}
"""The published files by path below ``assets/``, each with its parts in order."""


def asset_files(settings: Settings) -> Iterator[GeneratedFile]:
    """Yield each file below ``assets/``, including those that scripts load on demand.

    Args:
        settings: they choose the words of the site, which scripts get in front.
    """
    messages = messages_of(settings)
    for name in ASSETS:
        text = script_messages(name, messages) + asset_text(name)
        yield GeneratedFile(f"{SITE_FOLDER}/{name}", text)


# Comments, about a quarter of what a visitor would download. One beside code ends without a
# quotation mark, so it isn't inside a text.
_COMMENTS = re.compile(
    r"""^\s*//.*\n|^\s*/\*(?:.|\n)*?\*/\s*\n|(?<=[\[({,;]) // [^"`\n]*$""", re.MULTILINE
)
# No text of a script or style spans lines, so these change none. A line with "//" may be a comment.
_INDENTATION = re.compile(r"^\s+", re.MULTILINE)
# The last semicolon of a block says nothing, and a sign that begins a line continues a statement.
_LINE_END = re.compile(
    r"^((?:(?!//).)*?)(?:;\n(?=\})|([;,{}(\[]|=>)\n|\n(?=[?:] |\.\w))", re.MULTILINE
)
# Spaces around signs are for readers of the source. The first group is a text, which stays.
_AROUND_SIGN = re.compile(
    r"""("(?:[^"\\\n]|\\.)*"|`[^`\n]*`)"""
    r"""|(?<=[\w)\]}"`])\ (=>?|[?:]|&&|\|\||\?\?|[!=]==|[<>]=?)\ (?=[\w(\[{!"`/])"""
    r"""|(?<=[\w)\]}"]) ?(,)\ (?=[\w(\[{!".])|\ ?(\{)\ (?=[\w.["])|(?<=[\w)\]"`}])\ ([{}])"""
    r"""|(?<=\w)(:)\ (?=[\w("[{!])|\b(for|if|while)\ (?=\()"""
)


def asset_text(name: str) -> str:
    """Return the text of one of the published files; scripts and styles are made smaller."""
    text = "".join((SOURCES / part).read_text(encoding="utf-8") for part in ASSETS[name])
    if not name.endswith((".css", ".js")):
        return text
    text = _INDENTATION.sub("", _COMMENTS.sub("", text))
    return _LINE_END.sub(r"\1\2", _AROUND_SIGN.sub(r"\1\2\3\4\5\6\7", text))


def asset_paths(suffix: str) -> list[str]:
    """Return the site paths of the assets of every page that end in ``suffix``, like ``.css``."""
    return [
        f"{SITE_FOLDER}/{name}"
        for name in sorted(ASSETS)
        if name.endswith(suffix) and "/" not in name
    ]
