"""The proof of a domain: a file on a partner's host that names a catalog and its people.

Each line has the catalog's repository and the GitHub logins of people who may speak for the
company: ``adventure-works/partners contoso-anna``. Empty lines and comments (``#``) are ignored.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field

from catalog_tool.model.settings import Settings
from catalog_tool.model.strict import Frozen
from catalog_tool.model.values import LOGIN_MAX_LENGTH, LOGIN_PATTERN

PROOF_PATH = "/.well-known/partner-catalog.txt"
"""Path of the file on the host of the website."""

MOST_BYTES = 4 * 1024
"""The largest file that is read: a hundred lines."""

MOST_HOSTS = 10
"""Most hosts that are asked for one pull request."""

_MOST_LOGINS = 50
_LOGIN = re.compile(LOGIN_PATTERN)
_Text = Annotated[str, Field(max_length=200)]
_Login = Annotated[str, Field(max_length=LOGIN_MAX_LENGTH, pattern=LOGIN_PATTERN)]


class DomainProof(Frozen):
    """What a host says about the people who may speak for its company.

    Attributes:
        host: the host of a website.
        read_on: the day on which it was asked.
        logins: the people whom it names for the repository.
        reason: why its file could not be read, in a few words; empty if it was read.
    """

    host: Annotated[str, Field(max_length=253)]
    read_on: dt.date
    logins: Annotated[tuple[_Login, ...], Field(max_length=_MOST_LOGINS)] = ()
    reason: _Text = ""


class DomainProofs(Frozen):
    """The proofs for the entries of a pull request, as they are handed from job to job."""

    version: Literal[1] = 1
    repository: _Text
    proofs: Annotated[tuple[DomainProof, ...], Field(max_length=MOST_HOSTS)] = ()


def repository_name(settings: Settings) -> str:
    """Return the repository of a catalog as ``owner/name``, or ``""`` if it is unknown."""
    return urlsplit(settings.repository).path.strip("/").removesuffix(".git")


def proof_host(website: str) -> str:
    """Return the host that proves the domain of a website."""
    return urlsplit(website).hostname or ""


def logins_in(text: str, repository: str) -> tuple[str, ...]:
    """Return the logins that a proof names for a repository; case and ``@`` don't matter.

    >>> logins_in("Adventure-Works/Partners @anna bob # sales", "adventure-works/partners")
    ('anna', 'bob')
    """
    found: dict[str, None] = {}
    for line in text.removeprefix("\ufeff").splitlines():
        named, *logins = line.partition("#")[0].split() or [""]
        if named.lower() == repository.lower():
            found |= dict.fromkeys(login.removeprefix("@") for login in logins)
    return tuple(login for login in found if _is_login(login))[:_MOST_LOGINS]


def _is_login(text: str) -> bool:
    return len(text) <= LOGIN_MAX_LENGTH and _LOGIN.fullmatch(text) is not None
