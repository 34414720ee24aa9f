"""Words of questions that say nothing about what is asked for, in three languages.

Pronouns, articles, quantifiers, prepositions, conjunctions, auxiliaries, and question words are
closed classes: a grammar lists all of them, and no partner is found by one. The classes are those
of Quirk et al., *A Comprehensive Grammar of the English Language* (chapters 3 to 6, 9, and 13),
*Duden: Die Grammatik*, and Riegel et al., *Grammaire méthodique du français*. Nearly all stop words
of the Snowball project are among them. So are verbs that need a noun to say something (*make*,
*machen*, *faire*).

Left out are words that mean something else to a catalog, also in another language: *mine*, *fast*,
*bald*, *bin*, *er*, *car*, *font*, *plus*, *eu*, *ai*; words that exclude something (*except*,
*außer*, *sauf*), without which the rest would be asked for; numbers; and what no question has
(*fûmes*).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from catalog_tool.text.ordering import latin, separate_words

FUNCTION_WORDS = {
    "en": """
    i me my myself we us our ours ourselves you your yours yourself yourselves he him his himself
    she her hers herself it its itself they them their theirs themselves a an the this that these
    those each every either all both some any no such same own other others another many much more
    most few fewer less least several enough various certain anyone anybody anything someone
    somebody something everyone everybody everything nothing who whom whose which what whoever
    whichever whatever when whenever where wherever why how

    about above across after against along alongside amid among amongst around as at before behind
    below beneath beside besides between beyond by despite during for from in inside into near of
    off on onto out over per regarding since through throughout till to toward towards under until
    up upon versus via vs with within without and but if nor or so than then though although
    because unless whereas whether while whilst

    am is are was were be been being do does did doing done have has had having can could may might
    must shall should will would ought aren couldn didn doesn don hadn hasn haven isn mustn shouldn
    wasn weren won wouldn ll re ve also just only even still yet already now today
    currently again once ever too very quite rather perhaps maybe however otherwise therefore soon
    instead here there not please together

    come comes coming came get gets getting got give gives giving gave given go goes going gone
    went happen happens happened happening help helps helped helping keep keeps keeping kept know
    knows known let lets letting look looks looking make makes making made need needs needed
    needing put puts putting see seeing seen show take takes taking took taken tell tells try tries
    tried trying use uses using used want wants wanted wanting exist exists offer offers offering
    offered provide provides providing provided work works working worked
    """,
    "de": """
    ich mich mir du dich dir ihn ihm es sie ihr ihnen wir uns euch sich man einander
    mein meine meinem meinen meiner meines dein deine deinem deinen deiner deines
    sein seine seinem seinen seiner seines ihre ihrem ihren ihrer ihres
    unser unsere unserem unseren unserer unseres euer eure eurem euren eurer eures
    der die das den dem des deren dessen denen derselbe dieselbe dasselbe denselben derselben
    dieser diese dieses dies diesem diesen jener jene jenes jenem jenen
    ein eine einem einen einer eines kein keine keinem keinen keiner keines
    jeder jede jedes jedem jeden alle alles allem allen aller beide beides beiden beider
    einige einigem einigen einiger einiges manche manchem manchen mancher manches mehrere mehreren
    solch solche solchem solchen solcher solches viel viele vielem vielen vieler vieles
    wenig wenige wenigen weniger andere anderem anderen anderer anderes etwas nichts selbst selber
    jemand jemanden jemandem irgendjemand irgendwer irgendwelche
    wer wen wem wessen was welch welche welchem welchen welcher welches
    wann warum wie wieso weshalb wo woher wohin womit wofür wozu wodurch woran worauf worüber

    ab an am ans auf aufs aus bei beim bezüglich bis durch für gegen gemäß hinter hinterm im in ins
    innerhalb laut mit mittels nach neben ohne per seit trotz um unter unterm über überm
    vom von vor vorm während wegen zu zum zur zwischen
    aber als da damit dass daß denn doch ehe falls indem je nachdem ob obwohl oder sobald sofern
    solange sondern sowie sowohl und weil wenn wobei
    daran darauf daraus dabei dadurch dafür dagegen dahinter danach daneben darüber darum darunter
    davon davor dazu dazwischen
    auch bereits dann derzeit dort eben ebenfalls einmal etwa gern gerne heute hier hin immer
    jetzt mal nicht noch nun nur schon sehr so sogar sonst trotzdem vielleicht wieder ziemlich
    zwar bitte

    ist war sind seid sei wäre wären gewesen habe hast hat haben habt hatte hatten hätte hätten
    gehabt werde wirst wird werden werdet wurde wurden würde würden worden geworden
    kann kannst können könnt konnte konnten könnte könnten darf dürfen dürfte
    muss müssen müsst musste mussten müsste müssten mag mögen möchte möchten
    soll sollen sollt sollte sollten will wollen wollt wollte wollten
    arbeite arbeiten arbeitet benötige benötigen benötigt biete bieten bietet geboten
    anbieten anbietet angeboten brauche brauchen braucht gebe geben gibt gegeben
    gehe gehen geht ging gegangen helfen hilft hilfe geholfen kenne kennen kennst kennt
    komme kommen kommt kümmere kümmern kümmert gekümmert lassen lässt
    mache machen macht machst gemacht nehmen nimmt sorgen sorgt suche suchen
    sucht gesucht tun tut getan übernehmen übernimmt
    """,
    "fr": """
    je me moi tu te toi il ils elle elles on nous vous se soi lui leur leurs eux en
    mon mes ta tes sa ses son notre nos votre vos ce cet cette ces ceci cela celui celle ceux
    celles un une le l la les du de des au aux qui que quoi dont où quel quelle quels quelles
    lequel laquelle lesquels lesquelles duquel auquel tout toute tous toutes chaque plusieurs
    quelque quelques certain certaine certains certaines aucun aucune autre autres même mêmes
    telle tels telles comment combien quand pourquoi

    à après avant avec chez concernant contre dans depuis derrière dès devant durant entre envers
    jusque malgré par parmi pendant pour sans selon sous suivant sur vers via
    comme donc et lorsque mais ou puisque quoique si
    actuellement alors aussi aujourd hui bien déjà encore ensuite ici là maintenant
    moins ne non pas seulement surtout toujours très trop

    est sont es êtes être était étaient soit serait avez avons avoir ont avait aurait
    peut peuvent pouvez pouvoir pourrait doit doivent devons devez devoir faut
    vont aller veut veulent voulons voulez vouloir voudrais voudrions
    sait savent savez savoir connaît connaissent connaissez connaître existe existent
    cherche cherchent chercher cherchons besoin donne donnent donner
    faire fais faisons fait faite faites fournir fournissent fournit gère gèrent gérer
    mettre met mettent occupe occupent occuper offre offrent offrir permet permettent permettre
    prend prennent prendre propose proposent proposer proposez trouver utilise utilisent utiliser
    utilisons travaille travaillent travailler travaillez travaillons
    """,
}
"""By language."""

_FEWEST = 4
"""Function words of one language only that a text of that language has. A name may have two."""


def languages_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the languages of :data:`FUNCTION_WORDS` that at least one text is written in.

    >>> languages_of(["Wir beraten Banken, und zwar alle, die es wollen."])
    frozenset({'de'})
    """
    telling = _telling_words()
    words = (words_of(text) for text in texts)
    return frozenset(
        language
        for each in words
        for language, own in telling.items()
        if len(own & each) >= _FEWEST
    )


@cache
def _telling_words() -> dict[str, frozenset[str]]:
    """Return the function words of each language that no other one has."""
    words = {language: words_of(text) for language, text in FUNCTION_WORDS.items()}
    counts = Counter(word for each in words.values() for word in each)
    return {
        language: frozenset(word for word in each if counts[word] == 1)
        for language, each in words.items()
    }


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text as a query has them: *Für* is *fur*."""
    return frozenset(separate_words(latin(text)).split())
