"""The settings of a catalog: the options of the ``catalog`` plugin in ``mkdocs.yml``."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any, Literal

from pydantic import Field
from pydantic.fields import FieldInfo

from catalog_tool.model.content_policy import ContentPolicy
from catalog_tool.model.option_values import (
    PUBLIC_REQUESTS,
    Engine,
    InsideRoot,
    Login,
    LoginOrTeam,
    RequestTarget,
)
from catalog_tool.model.partner import REQUIRED, RequiredKey
from catalog_tool.model.strict import Frozen
from catalog_tool.model.values import Name
from catalog_tool.model.wording import Freshness, Nouns, Override

TOOL_REPOSITORY = "partner-catalog/partner-catalog"
"""The repository of this program on GitHub, whose workflows other catalogs call."""
CONFIGURATION_FILE = "mkdocs.yml"
_NOT_OPTIONS = {"root", "configuration", "language"}


class Settings(Frozen):
    """Everything that differs between the catalogs of two organizations.

    ``root`` is the folder of ``mkdocs.yml``; all other paths are relative to it.
    """

    root: Path = Field(description="Folder of mkdocs.yml.")
    title: str = Field(
        default="Partner integrations",
        description="Name of the catalog.",
        examples=["Fabrikam integrations"],
    )
    summary: str = Field(
        default="Partners and the applications they list.",
        description="One sentence about the catalog, for its home page and for search engines.",
        examples=["Find the partner who connects your application to Fabrikam Cloud."],
    )
    platform: str = Field(
        default="the platform",
        description="The platform that the integrations are for. No partner may pose as it.",
        examples=["Fabrikam Cloud"],
    )
    site_url: str = Field(
        default="",
        description="Address of the published site. With it, pages tell search engines their "
        "address and show a picture when they are shared, and `robots.txt` names the sitemap.",
        examples=["https://fabrikam.github.io/cloud-partners/"],
    )
    forge: Literal["github", "none"] = Field(
        default="github",
        description="Where partners propose entries: on GitHub, or `none` for anywhere else. With "
        "`none`, no page links to a repository, and `catalog publish` writes no files for GitHub.",
        examples=["none"],
    )
    repository: str = Field(
        default="",
        description="Address of the repository with the entries. If it is on GitHub, pages link "
        "to it, so that readers can edit them.",
        examples=["https://github.com/fabrikam/cloud-partners"],
    )
    branch: str = Field(
        default="main",
        description="Branch that pull requests are merged into. It must be the default branch of "
        "the repository, because GitHub runs the workflows that answer pull requests only there.",
        examples=["main"],
    )
    requests: RequestTarget = Field(
        default=PUBLIC_REQUESTS,
        description="Where customers ask for an integration that nobody lists: an email address, "
        "the https address of a form, or `issue` for an issue in the repository. An issue is "
        "public, so it tells everyone which application a company runs.",
        examples=["integrations@fabrikam.com"],
    )
    partners: InsideRoot = Field(
        default="partners", description="Folder of the entries.", examples=["vendors"]
    )
    prose: InsideRoot = Field(
        default="docs/prose",
        description="Folder of the introduction, the options, the steps, and the terms.",
        examples=["texts"],
    )
    published: InsideRoot = Field(
        default="CATALOG.md",
        description="The Markdown catalog that `catalog publish` writes.",
        examples=["VENDORS.md"],
    )
    required: tuple[RequiredKey, ...] = Field(
        default=REQUIRED,
        description="Keys that every entry needs besides `name` and `website`. Pages leave out "
        "what an entry doesn't have. If missing keys keep a catalog from being published, "
        "`catalog build` shows the line that would let it appear.",
        examples=[["contact", "applications"]],
    )
    admins: tuple[Login, ...] = Field(
        default=(),
        description="GitHub logins of the people whose approval counts for everything. A team "
        "can't be an admin, because it never approves anything itself. With admins, `catalog "
        "publish` also writes `.github/CODEOWNERS` and the forms for pull requests and issues.",
        examples=[["fabrikam-fay"]],
    )
    code_owners: tuple[LoginOrTeam, ...] = Field(
        default=(),
        description="Logins and teams for `.github/CODEOWNERS`, if they differ from the admins.",
        examples=[["fabrikam/catalog-admins"]],
    )
    rules: dict[str, Any] = Field(
        default_factory=dict,
        description="How strict each rule is, and its limits. `catalog rules` lists the rules.",
        examples=[{"curly-quotes": "ignore", "too-many-words": {"limit": 300}}],
    )
    freshness: Freshness = Field(
        default=Freshness(),
        description="After how many months the site calls a test due for renewal, and stale.",
        examples=[{"due": 24, "stale": 36}],
    )
    engine: Engine = Field(
        default="mkdocs",
        description="What builds the site: `mkdocs` with Material for MkDocs, or `zensical`, its "
        "successor.",
        examples=["zensical"],
    )
    language: str = Field(
        default="en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="Language of the site's words, as `theme.language` says.",
    )
    nouns: Nouns = Field(
        default=Nouns(),
        description="What the site calls partners and applications.",
        examples=[{"partner": "vendor", "partners": "vendors"}],
    )
    question_words: tuple[Name, ...] = Field(
        default=(),
        description="Words of your customers' questions that a search doesn't need to find, as in "
        "*who monitors our …*. Every catalog knows *who connects our …*.",
        examples=[["monitor", "monitors", "monitoring"]],
    )
    messages: dict[str, Override] = Field(
        default_factory=dict,
        description="Other texts of the site in your words, each by its English text.",
        examples=[{"Add your integration": "List your product"}],
    )
    content_policy: ContentPolicy = Field(
        default=ContentPolicy(),
        description="Hosts that the site loads something from, and files with markup or scripts "
        "of your own, also of plugins. Entries can never use any of it.",
        examples=[{"script-src": ["plausible.io"], "connect-src": ["plausible.io"]}],
    )
    configuration: str = Field(
        default=CONFIGURATION_FILE, description="The MkDocs configuration that was read."
    )

    @classmethod
    def options(cls) -> dict[str, FieldInfo]:
        """Return the options of the plugin; the other settings are found elsewhere."""
        return {key: each for key, each in cls.model_fields.items() if key not in _NOT_OPTIONS}

    @property
    def partners_folder(self) -> Path:
        """Folder of partner files."""
        return self.root / self.partners

    @property
    def vocabulary_path(self) -> str:
        """Path of the vocabulary, relative to the root."""
        return f"{self.partners}/{VOCABULARY_FILE}"

    @property
    def fields_path(self) -> str:
        """Path of the catalog's own fields, relative to the root."""
        return f"{self.partners}/{FIELDS_FILE}"

    @property
    def former_path(self) -> str:
        """Path of the records of former partners, relative to the root."""
        return f"{self.partners}/{FORMER_FILE}"

    @property
    def logos_path(self) -> str:
        """Path of the folder of logos, relative to the root."""
        return f"{self.partners}/{LOGOS_FOLDER}"

    @property
    def exceptions_path(self) -> str:
        """Path of the exceptions, relative to the root."""
        return f"{self.partners}/{EXCEPTIONS_FILE}"

    @property
    def github(self) -> str:
        """Address of the repository without a slash at the end; empty if it isn't on GitHub."""
        return self.repository.rstrip("/") if self.forge == "github" else ""

    def edit_url(self, path: str) -> str:
        """Return the address where GitHub edits a file of the repository; empty if unknown."""
        return f"{self.github}/edit/{self.branch}/{path}" if self.github and path else ""

    def schema_address(self, file: str) -> str:
        """Return the address of a JSON Schema on the site; empty if the site's is unknown."""
        site = self.site_url.rstrip("/")
        return f"{site}/{site_path(file)}" if site else ""

    @property
    def owners(self) -> tuple[str, ...]:
        """Logins and teams that own every file on GitHub; files for GitHub need at least one."""
        return (self.code_owners or self.admins) if self.forge == "github" else ()

    @property
    def issue_form(self) -> str:
        """Path of the issue form; empty if the catalog has no owners."""
        return FORM_FILE if self.owners else ""

    @property
    def issue_form_url(self) -> str:
        """Address where GitHub opens the issue form; empty if there is none or it's unknown."""
        form = PurePath(self.issue_form).name
        return f"{self.github}/issues/new?template={form}" if self.github and form else ""


