"""The files of a new catalog.

Each file under ``files/`` is a template for the same path. So is each under ``texts/``, which has a
folder for each language, with the files of any catalog and those that depend on the forge. The
templates use ``string.Template``: ``$name`` is replaced by a value, ``$$`` is a dollar sign.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template

from catalog_tool.model.settings import TOOL_REPOSITORY
from catalog_tool.text.ordering import slug

_HERE = Path(__file__).parent
_EXAMPLES = ("partners/{}.yaml", "partners/logos/{}.svg")
_WITH_WORKFLOWS = (".github/workflows/", ".github/dependabot.yml")
_WORDS = {
    "en": {
        "nouns": "application, applications",
        "title": "{platform} partner integrations",
        "summary": "The partners of {platform} and the {applications} that they list.",
        "and_site": ", and you can search it at <{site_url}>",
        "example": "example",
        "home": "Home",
        "partners": "Partners",
        "check_a_list": "Check a list",
        "whats_new": "What’s new",
        "contribute": "Add your integration",
        "system_theme": "Theme: system. Switch to light.",
        "light_theme": "Theme: light. Switch to dark.",
        "dark_theme": "Theme: dark. Switch to system.",
    },
    "de": {
        "nouns": "Anwendung, Anwendungen",
        "title": "Partnerkatalog {platform}",
        "summary": "Alle Partner und die {applications}, die sie nennen.",
        "and_site": "; durchsuchen können Sie ihn unter <{site_url}>",
        "example": "Beispiel",
        "home": "Startseite",
        "partners": "Partner",
        "check_a_list": "Liste prüfen",
        "whats_new": "Neuigkeiten",
        "contribute": "Integration eintragen",
        "system_theme": "Farben: wie das System. Zu hell wechseln.",
        "light_theme": "Farben: hell. Zu dunkel wechseln.",
        "dark_theme": "Farben: dunkel. Zum System wechseln.",
    },
}
LANGUAGES = tuple(_WORDS)
"""Languages that the texts of a new catalog can have."""


@dataclass(frozen=True, slots=True)
class NewCatalog:
    """The values that differ from catalog to catalog.

    Attributes:
        platform: the platform that the partners connect to, such as ``Fabrikam Cloud``.
        language: language of its texts, one of ``LANGUAGES``.
        nouns: what the partners connect, for one and for several, such as ``exporter, exporters``.
        repository: address of its repository on GitHub, without a slash at the end; empty if none.
        admins: GitHub logins of the people who review pull requests.
        tool_commit: full ID of the commit of the program that the workflows call; without it, the
            catalog has no workflows.
        tool_version: the version that was released from this commit, if any.
    """

    platform: str
    language: str
    nouns: str
    repository: str = ""
    admins: tuple[str, ...] = ()
    tool_commit: str = ""
    tool_version: str = ""

    @property
    def site_url(self) -> str:
        """The address of the site on GitHub Pages; empty if GitHub is not github.com."""
        if not self.repository.startswith("https://github.com/"):
            return ""
        owner, name = self.repository.split("/")[-2:]
        root = f"https://{owner.lower()}.github.io/"
        return root if f"https://{name.lower()}/" == root else f"{root}{name}/"


def default_nouns(language: str) -> str:
    """Return what partners connect unless the owner says otherwise, for one and for several."""
    return _WORDS[language]["nouns"]


def texts_of(catalog: NewCatalog) -> dict[str, str]:
    """Return the text of each file of a new catalog, by path with forward slashes."""
    values = _values(catalog)
    texts = {path: Template(template).substitute(values) for path, template in _templates(catalog)}
    for path in _EXAMPLES:
        texts[path.format(values["example_id"])] = texts.pop(path.format("example"))
    return texts


def _templates(catalog: NewCatalog) -> Iterator[tuple[str, str]]:
    texts = _HERE / "texts" / catalog.language
    for folder in (_HERE / "files", texts / "any", texts / _forge(catalog)):
        for file in sorted(each for each in folder.rglob("*") if each.is_file()):
            path = file.relative_to(folder).as_posix()
            if catalog.tool_commit or not path.startswith(_WITH_WORKFLOWS):
                yield path, file.read_text(encoding="utf-8")


def _forge(catalog: NewCatalog) -> str:
    return "github" if catalog.repository else "none"


def _values(catalog: NewCatalog) -> dict[str, str]:
    words = _WORDS[catalog.language]
    _, applications = catalog.nouns.split(", ")
    known = {
        "platform": catalog.platform,
        "applications": applications,
        "site_url": catalog.site_url,
    }
    # A partner may not have the name of the platform.
    example = "Fabrikam" if "contoso" in catalog.platform.lower() else "Contoso"
    title = words["title"].format(**known)
    return (
        words
        | known
        | {
            "title": title,
            "title_value": _quote(title),
            "summary_value": _quote(words["summary"].format(**known)),
            "platform_value": _quote(catalog.platform),
            "Applications": _quote(applications[:1].upper() + applications[1:]),
            "and_site": words["and_site"].format(**known) if catalog.site_url else "",
            "example": example,
            "example_host": f"{example.lower()}.com",
            "example_id": slug(f"{example} {words['example']}"),
            "language": catalog.language,
            "options": "".join(f"      {line}\n" for line in _options(catalog)),
            "site_url_line": f"site_url: {catalog.site_url}\n" if catalog.site_url else "",
            # Dependabot updates the version in the comment together with the commit.
            "tool_pin": catalog.tool_commit
            + (f" # v{catalog.tool_version}" if catalog.tool_version else ""),
            "tool_repository": TOOL_REPOSITORY,
        }
    )


def _options(catalog: NewCatalog) -> Iterator[str]:
    """Yield the lines of the plugin's options that not every catalog has."""
    yield "# Words of your customers' questions, besides 'connect', that a search need not find."
    yield "# question_words: [monitor, monitors, monitoring]"
    if catalog.nouns != default_nouns(catalog.language):
        yield "nouns:"
        one, several = catalog.nouns.split(", ")
        yield f"  application: {_quote(one)}"
        yield f"  applications: {_quote(several)}"
    if not catalog.repository:
        yield "# Partners send you files. With github, they open pull requests instead."
        yield "forge: none"
    else:
        yield f"repository: {catalog.repository}"
        yield "# People whose approval counts for everything. Teams can only be code_owners."
        yield "admins:"
        yield from (f"  - {_quote(admin)}" for admin in catalog.admins)


def _quote(text: str) -> str:
    """Return text as YAML in double quotes; all escapes of JSON mean the same in YAML."""
    return json.dumps(text, ensure_ascii=False)
