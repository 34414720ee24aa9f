"""How customers ask for an integration: where the owner of the catalog wants to read about it.

An issue on GitHub is public, and says which application a company runs. So owners may name an
address or a form of their own instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from catalog_tool.model.messages import Messages, messages_of
from catalog_tool.model.option_values import PUBLIC_REQUESTS
from catalog_tool.model.settings import Settings
from catalog_tool.site.addresses import contact_target

ANY_APPLICATION = "{application}"
"""Stands for the name of an application, which a script puts in its place."""


@dataclass(frozen=True, slots=True)
class RequestLink:
    """The link with which a customer asks for an integration.

    Attributes:
        address: a prefilled issue or message, or a form; without characters that HTML acts on.
        label: its text.
        notice: what it opens, and who can read the request.
    """

    address: str
    label: str
    notice: str


def request_link(application: str, settings: Settings) -> RequestLink | None:
    """Return how to ask for an integration; ``None`` if there is no way.

    Args:
        application: the application that the customer wants to connect, or ``ANY_APPLICATION``.
        settings: the catalog.
    """
    words, where = messages_of(settings), settings.requests
    if where == PUBLIC_REQUESTS:
        return _issue(application, settings.github, words)
    target = contact_target(where)
    if target == where:
        notice = words.gettext("Opens a form run by the owner of this catalog.")
        return RequestLink(where, words.gettext("Request an integration"), notice)
    subject, body = _texts(application, words)
    # RFC 6068 wants both characters of a line end.
    prefilled = _encoded(subject=subject, body=body.replace("\n", "\r\n"))
    notice = words.gettext("Opens an email to the owner of this catalog.")
    return RequestLink(f"{target}?{prefilled}", words.gettext("Request by email"), notice)


def _issue(application: str, github: str, words: Messages) -> RequestLink | None:
    if not github.startswith("https://"):
        return None
    title, body = _texts(application, words)
    notice = words.gettext(
        "Opens a public issue on GitHub. Anyone can read which application your company runs."
    )
    address = f"{github}/issues/new?{_encoded(title=title, body=body)}"
    return RequestLink(address, words.gettext("Request in public"), notice)


def _texts(application: str, words: Messages) -> tuple[str, str]:
    """Return the title and the text. In a block of code, GitHub mentions nobody."""
    wanted = words.gettext("We would like to connect this application:")
    purpose = words.gettext("What we would like to do with it:")
    title = words.gettext("Integration request: %(name)s", name=application)
    return title, f"{wanted}\n\n    {application}\n\n{purpose} "


def _encoded(**fields: str) -> str:
    return urlencode(fields, quote_via=quote)
