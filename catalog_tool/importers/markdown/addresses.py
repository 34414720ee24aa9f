"""Decides which address of a partner is its website, its contact, or another link."""

from __future__ import annotations

from collections.abc import Sequence

from catalog_tool.importers.address import Address
from catalog_tool.importers.markdown.findings import PartnerFindings
from catalog_tool.importers.words import says_nothing, words_of
from catalog_tool.model.nodes import Plain
from catalog_tool.text.urls.address import host_of

_CONTACT_WORDS = frozenset(
    "ask book contact demo enquiries enquiry inquiries inquiry question questions request sales "
    "schedule support talk team write".split()
)
_NOT_OUTSIDE = "This links to a page that has no web address of its own."
_SECOND_EMAIL = "An entry has one contact address. This is a second one."


def sort_addresses(findings: PartnerFindings) -> dict[str, Plain]:
    """Return website, contact, link to all applications, and links, and place their lines.

    The label of an address decides. If two addresses are for the same key, the first wins and the
    other becomes a link. An email address can't be a link, so it wins over the page of a form.
    """
    sorting = _Sorting(findings)
    sorting.take_labeled()
    sorting.take_unlabeled()
    sorting.make_links()
    return sorting.values


class _Sorting:
    """The addresses without a key so far, and the values of the keys."""

    def __init__(self, findings: PartnerFindings) -> None:
        self.findings = findings
        self.open = [found for found in findings.addresses if found.is_outside]
        self.values: dict[str, Plain] = {}
        for found in findings.addresses:
            if not found.is_outside and not found.is_in_text:
                findings.report_unplaced(found.lines, found.target, _NOT_OUTSIDE)

    def take_labeled(self) -> None:
        """Give each key the first address that is labeled for it."""
        labeled = [found for found in self.open if found.is_labeled and not found.is_email]
        emails = [found for found in self.open if found.is_email and not found.is_in_text]
        self._take("website", [found for found in labeled if found.key == "website"])
        self._take("contact", [*emails, *(found for found in labeled if found.key == "contact")])
        whole_list = {"applications", "applications_url"}
        self._take("applications_url", [found for found in labeled if found.key in whole_list])

    def take_unlabeled(self) -> None:
        """Fill missing keys with addresses whose words or section suggest it."""
        self._take("contact", [found for found in self.open if self._is_like_contact(found)])
        in_text = [found for found in self.open if found.is_in_text]
        self._take("contact", [found for found in in_text if found.is_email], is_guess=True)
        meant = [found for found in in_text if self.findings.key_of(found.text) == "contact"]
        self._take("contact", meant, is_guess=True)
        plain = [found for found in self.open if self._is_plain(found)]
        by_sentence = [found for found in self.open if found.key == "website"]
        # The first page of the same owner says more than a page in a sentence.
        owners = {found.owner for found in by_sentence[:1] if found.is_in_text}
        by_sentence[:0] = [
            each for each in self.open if each.is_first_page and each.owner in owners
        ]
        self._take("website", [*by_sentence, *(found for found in plain if found in self.open)])
        self._take("contact", [found for found in plain if found in self.open])
        # The account of a person to contact isn't the website.
        sites = [each for each in self.open if not (each.is_email or _is_account(each))]
        named = [found for found in sites if says_nothing(found.text, words_of(found.owner))]
        bare = [each for each in sites if self.findings.key_of(each.text) in {"", "website"}]
        own = [found for found in bare if found.is_like(self.findings.name)]
        for guesses in (sites, named, own):  # such as *contoso.com →*
            if len({found.target for found in guesses}) == 1:
                self._take("website", guesses, is_guess=True)

    def make_links(self) -> None:
        """Turn the remaining addresses into links."""
        links: list[Plain] = []
        keys = {str(value): key for key, value in self.values.items()}
        for found in self.open:
            is_known = found.target in keys
            if found.is_in_text:
                continue
            if found.is_email:
                if not is_known:
                    self.findings.report_unplaced(found.lines, found.target, _SECOND_EMAIL)
                self.findings.place("contact", found.lines)
            elif is_known and says_nothing(found.text, self.findings.name_words):
                self.findings.place(keys[found.target], found.lines)
            else:
                keys.setdefault(found.target, "links")
                label = found.text if len(found.text) > 1 else host_of(found.target) or "Link"
                links.append({"label": label, "url": found.target})
                self.findings.place("links", found.lines)
        if links:
            self.values["links"] = tuple(links)

    def _take(self, key: str, candidates: Sequence[Address], *, is_guess: bool = False) -> None:
        if candidates and key not in self.values:
            self.open.remove(candidates[0])
            self.values[key] = candidates[0].target
            self.findings.place(key, candidates[0].lines, is_guess=is_guess)

    def _is_plain(self, found: Address) -> bool:
        is_free = found.key in {"", "contact"} and not found.is_email and not _is_account(found)
        may_be_taken = found.key == "contact" or not found.is_in_text
        return is_free and may_be_taken and says_nothing(found.text, self.findings.name_words)

    def _is_like_contact(self, found: Address) -> bool:
        """Return whether an address without a known label is for contact, and for nothing else.

        The address of the partner's name isn't.
        """
        known = self.findings.name_words | _CONTACT_WORDS
        names = (found.text, *found.target.partition("//")[2].split("/")[1:])
        is_meant = any(
            not _CONTACT_WORDS.isdisjoint(words_of(each)) and says_nothing(each, known)
            for each in names
        )
        is_free = found.key != "website" and not found.is_in_text
        return is_meant and is_free and says_nothing(found.text, known)


def _is_account(found: Address) -> bool:
    return found.key == "contact" and "/" in found.owner
