"""Decides which address of a partner is its website, its contact, or another link."""

from __future__ import annotations

import re
from functools import lru_cache

from catalog_tool.importers.markdown.findings import PartnerFindings
from catalog_tool.importers.markdown.line import Address
from catalog_tool.importers.markdown.words import Part, says_nothing, words_of
from catalog_tool.model.nodes import Plain
from catalog_tool.text.urls.address import host_of
from catalog_tool.text.urls.domains import domain_of, registrable_domain

_CONTACT_WORDS = frozenset(
    "ask book contact demo enquiries enquiry inquiries inquiry question questions request sales "
    "schedule support talk team write".split()
)
_OUTSIDE = re.compile(r"(?:https?://|www\.)([^/?#\s@:]+)(?:/([^/?#\s]*))?", re.IGNORECASE)
_SHARED_HOSTS = frozenset("bitbucket.org codeberg.org github.com gitlab.com linkedin.com".split())
"""Hosts on which the first part of a path is an owner."""
_SECOND_EMAIL = "An entry has one contact address. This is a second one."


def is_outside(target: str) -> bool:
    """Return whether a link leads to another site, or is an email address."""
    return _OUTSIDE.match(target) is not None or ("@" in target and "/" not in target)


@lru_cache(4096)
def owner_of(target: str) -> str:
    """Return what tells the owner of an address: its domain, or its account on a shared host."""
    match = _OUTSIDE.match(target)
    if match is None:
        return domain_of(target)
    host = match.group(1).lower().removeprefix("www.")
    account = (match.group(2) or "").lower()
    return f"{host}/{account}" if host in _SHARED_HOSTS else registrable_domain(host)


def sort_addresses(findings: PartnerFindings) -> dict[str, Plain]:
    """Return website, contact, link to all applications, and links, and place their lines.

    The label of an address decides. If two addresses are for the same key, the first wins and the
    other becomes a link. An email address can't be a link, so it wins over the page of a form.
    """
    sorting = _Sorting(findings)
    sorting.take_labeled()
    sorting.take_unlabeled()
    sorting.take_guesses()
    sorting.make_links()
    return sorting.values


class _Sorting:
    """The addresses without a key so far, and the values of the keys."""

    def __init__(self, findings: PartnerFindings) -> None:
        self.findings = findings
        self.open = list(findings.addresses)
        self.values: dict[str, Plain] = {}

    def take_labeled(self) -> None:
        """Give each key the first address that is labeled for it."""
        labeled = [found for found in self.open if found.is_labeled and not found.is_email]
        emails = [found for found in self.open if found.is_email and not found.is_in_text]
        self._take("website", [found for found in labeled if found.part is Part.WEBSITE])
        self._take("contact", [*emails, *(f for f in labeled if f.part is Part.CONTACT)])
        self._take("applications_url", [f for f in labeled if f.part is Part.APPLICATIONS])

    def take_unlabeled(self) -> None:
        """Fill missing keys with addresses whose words or section suggest it."""
        self._take("contact", [f for f in self.open if _is_like_contact(f, self.findings)])
        self._take("contact", [f for f in self.open if f.is_in_text and f.is_email], is_guess=True)
        plain = [found for found in self.open if self._is_plain(found)]
        if len(plain) == 1 and plain[0].part is Part.CONTACT:
            self._take("contact", plain)
        by_sentence = [found for found in self.open if found.part is Part.WEBSITE]
        self._take("website", [*by_sentence, *(found for found in plain if found in self.open)])
        self._take("contact", [found for found in plain if found in self.open])

    def take_guesses(self) -> None:
        """Take the only site that a partner links to as its website."""
        outside = [each for each in self.open if is_outside(each.target) and not each.is_email]
        if len({each.target for each in outside}) == 1:
            self._take("website", outside, is_guess=True)

    def make_links(self) -> None:
        """Turn the remaining addresses into links."""
        links: list[Plain] = []
        known = {target for target in self.values.values() if isinstance(target, str)}
        for found in self.open:
            if found.is_in_text:
                continue
            if found.is_email:
                if found.target not in known:
                    self.findings.report_unplaced(found.lines, found.target, _SECOND_EMAIL)
                self.findings.place("contact", found.lines)
            elif found.target in known and says_nothing(found.text, self.findings.name_words):
                self._place_known(found)
            else:
                known.add(found.target)
                label = found.text if len(found.text) > 1 else host_of(found.target) or "Link"
                links.append({"label": label, "url": found.target})
                self.findings.place("links", found.lines)
        if links:
            self.values["links"] = tuple(links)

    def _take(self, key: str, candidates: list[Address], *, is_guess: bool = False) -> None:
        if candidates and key not in self.values:
            found = candidates[0]
            self.open.remove(found)
            self.values[key] = found.target
            self.findings.place(key, found.lines, is_guess=is_guess)

    def _place_known(self, found: Address) -> None:
        key = next((k for k, value in self.values.items() if value == found.target), "links")
        self.findings.place(key, found.lines)

    def _is_plain(self, found: Address) -> bool:
        is_free = found.part in {None, Part.CONTACT} and not found.is_email
        may_be_taken = found.part is Part.CONTACT or not found.is_in_text
        return is_free and may_be_taken and says_nothing(found.text, self.findings.name_words)


def _is_like_contact(found: Address, findings: PartnerFindings) -> bool:
    """Return whether an address without a known label is for contact, and for nothing else."""
    known = findings.name_words | _CONTACT_WORDS
    names = (found.text, *found.target.partition("//")[2].split("/")[1:])
    is_meant = any(
        not _CONTACT_WORDS.isdisjoint(words_of(each)) and says_nothing(each, known)
        for each in names
    )
    is_free = found.part in {None, Part.CONTACT} and not found.is_in_text
    return is_free and is_meant and says_nothing(found.text, known)
