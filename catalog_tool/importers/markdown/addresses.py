"""Decides which address of a partner is its website, its contact, or another link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from catalog_tool.importers.address import Address
from catalog_tool.importers.markdown.findings import PartnerFindings
from catalog_tool.importers.words import says_nothing, words_of
from catalog_tool.model.nodes import Plain
from catalog_tool.text.urls.address import host_of

_CONTACT_WORDS = frozenset(
    "ask book contact demo enquiries enquiry inquiries inquiry question questions request sales "
    "schedule support talk team write".split()
)
_Suited = tuple[str, Sequence[Address], bool]
"""A key, the addresses that can be its value, the best first, and whether that is a guess."""
_NOT_OUTSIDE = "This links to a page that has no web address of its own."
_SECOND_EMAIL = "An entry has one contact address. This is a second one."


def sort_addresses(findings: PartnerFindings) -> dict[str, Plain]:
    """Return website, contact, link to all applications, and links, and place their lines.

    The label of an address decides. If two addresses are for the same key, the first wins and the
    other becomes a link. An email address can't be a link, so it wins over the page of a form.
    """
    rest = [found for found in findings.addresses if found.is_outside]
    for found in findings.addresses:
        if not found.is_outside and not found.is_in_text:
            findings.report_unplaced(found.lines, found.target, _NOT_OUTSIDE)
    values: dict[str, Plain] = {}
    for key, suited, is_guess in chain(_labeled(rest), _unlabeled(rest, findings)):
        best = next((found for found in suited if found in rest), None)
        if best and key not in values:
            values[key] = best.target
            findings.place(key, best.lines, is_guess=is_guess)
            rest.remove(best)
    if links := tuple(_links(rest, values, findings)):
        values["links"] = links
    return values


def _labeled(found: Sequence[Address]) -> Iterator[_Suited]:
    """Yield for each key the addresses that are labeled for it."""
    labeled = [each for each in found if each.is_labeled and not each.is_email]
    emails = [each for each in found if each.is_email and not each.is_in_text]
    whole_list = {"applications", "applications_url"}
    yield "website", [each for each in labeled if each.key == "website"], False
    yield "contact", [*emails, *(each for each in labeled if each.key == "contact")], False
    yield "applications_url", [each for each in labeled if each.key in whole_list], False


def _unlabeled(found: Sequence[Address], findings: PartnerFindings) -> Iterator[_Suited]:
    """Yield addresses whose words or section suggest a key, the surest first."""
    yield "contact", [each for each in found if _is_like_contact(each, findings)], False
    in_text = [each for each in found if each.is_in_text]
    yield "contact", [each for each in in_text if each.is_email], True
    yield "contact", [each for each in in_text if findings.key_of(each.text) == "contact"], True
    plain = [each for each in found if _is_plain(each, findings)]
    by_sentence = [each for each in found if each.key == "website"]
    # The first page of the same owner says more than a page in a sentence.
    owners = {each.owner for each in by_sentence[:1] if each.is_in_text}
    first = [each for each in found if each.is_first_page and each.owner in owners]
    yield "website", [*first, *by_sentence, *plain], False
    # The account of a person to contact isn't the website.
    sites = [each for each in found if not (each.is_email or _is_account(each))]
    bare = [each for each in sites if findings.key_of(each.text) in {"", "website"}]
    named = [each for each in sites if _is_named_after_domain(each)]
    own = [each for each in bare if each.is_like(findings.name)]
    for guesses in (sites, named, own):  # such as *contoso.com →*
        yield "website", guesses if len({each.target for each in guesses}) == 1 else [], True
    is_own = bool(named) and len(named) == len(sites) and "/" not in named[0].owner
    yield "website", named[:1] if is_own else [], True


def _links(
    rest: Sequence[Address], values: Mapping[str, Plain], findings: PartnerFindings
) -> Iterator[Plain]:
    """Yield the remaining addresses as links, and place all of them."""
    keys = {str(value): key for key, value in values.items()}
    for found in (each for each in rest if not each.is_in_text):
        is_known = found.target in keys
        if found.is_email:
            if not is_known:
                findings.report_unplaced(found.lines, found.target, _SECOND_EMAIL)
            findings.place("contact", found.lines)
        elif is_known and says_nothing(found.text, findings.name_words):
            findings.place(keys[found.target], found.lines)
        else:
            keys.setdefault(found.target, "links")
            label = found.text if len(found.text) > 1 else host_of(found.target) or "Link"
            findings.place("links", found.lines)
            yield {"label": label, "url": found.target}


def _is_plain(found: Address, findings: PartnerFindings) -> bool:
    is_free = found.key in {"", "contact"} and not found.is_email and not _is_account(found)
    may_be_taken = found.key == "contact" or not found.is_in_text
    return is_free and may_be_taken and says_nothing(found.text, findings.name_words)


def _is_like_contact(found: Address, findings: PartnerFindings) -> bool:
    """Return whether an address without a known label is for contact, and for nothing else.

    The address of the partner's name isn't.
    """
    known = findings.name_words | _CONTACT_WORDS
    names = (found.text, *found.target.partition("//")[2].split("/")[1:])
    is_meant = any(
        not _CONTACT_WORDS.isdisjoint(words_of(each)) and says_nothing(each, known)
        for each in names
    )
    is_free = found.key != "website" and not found.is_in_text
    return is_meant and is_free and says_nothing(found.text, known)


def _is_named_after_domain(found: Address) -> bool:
    """Return whether the text is the domain, such as *contoso.com →*, unlike *LinkedIn*."""
    is_domain = not found.text or "." in found.text
    return is_domain and says_nothing(found.text, words_of(found.owner))


def _is_account(found: Address) -> bool:
    return found.key == "contact" and "/" in found.owner
