"""Words that mean little in a query, and words that mean the same, for the finder's index.

There are two lists: words of questions, which results don't need but rank higher with; and words
for any application, which are like the others unless the query has nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from string import ascii_uppercase

from catalog_tool.site.finder.function_words import FUNCTION_WORDS, languages_of, words_of
from catalog_tool.site.messages import SOURCE_LANGUAGE, Messages
from catalog_tool.text.ordering import latin, separate_words

_QUESTIONS = {
    "en": """
    able account accounts adapter adapters api apis app application applications apps best
    better buy certified choice com companies company compliant connect connected connecting
    connection connections connector connectors connects experience find formerly gateway
    gateways good great handle handled handles http https ideal integrate integrated integrates
    integrating integration integrations interface interfaces like list listed listing lists
    manage manages managing partner partners possible previously provider providers
    recommend required rid right run running runs search sell sells suitable support supported
    supporting supports sure sync synchronise synchronize syncs user users www
    """,
    "de": """
    anbieter anbinden anbindet anbindung anbindungen angebunden angeschlossen anschließen
    anwendung anwendungen bekommen benutzen benutzer bereitstellung beste besten bester
    betreiben betreibt binden bindet dienstleister ehemals einbinden einbindung einsetzen
    empfehlen empfehlt erfahrung erhalten finde finden firma firmen früher geeignet geeignete
    geeigneten gut gute guten guter integrieren integriert kaufen konnektor konnektoren konten
    konto listen listet nennen nennt nutzen nutzer nutzt passend passende passenden richtige
    richtigen richtiger schließt schnittstelle schnittstellen sehen synchronisieren
    synchronisiert unternehmen unterstützen unterstützt unterstützung verbinden verbindet
    verbindung verbindungen verbunden verkauft verwalten verwaltet verwenden verwendet wahl
    zeige zeigen partner app apps
    adapter integration integrationen
    """,
    "fr": """
    acheter compte comptes connecte connectent connecter connecteur connecteurs connexion
    connexions entreprise entreprises fournisseur fournisseurs intégration intégrations
    intègre intègrent intégrer meilleur meilleure partenaire partenaires prestataire
    prestataires recommander recommandez relie relient relier société sociétés synchronise
    synchroniser utilisateur utilisateurs vend vendent application applications
    """,
}
"""What partners do, and what each of them is: any of them could be the answer. By language."""

_KINDS = {
    "en": """
    system systems software tool tools solution solutions product products module modules
    platform platforms program programs package packages version versions vendor vendors
    """,
    "de": """
    systeme systemen programm programme werkzeug werkzeuge lösung lösungen produkt produkte
    modul plattform plattformen paket pakete versionen hersteller system software module
    version
    """,
    "fr": """
    système systèmes logiciel logiciels outil outils produit produits plateforme plateformes
    éditeur éditeurs module modules version versions solution solutions
    """,
}

_MOST_COMMON = """
ab aber alles als am anbieter anbinden anbindet anbindung arbeitet auch auf aus bei bekommen
bietet binden bindet brauchen braucht das dass dem den der die diese dieser durch ein eine einem
einen einer erhalten es für gibt haben hat hilft ich ihr ihre im ist jemand jemanden kann kein
keine kennt konnektor können kümmern kümmert machen macht mit muss möchte möchten müssen nach
nicht nur oder ohne sehen sich sie sind sollen sollte suche suchen sucht um und uns unser unsere
unserem unseren verbindet vom von vor was welche welchen welcher wenn wer werden wie wir wird
während zu zum zur über
après au aussi aux avant avec avez avons besoin ce ces cet cette chaque cherche cherchons
chez connecte connectent connecter connecteur connecteurs dans de des du elle elles en est et
existe faire fait fournissent fournit gère gèrent gérer il ils je la le les leur leurs mon nos
notre nous offre offrent où par partenaire partenaires pas pendant peut peuvent pour propose
proposent que quel quelle quelles quels qui quoi relie relient sans son sont sur tous tout
toutes travaille travaillent trouver un une votre vous
"""
"""Those of questions in other languages to any catalog."""

_SYNONYMS = """
attendance zeiterfassung zeitwirtschaft
badge kartenleser zutritt zutrittskontrolle
bank banking banken kreditinstitut banque banques
database datenbank datenbanken
directory verzeichnis verzeichnisdienst
engineering plm cad
accounting buchhaltung finanzbuchhaltung rechnungswesen
education learning student university college campus school hochschule universität schule
helpdesk servicedesk itsm ticket
hospital clinic clinical healthcare krankenhaus krankenhäuser klinik kliniken spital hôpital
hotel hospitality restaurant
insurance insurer versicherung versicherungen versicherer assurance assurances
laboratory lab labor lims
legal law attorney lawyer anwalt anwaltskanzlei kanzlei
library libraries bibliothek bibliotheken bibliothekssystem bibliothèque bibliothèques
logistics logistik lagerverwaltung
mainframe großrechner
operating unix linux solaris aix betriebssystem
payroll lohn gehalt lohnabrechnung gehaltsabrechnung lohnbuchhaltung paie
personnel personalwesen personalverwaltung personalsystem personalsysteme personalsoftware
retail pos kasse kassensystem
public government municipality kommune behörde behörden
telephony telephone phone telefon telefonie telefonanlage
"""


def light_words(
    messages: Messages | None = None, texts: Iterable[str] = ()
) -> dict[str, frozenset[str]]:
    """Return the words of questions and those for any application: ``fillers`` and ``kinds``.

    Args:
        messages: they have the language of the site, what the owner calls partners and
            applications, and the owner's own words of questions.
        texts: what each entry says. People ask in the languages of the site and of these texts;
            besides, in English, and with the most common words of any language.
    """
    own = [*messages.nouns.values(), *messages.question_words] if messages else []
    languages = {SOURCE_LANGUAGE, messages.language if messages else SOURCE_LANGUAGE}
    known = [
        table.get(language, "") for table in (_QUESTIONS, FUNCTION_WORDS) for language in languages
    ]
    said = (FUNCTION_WORDS[language] for language in languages_of(texts))
    fillers = words_of(" ".join([*own, _MOST_COMMON, *known, *said]))
    kinds = words_of(" ".join(_KINDS.get(language, "") for language in languages))
    return {"fillers": fillers, "kinds": kinds - fillers}


def words_column(words: Iterable[str]) -> str:
    """Return words as a column of the index, sorted.

    Each begins with a capital letter for how many letters it shares with the one before, and has
    the others.

    >>> words_column(["wer", "machen", "macht"])
    'AmachenEtAwer'
    """
    ordered = sorted(words)
    shared = map(_shared, ["", *ordered], ordered)
    counts = (min(count, len(ascii_uppercase) - 1) for count in shared)
    pairs = zip(ordered, counts, strict=True)
    return "".join(ascii_uppercase[count] + word[count:] for word, count in pairs)


def _shared(one: str, other: str) -> int:
    """Return how many first letters two words share."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def synonyms(text: str) -> str:
    """Return other words for the same as the words of a text, in each language.

    >>> synonyms("Databases")
    'datenbank datenbanken'
    >>> synonyms("Libraries")
    'bibliothek bibliotheken bibliothekssystem bibliotheque bibliotheques'
    """
    known = {*words_of(text)}
    known |= {re.sub("(ie)?s$", lambda ending: "y" * bool(ending[1]), word) for word in known}
    groups = map(separate_words, latin(_SYNONYMS).strip().split("\n"))
    others = [group.split() for group in groups if not known.isdisjoint(group.split())]
    return " ".join(word for group in others for word in group if word not in known)
