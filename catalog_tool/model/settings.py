"""The settings of a catalog: the options of the ``catalog`` plugin in ``mkdocs.yml``."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from catalog_tool.model.partner import REQUIRED, RequiredKey
from catalog_tool.model.values import LOGIN_PATTERN
from catalog_tool.model.wording import Nouns, Override

CONFIGURATION_FILE = "mkdocs.yml"
_LOGIN_OR_TEAM = rf"{LOGIN_PATTERN.removesuffix('$')}(/[A-Za-z0-9_.-]+)?$"


def _inside_root(path: str) -> str:
    """Return a path in its normal form, if it can't lead out of the folder that it is relative to.

    Raises:
        ValueError: it can, or it is that folder itself.
    """
    parts = PurePosixPath(path).parts
    if not parts or "/" in parts or ".." in parts or "\\" in path or not path.isprintable():
        raise ValueError("not a path inside the catalog")
    return "/".join(parts)


_InsideRoot = Annotated[str, AfterValidator(_inside_root)]


class Settings(BaseModel):
    """Everything that differs between the catalogs of two organizations.

    ``root`` is the folder of ``mkdocs.yml``; all other paths are relative to it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    root: Path = Field(description="Folder of mkdocs.yml.")
    title: str = Field(default="Partner integrations", description="Title of the catalog.")
    summary: str = Field(
        default="Partners and the applications they connect.",
        description="One sentence under the title, which is also the description of the site.",
    )
    platform: str = Field(
        default="the platform",
        description="Name of the platform whose provisioning service the integrations work with.",
    )
    site_url: str = Field(default="", description="Address of the published site, or empty.")
    repository: str = Field(
        default="", description="Address of the GitHub repository for edit links, or empty."
    )
    branch: str = Field(default="main", description="Branch that pull requests are merged into.")
    partners: _InsideRoot = Field(default="partners", description="Folder of partner files.")
    prose: _InsideRoot = Field(
        default="docs/prose",
        description="Folder of the introduction, the options, the steps, and the terms.",
    )
    published: _InsideRoot = Field(
        default="CATALOG.md", description="The published Markdown catalog."
    )
    required: tuple[RequiredKey, ...] = Field(
        default=REQUIRED,
        description="Keys that every entry needs besides `name` and `website`; all three or fewer.",
    )
    full_text_limit: int = Field(
        default=1_000,
        ge=0,
        description="Number of partners up to which the theme's search covers every word.",
    )
    admins: tuple[Annotated[str, Field(pattern=LOGIN_PATTERN)], ...] = Field(
        default=(),
        description="GitHub logins of the people whose approval counts for everything; no teams.",
    )
    code_owners: tuple[Annotated[str, Field(pattern=_LOGIN_OR_TEAM)], ...] = Field(
        default=(),
        description="GitHub logins and teams (organization/team) for CODEOWNERS, if not `admins`.",
    )
    rules: dict[str, Any] = Field(
        default_factory=dict,
        description="Severities and parameters of rules, by name, as written in mkdocs.yml.",
    )
    language: str = Field(
        default="en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="Language of the site's words, as `theme.language` says.",
    )
    nouns: Nouns = Field(
        default=Nouns(), description="What the site calls partners and applications."
    )
    messages: dict[str, Override] = Field(
        default_factory=dict,
        description="Texts of the site in your words, each by its English text.",
    )
    configuration: str = Field(
        default=CONFIGURATION_FILE, description="The MkDocs configuration that was read."
    )

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
    def exceptions_path(self) -> str:
        """Path of the exceptions, relative to the root."""
        return f"{self.partners}/{EXCEPTIONS_FILE}"

    def edit_url(self, path: str) -> str:
        """Return the address where GitHub edits a file of the repository; empty if unknown."""
        if not (self.repository and path):
            return ""
        return f"{self.repository.rstrip('/')}/edit/{self.branch}/{path}"

    @property
    def owners(self) -> tuple[str, ...]:
        """Logins and teams that own every file on GitHub; files for GitHub need at least one."""
        return self.code_owners or self.admins

    @property
    def issue_form(self) -> str:
        """Path of the issue form; empty if the catalog has no owners."""
        return FORM_FILE if self.owners else ""

    @property
    def issue_form_url(self) -> str:
        """Address where GitHub opens the issue form; empty if there is none or it's unknown."""
        if not (self.repository and self.issue_form):
            return ""
        return f"{self.repository.rstrip('/')}/issues/new?template={PurePath(FORM_FILE).name}"


VOCABULARY_FILE = "_vocabulary.yaml"
FORMER_FILE = "_former.yaml"
FIELDS_FILE = "_fields.yaml"
EXCEPTIONS_FILE = "_exceptions.yaml"
SHARED_FILES = frozenset({VOCABULARY_FILE, FORMER_FILE, FIELDS_FILE, EXCEPTIONS_FILE})
"""Files in the folder of partner files that aren't entries."""
FORM_FILE = ".github/ISSUE_TEMPLATE/partner.yml"
"""The issue form for people without Git, at the path where GitHub looks for it."""
SCHEMA_FILE = "docs/schema/partner.schema.json"
"""The JSON Schema of an entry, relative to the root; the first line of each entry refers to it."""