VOCABULARY_FILE = "_vocabulary.yaml"
FORMER_FILE = "_former.yaml"
FIELDS_FILE = "_fields.yaml"
EXCEPTIONS_FILE = "_exceptions.yaml"
LOGOS_FOLDER = "logos"
"""The folder of the partners' logos, in the folder of partner files."""
SHARED_FILES = frozenset({VOCABULARY_FILE, FORMER_FILE, FIELDS_FILE, EXCEPTIONS_FILE})
"""Files in the folder of partner files that aren't entries."""
FORM_FILE = ".github/ISSUE_TEMPLATE/partner.yml"
"""The issue form for people without Git, at the path where GitHub looks for it."""
SCHEMA_FILE = "docs/schema/partner.schema.json"
"""The JSON Schema of an entry, relative to the root; the first line of each entry refers to it."""
OPTIONS_SCHEMA_FILE = "docs/schema/options.schema.json"
"""The JSON Schema of the options of the plugin, relative to the root."""
_SHARED = ("fields", "vocabulary", "former", "exceptions")
SHARED_SCHEMA_FILES = {kind: f"docs/schema/{kind}.schema.json" for kind in _SHARED}
"""The JSON Schemas of the files that aren't entries, by what such a file is called."""


def site_path(schema_file: str) -> str:
    """Return the path that a JSON Schema of the repository has on the site."""
    return schema_file.removeprefix("docs/")
