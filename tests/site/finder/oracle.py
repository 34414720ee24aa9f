"""Questions to a catalog, composed from its entries, and whether an answer is what the entries say.

A question names a thing and, often, a condition or an exclusion: "who connects RACF in Europe",
"payroll except Workday". Who fits follows from the entries alone.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalog_tool.model.catalog import Catalog
from catalog_tool.site.finder import FinderAnswer
from catalog_tool.site.finder.index import choice_fields
from catalog_tool.site.finder.words import light_words
from catalog_tool.text.ordering import latin, separate_words

OPENERS = """
{}
who connects {}
which vendors support {}
we need {}
looking for {}
does anyone offer {}
can somebody connect {}
we are looking for a partner for {}
wer bindet {} an
wir suchen {}
wer kennt {}
qui connecte {}
nous cherchons {}
""".strip().split("\n")
CONDITIONS = """
{}, {}
{} in {}
{} with {}
{} {}
{1} {0}
{1}, {0}
{} for a company in {}
{}, {} only
{} mit {}
{} avec {}
""".strip().split("\n")
LISTS = ["{} or {}", "{} and {}", "{}, {}", "{} oder {}", "{} et {}"]
EXCLUSIONS = """
{} but not {}
{} without {}
{} except {}
{} other than {}
{}, not {}
{}, anyone except {}
{}, but no {}
{} excluding {}
{} apart from {}
{} ohne {}
{}, aber nicht {}
{} außer {}
{} sauf {}
{} sans {}
""".strip().split("\n")

REFUSED_VALUES = """
{}, but not as a {} service
{}, but nobody who runs it in {}
{} from partners that don't run in {}
{}, none of them hosted in {}
{} not hosted in {}
{} from partners that aren't based in the {}
{}, aber nicht als {}
{}, aber nicht betrieben in der {}
{} sauf ceux qui fonctionnent en {}
""".strip().split("\n")
"""More ways to refuse a value, with words that mean little before it."""

SHARE_OF_CONDITIONS = 0.5
SHARE_OF_EXCLUSIONS = 0.6
SHARE_OF_LISTS = 0.2
FILLERS, KINDS = (light_words()[kind] for kind in ("fillers", "kinds"))
SHORT_ID = 3
TELLING = {"lacking", "only", "refused", "unmet", "unstated", "unlisted"}


@dataclass(frozen=True)
class Wish:
    """What a question asks for.

    Attributes:
        question: its text.
        applications: names of applications, one of which is wanted.
        states: fields and values that a partner must state.
        refuses: fields and values that it must not state.
        partners: ids of the partners that aren't wanted.
        unwanted: names of the applications that aren't wanted.
    """

    question: str
    applications: frozenset[str] = frozenset()
    states: frozenset[tuple[str, str]] = frozenset()
    refuses: frozenset[tuple[str, str]] = frozenset()
    partners: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()


def wishes(catalog: Catalog, seed: int) -> Iterator[Wish]:
    """Yield questions to a catalog without end, the same for each seed."""
    generator = random.Random(seed)  # noqa: S311 - the same questions in each run
    things = [*_applications(catalog), *_categories(catalog)]
    values = list(_values(catalog))
    refused = [
        [replace(each, applications=frozenset(), unwanted=each.applications) for each in things],
        [replace(each, states=frozenset(), refuses=each.states) for each in values],
        [Wish(entry.title, partners=frozenset({entry.id})) for entry in catalog.entries],
    ]
    while things:
        wish = generator.choice(things)
        while values and generator.random() < SHARE_OF_CONDITIONS:
            condition = generator.choice(values)
            if _fields(condition.states).isdisjoint(_fields(wish.states)):
                wish = _joined(generator.choice(CONDITIONS), wish, condition)
        if generator.random() < SHARE_OF_EXCLUSIONS:
            sort = generator.choice([each for each in refused if each])
            other = generator.choice(sort)
            also = generator.choice(sort)
            is_of_field = _fields(also.refuses) == _fields(other.refuses)
            if generator.random() < SHARE_OF_LISTS and is_of_field:
                other = _joined(generator.choice(LISTS), other, also)
            templates = [*EXCLUSIONS, *REFUSED_VALUES] if other.refuses else EXCLUSIONS
            wish = _joined(generator.choice(templates), wish, other)
        text = generator.choice(OPENERS).format(wish.question)
        if wish.applications - wish.unwanted and wish.states.isdisjoint(wish.refuses):
            yield replace(wish, question=text)


def _joined(template: str, wish: Wish, other: Wish) -> Wish:
    """Return a wish with what another one adds, unless its words are in the first one."""
    if _words(other.question) <= _words(wish.question):
        return wish
    return Wish(
        template.format(wish.question, other.question),
        wish.applications,
        wish.states | other.states,
        wish.refuses | other.refuses,
        wish.partners | other.partners,
        wish.unwanted | other.unwanted,
    )


def _applications(catalog: Catalog) -> list[Wish]:
    """Return the names of listed applications, and their other names, that mean nothing else."""
    known = catalog.vocabulary.applications
    listed = {application.name for application in catalog.applications}
    names = [
        (name, each)
        for each in {*listed, *known}
        for name in (each, *(known[each].aliases if each in known else ()))
    ]
    meant = Counter(_key(name) for name, _ in names)
    meant.update(_key(each.vendor or "") for each in known.values())
    meant.update(_key(each.name) for each in catalog.vocabulary.categories.values())
    meant.update(_key(wish.question) for wish in _values(catalog))
    meant.update(_key(entry.title) for entry in catalog.entries)
    return [
        Wish(name, frozenset({each}))
        for name, each in sorted(names)
        if each in listed and meant[_key(name)] == 1 and not _is_light(name)
    ]


def _categories(catalog: Catalog) -> Iterator[Wish]:
    """Yield the categories of listed applications whose names mean nothing else."""
    known = catalog.vocabulary.applications
    meant = {_key(wish.question) for wish in _values(catalog)}
    meant |= {word for each in catalog.applications for word in _words(each.name)}
    for id_, category in catalog.vocabulary.categories.items():
        names = (each.name for each in catalog.applications if each.name in known)
        listed = frozenset(name for name in names if known[name].category == id_)
        if listed and _key(category.name) not in meant:
            yield Wish(category.name, listed)


def _values(catalog: Catalog) -> Iterator[Wish]:
    """Yield the names of values, their other names, and their ids if these are short."""
    for key, field in choice_fields(catalog).items():
        if set(field.choices) == {"yes", "no"}:
            yield Wish(field.label, states=frozenset({(key, "yes")}))
            continue
        for value, choice in field.choices.items():
            names = [choice.name, *choice.aliases]
            names += [value.upper()] if len(value) <= SHORT_ID else []
            yield from (
                Wish(name, states=frozenset({(key, value)}))
                for name in names
                if not _is_light(name)
            )


def _fields(values: frozenset[tuple[str, str]]) -> set[str]:
    return {key for key, _ in values}


def _words(name: str) -> set[str]:
    return set(separate_words(latin(name)).split())


def _is_light(name: str) -> bool:
    """Return whether a name could be a part of any question: System i."""
    return _words(name) <= FILLERS | KINDS


def _key(name: str) -> str:
    """Return a name without words of questions and what separates words: My Epic is like Epic."""
    words = separate_words(latin(name)).split()
    return "".join(word for word in words if word not in FILLERS)


def faults(catalog: Catalog, wish: Wish, answer: FinderAnswer) -> list[str]:
    """Return what is wrong with the answer to a question, each in a few words."""
    fitting = {(name, id_) for name, id_ in _listing(catalog, wish) if _fits(catalog, wish, id_)}
    partners = {id_ for _, id_ in fitting}
    rows = [(each.name, id_) for each in answer.applications for id_ in each.partners]
    together = answer.together.partners if answer.together else ()
    kinds = {near.kind for near in answer.nearest}
    if not fitting:
        shown = [each.id for each in answer.partners]
        shown += [each.id for each in (*answer.mentioned, *answer.partly)]
        is_told = kinds & TELLING or not rows or (answer.together and not together)
        is_hedged = any(id_ and _fits(catalog, wish, id_) for id_ in shown)
        return [] if is_told or is_hedged else ["doesn't say that nobody fits"]
    first = together[0] in partners if together else rows[0] in fitting if rows else False
    judgments = {
        "denied": not answer.is_found,
        "denied together": bool(answer.together) and not together,
        "first": not first,
        "told in error": bool(kinds & {"lacking", "refused", "only", "unmet"}),
        "unwanted": any(each.name in wish.unwanted for each in answer.applications),
        "order": any(
            _is_refused_above(catalog, wish, each.partners) for each in answer.applications
        ),
    }
    return [fault for fault, is_so in judgments.items() if is_so]


def _is_refused_above(catalog: Catalog, wish: Wish, partners: tuple[str, ...]) -> bool:
    """Return whether a partner that isn't wanted comes before one that is."""
    fits = [_fits(catalog, replace(wish, states=frozenset()), id_) for id_ in partners]
    return fits != sorted(fits, reverse=True)


def _listing(catalog: Catalog, wish: Wish) -> Iterator[tuple[str, str]]:
    """Yield the wanted applications, each with the partners that list it."""
    for application in catalog.applications:
        if application.name in wish.applications - wish.unwanted:
            yield from ((application.name, entry.id) for entry in application.entries)


def _fits(catalog: Catalog, wish: Wish, id_: str) -> bool:
    fields = catalog.by_id[id_].partner.fields

    def states(value: tuple[str, str]) -> bool:
        return value[1] in fields.get(value[0], ())

    is_stated = all(map(states, wish.states))
    return is_stated and id_ not in wish.partners and not any(map(states, wish.refuses))
