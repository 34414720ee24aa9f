"""Words that mean little in a query, and words that mean the same, for the finder's index.

There are two lists: words of questions, which results don't need but rank higher with; and words
for any application, which are like the others unless the query has nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from catalog_tool.site.messages import SOURCE_LANGUAGE, Messages
from catalog_tool.text.ordering import latin, separate_words

_QUESTIONS = {
    "en": """
    a an the this that these those any anyone anybody anything someone somebody something some all
    everyone everybody everything own
    he she him her his them am was were been being here when whether if because than then also just
    only both but not no other others must may might able possible formerly previously
    who whom which what where how is are be there it its
    do does did can could will would should have has had need needs want wants
    aren didn doesn don hasn haven isn wasn won
    i me my mine myself we us our ours ourselves you your yours yourself they their
    them themselves itself
    about as for from to into of in on at by with without via through over using use uses and or
    please run runs running still try trying like per versus vs http https www com
    find list lists listed listing search show looking look get buy offer offers offering sell sells
    connect connects connected connecting connection connections connector connectors
    integrate integrates integrated integrating integration integrations
    sync syncs synchronize synchronise
    manage manages managing
    support supports supported supporting work works working
    partner partners provider providers company companies
    gateway gateways adapter adapters app apps application applications
    api apis interface interfaces
    user users account accounts
    handle handles handled keep keeps keeping kept take takes taking instead
    certified compliant required best better good great ideal right suitable choice recommend help
    helps know knows experience
    """,
    "de": """
    mir dass ob wenn weil noch auch nur schon hier sich denn vielleicht gerne früher ehemals
    möchte möchten wollen will würde würden
    ein eine einen einer eines einem der die das den dem des dies diese diesen dieser dieses
    jemand irgendjemand alle alles jede jeden jeder jedes kein keine
    wer wen wem was wo wie welche welchen welcher welches womit wofür wozu ist sind war es gibt
    kann können könnte könnt soll sollen sollte hat haben habe hätte muss müssen braucht brauche
    brauchen wir uns unser unsere unseren unserer unserem ich mein meine meinen ihr ihre ihren sie
    über für von vom zu zum zur in im auf an am bei mit ohne durch per aus um nach und oder bitte
    sowie aber nicht betreiben betreibt nutzen nutzt benutzen verwenden verwendet einsetzen
    finde finden suche suchen sucht gesucht zeige zeigen kaufen bietet bieten anbieten verkauft
    bindet binden anbinden anbindet angebunden anbindung anbindungen einbinden einbindung
    verbindet verbinden verbunden verbindung verbindungen anschließen schließt angeschlossen
    integriert integrieren integration integrationen nennt nennen listet listen
    synchronisiert synchronisieren bereitstellung
    verwaltet verwalten unterstützt unterstützen unterstützung arbeitet arbeiten geht
    partner anbieter firma firmen unternehmen dienstleister
    anwendung anwendungen app apps schnittstelle schnittstellen adapter konnektor konnektoren
    benutzer nutzer konto konten
    beste besten bester gut gute guten guter richtige richtigen richtiger passend passende passenden
    sehen bekommen erhalten kennen kennst als werden wird wurde
    geeignet geeignete geeigneten empfehlen empfehlt hilfe helfen hilft wahl kennt erfahrung
    """,
}

_KINDS = {
    "en": """
    system systems software tool tools solution solutions product products module modules
    platform platforms program programs package packages version versions vendor vendors
    """,
    "de": """
    system systeme systemen software programm programme werkzeug werkzeuge lösung lösungen
    produkt produkte modul module plattform plattformen paket pakete version versionen
    hersteller
    """,
}


_MOST_COMMON = """
aber alles als am anbieter anbinden anbindung auch auf aus bei bekommen binden bindet braucht
brauchen das dass dem den der die diese dieser durch ein eine einem einen einer erhalten es für
gibt haben hat ich ihr ihre im ist jemand kann kein keine kennt können mit möchte möchten muss
müssen nach nicht nur oder ohne sehen sich sie sind sollen sollte suche suchen sucht über um und
uns unser unsere unseren vom von was welche welchen welcher wenn wer werden wie wir wird zu zum zur
au aussi aux avec avez avons besoin ce ces cet cette chez cherche cherchons connecte connectent
connecteur connecteurs connecter dans de des du elle elles en est et existe fournissent fournit il
ils je la le les leur leurs mon nos notre nous où par partenaire gère gèrent gérer partenaires peut
peuvent pour propose proposent offre offrent que quel quelle quelles quels qui quoi relie relient
son sont sur tous tout toutes trouver un une votre vous
"""
"""Those of questions in other languages to any catalog."""

_SYNONYMS = """
attendance zeiterfassung zeitwirtschaft
badge kartenleser zutritt zutrittskontrolle
bank banking banken kreditinstitut
database datenbank datenbanken
directory verzeichnis verzeichnisdienst
engineering plm cad
accounting buchhaltung finanzbuchhaltung rechnungswesen
education learning student university college campus school hochschule universität schule
helpdesk servicedesk itsm ticket
hospital clinic clinical healthcare krankenhaus krankenhäuser klinik kliniken spital
hotel hospitality restaurant
insurance insurer versicherung versicherungen versicherer
laboratory lab labor lims
legal law attorney lawyer anwalt anwaltskanzlei kanzlei
library libraries bibliothek bibliotheken bibliothekssystem
logistics logistik lagerverwaltung
mainframe großrechner
operating unix linux solaris aix betriebssystem
payroll lohn gehalt lohnabrechnung gehaltsabrechnung lohnbuchhaltung
personnel personalwesen personalverwaltung
retail pos kasse kassensystem
public government municipality kommune behörde behörden
telephony telephone phone telefon telefonie telefonanlage
"""


def light_words(messages: Messages | None = None) -> Mapping[str, frozenset[str]]:
    """Return the words of questions and those for any application: ``fillers`` and ``kinds``.

    Args:
        messages: they have the language, besides English, what the owner calls partners and
            applications, and the owner's own words of questions. Without them, only English.
    """
    own = [*messages.nouns.values(), *messages.question_words] if messages else []
    languages = {SOURCE_LANGUAGE, messages.language if messages else SOURCE_LANGUAGE}
    fillers = [*own, _MOST_COMMON, *(_QUESTIONS.get(language, "") for language in languages)]
    kinds = [_KINDS.get(language, "") for language in languages]
    return {
        "fillers": _words(fillers),
        "kinds": _words(kinds) - _words(fillers),
    }


def synonyms(text: str) -> str:
    """Return other words for the same as the words of a text, in each language.

    >>> synonyms("Databases")
    'datenbank datenbanken'
    >>> synonyms("Libraries")
    'bibliothek bibliotheken bibliothekssystem'
    """
    known = _words([text])
    known |= {re.sub("(ie)?s$", lambda ending: "y" * bool(ending[1]), word) for word in known}
    groups = map(separate_words, latin(_SYNONYMS).strip().split("\n"))
    others = [group.split() for group in groups if not known.isdisjoint(group.split())]
    return " ".join(word for group in others for word in group if word not in known)


def _words(texts: list[str]) -> frozenset[str]:
    return frozenset(separate_words(latin(" ".join(texts))).split())
