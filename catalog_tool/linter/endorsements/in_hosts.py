"""Hosts that readers take for hosts of the platform's owner.

Only the owner knows all of its hosts. So a host whose registered part begins with the owner's name
passes, such as ``microsoftazure.com``, and so does ``microsoft.contoso.com``, on which a partner
writes about the platform. Only what an honest host doesn't need is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog_tool.linter.endorsements.reading import TOKEN, fold_strokes, keys_of, to_plain_letters
from catalog_tool.text.ordering import fold
from catalog_tool.text.urls.domains import registrable_domain
from catalog_tool.text.urls.international import decode_host

# A shorter name looks like other honest names: "lam" like "IAM".
_SHORTEST_OWNER = 5
# After the owner's name, inside a host, the eye stops at one of these: microsoft.com.contoso.com.
_ENDINGS = frozenset(["com", "net", "org"])
# Hosts that ask for a password in the owner's name use one of these.
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
        return not self.is_named(word) and _fold(word).startswith(self.key)


def platform_in_host(host: str, platform: str) -> str:
    """Return the part of a host that poses as the platform's owner; ``""`` if none does.

    The first word of the platform's name is taken as its owner: *Microsoft* of *Microsoft
    Dynamics*. A host imitates it with other letters (``rnicrosoft.com``, ``micro-soft.com``), as a
    host inside another one (``microsoft.com.contoso.com``), or next to a sign-in word
    (``microsoft-login.com``).

    Args:
        host: in lowercase, as it is in the address.
        platform: the platform's name from the settings; a short first word isn't checked.
    """
    keys = keys_of(platform)
    if not keys or len(keys[0]) < _SHORTEST_OWNER:
        return ""
    owner = _Owner(fold(TOKEN.findall(platform)[0]), keys[0])
    labels = decode_host(host).split(".")
    if owner.key not in _fold(host.replace("-", "")) and _ENCODED not in host:
        return ""
    own = len(labels) - 1 - registrable_domain(host).count(".")
    return next(_poses(labels, own, owner), "")


def _poses(labels: list[str], own: int, owner: _Owner) -> Iterator[str]:
    """Yield each part that poses as the owner.

    Args:
        labels: the parts of the host, as browsers show them.
        own: the position of the part that somebody registered.
        owner: the platform's owner.
    """
    for label, following in zip(labels[: own + 1], [*labels[1 : own + 1], ""], strict=True):
        words = label.split("-")
        yield from filter(owner.is_imitated, words)
        if not any(map(owner.is_named, words)) and _fold("".join(words)) == owner.key:
            yield label
        if owner.is_named(label) and following.partition("-")[0] in _ENDINGS:
            yield f"{label}.{following}"
    checked = labels[own : own + 1] if owner.is_named(labels[own]) else labels[: own + 1]
    words = [word for label in checked for word in label.split("-")]
    if any(map(owner.is_named, words)) and _SIGNING_IN.intersection(words):
        yield ".".join(checked)


def _fold(text: str) -> str:
    return fold_strokes(fold(to_plain_letters(text)))
