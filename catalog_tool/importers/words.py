"""The words that people use as labels for the parts and the facts of an entry.

A heading or label names a part if all its words are known and its last word for a part is the one
for that part (see the table of names for keys). The tables here contain words without a meaning of
their own, and words in headings about the catalog itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.key_names import KEY_OF_NAME, KEY_OF_WORD
from catalog_tool.model.partner import Partner
from catalog_tool.text import name_finder

TELLING = frozenset({"website", "contact", "applications"})
"""Keys of which a partner must say at least one."""
LISTS = frozenset({"former_names", "products", "maintainers"})
"""Keys with several plain texts."""
KEYS = tuple(key for key in Partner.model_fields if key not in {"name", "summary", "logo"})
"""The keys of an entry that labels can mean."""
QUESTION = "Is this a partner? No website, contact, or application was recognized."
NO_PLACE = "An entry has no field for this."
# Words that add no meaning next to a word for a part.
_FILLERS = frozenset(
    "a address addresses all also an and are at available below built by can catalog "
    "catalogue categories cloud com company complete connect connected connectivity connects "
    "corporate currently customer customers date detail details directory e example examples "
    "featured field find following for form full further get go here home in inc include included "
    "includes including info information integrate is key learn list listed listing listings "
    "main more most my name names of oficial official on online our out over partial partner "
    "please point popular pre prebuilt product products program programm programme provided "
    "public ready sales sample see "
    "select selected short solution some such support supported supporting supports that the "
    "their them these they this to top us useful via visit we what which who with you your".split()
)
_INITIALS = {"c": "contact", "d": "description", "l": "website", "q": "contact", "w": "website"}
"""Keys that a single letter means as a label; *Q* is for questions."""

words_of = lru_cache(4096)(name_finder.words_of)
"""The words of a text, without case and accents."""


def _mentions(words: str) -> Callable[[str], bool]:
    """Return a function that says whether a text has one of the words."""
    known = frozenset(words.split())
    return lambda text: not known.isdisjoint(words_of(text))


is_about_the_catalog = _mentions(
    "about adding agreement appendix background changelog conclusion contents contribute "
    "contributing contribution disclaimer faq faqs feedback foreword glossary guidance "
    "guideline guidelines history how howto index instructions introduction legal licence "
    "license next notice option options overview partnerships preface prerequisites process "
    "purpose references related requests requirements rules scope steps submission submit summary "
    "table terms toc updates welcome what why"
)
"""Whether a heading starts a section about the catalog itself."""
is_how_to = _mentions(
    "adding become becoming contribute contributing guidelines how howto instructions join submit "
    "werden"
)
"""Whether a heading starts instructions for partners; entries below it are examples."""
# Words of a heading that is a placeholder for a name.
_TO_FILL_IN = frozenset(
    "company example here insert name new partner sample template the title vendor your".split()
)
_OF_PARTNERS = frozenset(
    "adopter adopters anbieter catalog catalogue companies company customers distributors "
    "entreprise firma fournisseur implementations implementers integrators kunden resellers "
    "gateways integrations isv isvs organisation organisations organization organizations "
    "partenaire partner partners plugins provider providers supplier suppliers unternehmen vendor "
    "vendors".split()
)
# Words in the heading of a section whose links are not partners, and in the names of such links.
_OTHER_LINKS = frozenset(
    "acknowledgements acknowledgments articles author authors badges blogs books changelog code "
    "committers conduct contents contributors coveralls credits dependencies discussion docs "
    "documentation download downloads license licence links maintainers media meetings news npm "
    "organisers organizers posts prerequisites "
    "presentations press pypi reading reads related repository requirements resources roadmap "
    "slack social speakers sponsors staff talks toc tracker tutorials videos "
    "artikel auteurs beitragende contributeurs dokumentation licence lizenz medien mitwirkende "
    "quellen reseaux ressourcen ressources sociaux sozial soziale".split()
)
# Some of these words are also what partners are about, such as *Human resources*.
_MAY_BE_CATEGORY = frozenset(
    "code contributors discussion docs documentation download downloads media resources "
    "tracker".split()
)
is_level = _mentions(
    "argent bronze diamant diamond gold iron oro palladium plata platin platine platinum silber "
    "silver titanium"
)
"""Whether a heading is a level of sponsors."""
is_of_a_project = _mentions(
    "building changelog cli disclosure download install installation installing pypi "
    "quickstart repository usage vulnerability"
)
"""Whether a heading or the text of a link is one of a page about a single project."""
_is_about_supporters = _mentions(
    "backers clients members references sponsors supporters users sponsoren mitglieder referenzen"
)
_BETWEEN_SUBJECTS = re.compile(r"[&,/]|\band\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\s*[<\[{(].*[>\]})]\s*")


class Labels:
    """What labels mean: a key of every entry, or a field of the catalog."""

    def __init__(
        self,
        fields: Mapping[str, FieldDefinition] = MappingProxyType({}),
        nouns: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        called = {words_of(noun): key for noun, key in nouns.items()}
        spelled = {
            words_of(text): key
            for key, field in fields.items()
            for text in (key, field.label, *field.aliases)
        }
        self.fields = fields
        self._own = called | spelled
        lists = {words: key for words, key in called.items() if key in KEYS}
        self._keys = {words_of(key): key for key in KEYS} | lists | spelled
        self._words = KEY_OF_WORD | {
            words[0]: key for words, key in spelled.items() if words[:1] == words
        }

    def own_key_of(self, label: str) -> str:
        """Return the key that only this catalog calls so, or ``""``.

        Args:
            label: one of its nouns, or the key, label, or alias of one of its fields.
        """
        return self._own.get(words_of(label), "")

    def key_of(self, label: str, names: Collection[str] = ()) -> str:
        """Return the key that a heading or label means, or ``""``.

        Args:
            label: as people write it: ``Popular Applications supported:``.
            names: other words without a meaning here, such as those of the partner's own name.
        """
        words = words_of(label)
        if key := self._keys.get(words) or _INITIALS.get("".join(words)):
            return key
        key = KEY_OF_NAME.get("_".join(words), "")
        is_long = len(words) > 1 and key in {"applications_note", "applications_url"}
        if "tested" in words or is_long or key in {"former_names", "products"}:
            return key
        keys = [self._words[word] for word in words if word in self._words]
        others = (word for word in words if word not in self._words and not word.isdigit())
        is_number = any(each.isdigit() and of in _OF_PARTNERS for of, each in pairwise(words))
        return keys[-1] if keys and not is_number and _are_known(others, names) else ""


CORE = Labels()
"""What labels mean in every catalog."""


def is_name(label: str) -> bool:
    """Return whether a label means that the name of a partner follows."""
    words = words_of(label)
    is_title = words == ("title",)  # of an article, rather than the name of a partner
    return (
        words == ("n",)
        or words[1:] == ("name",)
        or (not is_title and KEY_OF_NAME.get("_".join(words)) == "name")
    )


def says_nothing(text: str, names: Collection[str] = ()) -> bool:
    """Return whether all words of a text are label words or in ``names``."""
    return _are_known(words_of(text), names)


def _are_known(words: Iterable[str], names: Collection[str]) -> bool:
    return all(word in KEY_OF_WORD or word in _FILLERS or word in names for word in words)


def may_be_name(heading: str) -> bool:
    """Return whether a heading has letters, unlike a year above several partners."""
    return any(map(str.isalpha, heading))


def is_question(heading: str) -> bool:
    """Return whether a heading is a question to the reader, such as *Anything missing?*."""
    return heading.endswith("?")


def is_to_fill_in(heading: str) -> bool:
    """Return whether a heading is only a placeholder for the name of a partner."""
    words = set(words_of(heading))
    return words <= _TO_FILL_IN or _PLACEHOLDER.fullmatch(heading) is not None


def has_other_links(heading: str) -> bool:
    """Return whether a heading starts a section whose links are not partners.

    It can have several subjects, such as *Partners & Contributors*.
    """
    subjects = map(words_of, _BETWEEN_SUBJECTS.split(heading))
    return is_how_to(heading) or all(not _OTHER_LINKS.isdisjoint(words) for words in subjects)


def is_other_link(name: str) -> bool:
    """Return whether a name is only that of a link that isn't a partner, such as *Our Slack*."""
    words = words_of(name)
    return is_how_to(name) or (
        not _OTHER_LINKS.isdisjoint(words) and says_nothing(name, _OTHER_LINKS)
    )


def may_be_category(heading: str) -> bool:
    """Return whether the words of a heading for other links can also be those of a category."""
    return _OTHER_LINKS.intersection(words_of(heading)) <= _MAY_BE_CATEGORY


def says_only_partners(heading: str) -> bool:
    """Return whether a heading only says that partners follow, such as *Our Vendors*."""
    return says_nothing(heading, _OF_PARTNERS) and names_partners(heading)


def names_partners(heading: str, subject: str = "") -> bool:
    """Return whether the heading of a section or a column says that partners follow.

    Args:
        heading: the heading.
        subject: the first heading of the page. A page about a project can also mention sponsors,
            but those of a page about sponsors are what it lists.
    """
    is_named = not _OF_PARTNERS.isdisjoint(words_of(heading))
    return is_named or (_is_about_supporters(subject) and _is_about_supporters(heading))
