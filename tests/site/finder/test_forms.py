"""Which words are forms of one another, and which only look so."""

from __future__ import annotations

from itertools import combinations

import pytest

from catalog_tool.text.ordering import latin
from tests.site.finder.engine import in_javascript

FORMS = """
convert converts converted converting conversion conversions converter
migrate migrates migrated migrating migration migrations
recertify recertifies recertified recertifying recertification recertifications
approve approves approved approving approval approvals
operate operates operated operating operation operator operators
validate validates validated validation validator
administer administers administered administration administrator administrators
register registers registered registration registrations
subscribe subscribes subscribed subscription subscriptions
extend extends extended extending extension extensions
reduce reduces reduced reduction
classify classified classification
encrypt encrypts encrypted encrypting encryption
delete deletes deleted deleting deletion
consult consulting consultant consultants
authorize authorise authorized authorization authorisation
organize organise organized organization organisations
university universities Universität Universitäten
verkaufen verkauft Verkauf
sperren sperrt Sperrung Sperrungen
verwalten verwaltet Verwaltung
genehmigen genehmigt Genehmigung Genehmigungen
migrieren migriert Migrierung
rezertifizieren rezertifiziert Rezertifizierung Rezertifizierungen
löschen löscht Löschung
bearbeiten bearbeitet Bearbeitung
bestellen bestellt Bestellung
erfassen erfasst Erfassung
travaille travailles travaillons travaillez travaillent travailler
propose proposons proposez proposent proposer
héberge hébergé hébergement héberger
"""

IN_OTHER_LANGUAGES = """
French französisch français française
German deutsch allemand
Switzerland Schweiz Suisse Swiss
Germany Deutschland Allemagne
Italy Italien Italie
Netherlands Niederlande
"""

OTHERS = """
university universe
organ organization
organic organization
policy police
general generate
terminal terminate
digital digit
German Germany
französisch Frankreich
import important
instance instant
station state
mission miss
portion port
passion pass
product produce
commission commit
version convert
converse convert
cover convert
covert cover
customer custom
server serve
contractor contract
factor fact
director direct
Zeitung Zeit
Samsung Sams
internet intern
consult consul
listen list
provision provide
patient patience
"""


@pytest.mark.parametrize("line", FORMS.strip().split("\n"))
def test_forms_of_a_word_have_one_stem(line: str) -> None:
    words = latin(line).split()
    stems = in_javascript("catalogFinder.stemOf", words)
    assert set(stems) == {stems[0]}, dict(zip(words, stems, strict=True))


@pytest.mark.parametrize("line", FORMS.strip().split("\n"))
def test_forms_of_a_word_begin_with_the_root_of_each(line: str) -> None:
    words = latin(line).split()
    roots = in_javascript("catalogFinder.rootOf", words)
    apart = [(word, root) for root in roots for word in words if not word.startswith(root)]
    assert apart == []


@pytest.mark.parametrize("line", IN_OTHER_LANGUAGES.strip().split("\n"))
def test_languages_and_countries_are_known_in_other_languages(line: str) -> None:
    words = latin(line).split()
    for word, others in zip(words, in_javascript("catalogFinder.otherForms", words), strict=True):
        assert {*words} - {word} <= {*others}, word


@pytest.mark.parametrize("line", OTHERS.strip().split("\n"))
def test_words_that_only_look_alike_have_different_stems(line: str) -> None:
    one, other = in_javascript("catalogFinder.stemOf", latin(line).split())
    assert one != other


def test_no_two_of_these_words_share_a_stem() -> None:
    lines = [latin(line).split() for line in FORMS.strip().split("\n")]
    stems = in_javascript("catalogFinder.stemOf", [line[0] for line in lines])
    assert len(set(stems)) == len(lines)
    assert all(set(one).isdisjoint(other) for one, other in combinations(lines, 2))
