"""What the form for a new entry must know to say what the checks will say: their own lists."""

from __future__ import annotations

import re

from catalog_tool.linter.endorsements.in_names import ARTICLES, BADGES, LINKING, claims
from catalog_tool.linter.endorsements.reading import names_of
from catalog_tool.linter.rules.unusable_name import patterns
from catalog_tool.model.publication import Publication
from catalog_tool.text.characters.compatibility_letters import framed_and_small
from catalog_tool.text.ordering import same_key
from catalog_tool.text.urls.address import NAMES_OF_NUMBERS, RESERVED_ENDINGS, SECRETS
from catalog_tool.text.urls.shorteners import forwarders

# What is written otherwise in the patterns of browsers.
_SPELLINGS = (("(?P<", "(?<"), (r"\A", "^"), (r"\Z", "$"))
_SAME_AGAIN = re.compile(r"\(\?P=(\w+)\)")


def form_knowledge(publication: Publication) -> dict[str, dict[str, object]]:
    """Return the lists and patterns of the checks, by what they are about, for JSON."""
    vocabulary = publication.catalog.vocabulary
    vendors = {same_key(each.vendor) for each in vocabulary.applications.values() if each.vendor}
    return {
        "addresses": {
            "forwarders": forwarders(),
            "namesOfNumbers": sorted(NAMES_OF_NUMBERS),
            "reservedEndings": sorted(RESERVED_ENDINGS),
            "secrets": SECRETS,
        },
        "claims": {
            "articles": sorted(ARTICLES),
            "badges": BADGES,
            "claims": sorted(claims()),
            "linking": sorted(LINKING),
            "owned": sorted(names_of(publication.settings.platform)),
            "vendors": sorted(vendors),
        },
        "letters": {"framedAndSmall": framed_and_small()},
        "names": {name: _for_browsers(pattern) for name, pattern in patterns().items()},
    }


def _for_browsers(pattern: str) -> str:
    for ours, theirs in _SPELLINGS:
        pattern = pattern.replace(ours, theirs)
    return _SAME_AGAIN.sub(r"\\k<\1>", pattern)
