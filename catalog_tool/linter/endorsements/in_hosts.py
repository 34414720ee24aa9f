"""Hosts that readers take for those of the platform's owner.

Nobody but the owner knows all of the owner's hosts. So a host that begins its own part with the
owner's name passes, as ``microsoftazure.com`` does, and so does ``microsoft.contoso.com``, where a
partner writes about the platform. What is told is what an honest host does not need.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.linter.endorsements.reading import TOKEN, drawn, keys_of, readable
from catalog_tool.text.ordering import fold
from catalog_tool.text.urls.domains import registrable_domain

# A shorter name is drawn like other honest ones: "lam" like "IAM".
_SHORTEST_OWNER = 5
# After the owner's name, inside of a host, each lets the eye end there: microsoft.com.contoso.com.
_ENDINGS = frozenset(["com", "net", "org"])
# Whoever asks for a password in the owner's name needs one of these.
_SIGNING_IN = frozenset(
    "account accounts login logon password passwords signin signon verify verification".split()
)
_ENCODED = "xn--"


@dataclass(frozen=True, slots=True)
class _Owner:
    name: str
    key: str

    def is_named(self, word: str) -> bool:
        return word.startswith(self.name)

    def is_imitated(self, word: str) -> bool:
        return not self.is_named(word) and _drawn(word).startswith(self.key)


def platform_in_host(host: str, platform: str) -> str:
    """Return the part of a host that poses as the platform's owner; ``""`` if none does.

    The first word of the platform's name is taken for its owner: *Microsoft* of *Microsoft Entra
    ID*. It is imitated by other letters (``rnicrosoft.com``, ``micro-soft.com``), by a host of its
    own inside of another (``microsoft.com.contoso.com``), and beside a word of signing in
    (``microsoft-login.com``).

    Args:
        host: in lower case, as the address has it.
        platform: the platform as the settings name it; a short first word is posed as by nobody.
    """
    keys = keys_of(platform)
    if not keys or len(keys[0]) < _SHORTEST_OWNER:
        return ""
    owner = _Owner(fold(TOKEN.findall(platform)[0]), keys[0])
    labels = [_decoded(label) for label in host.split(".")]
    if owner.key not in _drawn(host.replace("-", "")) and _ENCODED not in host:
        return ""
    own = len(labels) - 1 - registrable_domain(host).count(".")
    return next(_poses(labels, own, owner), "")


def _poses(labels: list[str], own: int, owner: _Owner) -> Iterator[str]:
    """Yield each part that poses as the owner.

    Args:
        labels: the parts of the host, as browsers show them.
        own: the place of the part that somebody registered.
        owner: who is posed as.
    """
    for label, following in zip(labels[: own + 1], [*labels[1 : own + 1], ""], strict=True):
        words = label.split("-")
        yield from filter(owner.is_imitated, words)
        if not any(map(owner.is_named, words)) and _drawn("".join(words)) == owner.key:
            yield label
        if owner.is_named(label) and following.partition("-")[0] in _ENDINGS:
            yield f"{label}.{following}"
    judged = labels[own : own + 1] if owner.is_named(labels[own]) else labels[: own + 1]
    words = [word for label in judged for word in label.split("-")]
    if any(map(owner.is_named, words)) and _SIGNING_IN.intersection(words):
        yield ".".join(judged)


def _decoded(label: str) -> str:
    """Return a label as browsers show it, or as it is if it is no international one."""
    if not label.startswith(_ENCODED):
        return label
    import idna  # noqa: PLC0415 - rare, and slow to import

    try:
        return idna.decode(label)
    except idna.IDNAError:
        return label


def _drawn(text: str) -> str:
    return drawn(fold(readable(text)))
