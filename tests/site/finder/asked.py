"""Questions about what entries say, made from their sentences, with what is expected of an answer.

Each takes words of one sentence, changes their forms as people do, and puts them in a question. The
expectation follows from the text alone: that partner, or another that says the same words, is among
the first. The rules for forms are simpler than those of the engine and share nothing with it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from catalog_tool.model.publication import Publication
from catalog_tool.site.finder import ApplicationAnswer, FinderAnswer
from catalog_tool.site.finder.results import Match, PartnerAnswer
from catalog_tool.site.finder.texts import text_of
from catalog_tool.site.finder.words import light_words
from catalog_tool.site.messages import messages_of
from catalog_tool.text.ordering import latin, separate_words

OPENERS = (
    "{}",
    "{}",
    "who offers {}",
    "do you have {}?",
    "we need {}",
    "Which partner does {}?",
    "Wer bietet {}?",
    "Gibt es jemanden mit {}?",
    "Qui propose {} ?",
    "Nous cherchons {}",
)
FIRST_ROWS = 3
HEDGED = {Match.CLOSE, Match.MENTIONED, Match.TYPO}
SHORTEST_WORD = 4
SHORTEST_STEM = 4
MOST_COMMON = 10
"""One of so many partners says a word that is asked for alone."""

_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

# Each ending and what people write instead. The first that fits is used.
_FORMS = (
    (r"(?<=[b-df-hj-np-tv-z])ies$", ("y",)),
    (r"(?<=[b-df-hj-np-tv-z])y$", ("ies",)),
    (r"(?<=[aeiou][b-df-hj-np-tv-z])ation$", ("ated", "ating", "ations")),
    (r"(?<=[^aeiou]at)ing$", ("es", "ed", "ion")),
    (r"(?<=[^aeious])(?<!us)(?<!is)s$", ("",)),
    (r"(?<=[aeiou][^aeiouwxy]..)ing$", ("ed",)),
    (r"(?<=..)ied$", ("ying", "ies")),
    (r"(?<=[^e]..)ed$", ("ing",)),
    (r"(?<=[lnrtdkm])er$", ("ers",)),
    (r"(?<=[bcdfgklmnprt])$", ("s",)),
)
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("olour", "olor"),
    ("abour", "abor"),
    ("avour", "avor"),
    ("aviour", "avior"),
    ("onour", "onor"),
    ("centre", "center"),
    ("licence", "license"),
    ("enrolment", "enrollment"),
    ("programme", "program"),
)
_ENDINGS = (
    "ifications ification izations ization isations isation ations ation ions ion izing ising "
    "ized ised ings ing ied ies ians ian ers er ed es en em e s y"
).split()


@dataclass(frozen=True)
class Asked:
    """A question about one sentence.

    Attributes:
        text: the question.
        words: the words of the sentence, folded.
        partners: the partners that say all of them, in any form, by their ids.
    """

    text: str
    words: tuple[str, ...]
    partners: frozenset[str]


def questions(publication: Publication, seed: int) -> Iterator[Asked]:
    """Yield a question about each sentence of a catalog, if it has a word that few say.

    Args:
        publication: the catalog.
        seed: chooses words, forms, and openers. The same seed gives the same questions.
    """
    generator = random.Random(seed)  # noqa: S311 - the same questions in each run
    light = frozenset[str]().union(*light_words(messages_of(publication.settings)).values())
    lightest = set(map(stem, light))
    said = {
        entry.id: [text for place, text in text_of(entry).parts if place in {"description", "note"}]
        for entry in publication.catalog.entries
    }
    stems = {each: _stems(" ".join(texts)) for each, texts in said.items()}
    counts = Counter(word for words in stems.values() for word in words)
    few = max(1, len(said) / MOST_COMMON)
    every_text = (text for texts in said.values() for text in texts)
    for sentence in chain.from_iterable(map(_SENTENCES.split, every_text)):
        every = [word for word in _WORDS.findall(sentence) if len(word) >= SHORTEST_WORD]
        telling = [word for word in every if lightest.isdisjoint(map(stem, _folded(word)))]
        count = min(len(telling), generator.choice([1, 2, 2, 3, 3, 4]))
        chosen = sorted(generator.sample(range(len(telling)), count))
        words = list(dict.fromkeys(telling[at] for at in chosen))
        folded = tuple(each for word in words for each in _folded(word))
        if folded and min(counts[stem(word)] for word in folded) <= few:
            partners = (each for each in said if stems[each].issuperset(map(stem, folded)))
            typed = " ".join(_changed(word, generator) for word in words)
            yield Asked(generator.choice(OPENERS).format(typed), folded, frozenset(partners))


def faults(asked: Asked, answer: FinderAnswer) -> list[str]:
    """Return what is wrong with an answer, each in a few words.

    Args:
        asked: the question.
        answer: its answer.

    Returns:
        ``denied``, ``lost`` if other partners come first, ``unmarked`` with a word that the quote
        neither marks nor needs, ``unhedged`` with a first result that has something else.
    """
    rows = list(dict.fromkeys(_rows(answer)))
    results: list[ApplicationAnswer | PartnerAnswer] = [*answer.applications, *answer.partners]
    meant = set(map(stem, asked.words))
    named = [each for each in results if meant <= _stems(f"{each.name} {each.matched}")]
    found = [] if named or asked.partners & set(rows[:FIRST_ROWS]) else ["lost"]
    quoted = [each for each in (*answer.mentioned, *answer.partly) if each.id in asked.partners]
    for each in quoted[:1]:
        marks = " ".join(each.sentence[start:end] for start, end in each.marks)
        told = _stems(" ".join((marks, each.name, *(result.matched for result in results))))
        missing = meant.intersection(map(stem, each.missing))
        found += [f"unmarked {word}" for word in sorted((meant - told) | missing)]
    if results[:1] and results[0].match not in HEDGED and results[0] not in named:
        first = results[0]
        ids = first.partners if isinstance(first, ApplicationAnswer) else (first.id,)
        found += [f"unhedged {first.name}"] if asked.partners.isdisjoint(ids) else []
    return found if rows else ["denied"]


def _rows(answer: FinderAnswer) -> Iterator[str]:
    yield from answer.together.partners if answer.together else ()
    for application in answer.applications:
        yield from application.partners[:FIRST_ROWS]
    yield from (each.id for each in answer.partners)
    yield from (each.id for each in (*answer.mentioned, *answer.partly))


def _stems(text: str) -> set[str]:
    return set(map(stem, _folded(text)))


def stem(word: str) -> str:
    """Return what the forms of a word have in common."""
    for typed, meant in _SPELLINGS:
        word = word.replace(typed, meant)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM - (ending == "s"):
            word = word.removesuffix(ending)
            break
    return re.sub(r"(.)\1$", r"\1", word)


def _folded(text: str) -> list[str]:
    return separate_words(latin(text)).split()


def _changed(word: str, generator: random.Random) -> str:
    """Return a word in another form, or as it is."""
    ways = (_same, _in_capitals, _in_other_form, _in_other_form, _in_other_form, _in_other_form)
    return generator.choice(ways)(word, generator)


def _same(word: str, _: random.Random) -> str:
    return word


def _in_capitals(word: str, generator: random.Random) -> str:
    return generator.choice([word.upper(), word.title(), word.lower()])


def _in_other_form(word: str, generator: random.Random) -> str:
    """Return a word without its hyphen or accents, in the other English, or with another ending."""
    if "-" in word:
        return word.replace("-", generator.choice([" ", ""]))
    if not word.isascii():
        return latin(word)
    both = [*_SPELLINGS, *((british, american) for american, british in _SPELLINGS)]
    spellings = (word.lower().replace(*each) for each in both if word.lower() != each[0])
    forms = (
        re.sub(ending, generator.choice(others), word)
        for ending, others in _FORMS
        if word.isalpha() and re.search(ending, word)
    )
    return next((each for each in chain(spellings, forms) if each != word.lower()), word)
