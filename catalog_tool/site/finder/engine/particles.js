// The words around what a query excludes, by class and language, and those that deny something in texts. The words that exclude something
// are in denials.js. The index has function words, too, but not their classes, and a question may be in any of these languages.

(() => {
  const { INSTEAD, NEVER, NOT, whole } = catalogFinder;
  const WORDS = {
    en: {
      articles: "the|our|own|an?|any",
      prepositions: "of|in|on|at|from|for|with|by|through|via",
      askers: "(?:we|i)(?:['’]\\p{L}+)?",
      wishes: "want|need|like|wish|prefer|accept|look(?:ing)?|search(?:ing)?|ca|could|may|might|must|shall|should|wo|would|cannot|will|can",
      // Verbs and pronouns of a clause: don't run it in. Others, such as "only" or "gateway", change what is excluded.
      clauses:
        "ones?|it|its|them|these|those|who|that|which|is|are|be|being|to|have|has|do|does|want|need|based|located" +
        "|(?:run|work)(?:s|n?ing)?|us(?:e[sd]?|ing)|(?:host|deploy|offer|deliver|bill)(?:s|ed|ing)?|(?:operat|provid|pric|charg)(?:e[sd]?|ing)|pay(?:s|ing)?|paid",
      people: "partners?|vendors?|providers?|compan(?:y|ies)|firms?|some(?:body|one)|any(?:body|one)|people",
      joiners: "n?or|and",
      examples: "like",
      roles: "as",
      endings: "ones?|services?|offers?|offerings?|hosting", // but not the cloud one
    },
    de: {
      articles: "d(?:ie|as|er|e[mnrs])|eine?[mnrs]?",
      prepositions: "in|im|am|an|auf|aus|für|bei|von|mit|durch|über",
      askers: "wir|ich",
      wishes: "woll\\p{L}*|möcht\\p{L}*|mag|mögen|brauch\\p{L}*|such\\p{L}*|d[aü]rf\\p{L}*|k[aoö]nn\\p{L}*|m[uü]ss\\p{L}*|soll\\p{L}*|akzeptier\\p{L}*",
      clauses: "es|sie|(?:betreib|nutz|hoste|lauf|läuf|verwend|arbeit|(?:be)?zahl)\\p{L}*|gehostet|betrieben|genutzt",
      people: "firm(?:a|en)|anbieter\\p{L}*|jemand\\p{L}*",
      joiners: "und|oder|noch",
      examples: "wie",
      roles: "als",
      endings: "dienste?s?|lösung(?:en)?",
    },
    fr: {
      articles: "l[ea]s?|une?|d[eu]s?",
      prepositions: "aux?|pour|chez|en|dans|avec|par",
      askers: "nous|je",
      wishes: "v(?:eux|oul\\p{L}*)|souhait\\p{L}*|cherch\\p{L}*|accept\\p{L}*|p(?:eux|ouv\\p{L}*)|d(?:ois|ev\\p{L}*)",
      clauses: "ceux|celles|que|qui|(?:travaill|héberg|exploit|utilis|fonctionn)\\p{L}*|pa(?:yer|ie)\\p{L}*",
      people: "partenaires?",
      joiners: "et|ou",
      examples: "comme",
      roles: "comme",
      endings: "services?|offres?",
    },
  };

  /* A word of some of these lists, in any language. */
  const wordOf = (lists, after = "") => new RegExp(`^(?:${Object.values(WORDS).flatMap((words) => lists.map((list) => words[list])).join("|")})${after}$`, "iu");

  /** Articles and prepositions, which stand before a name. */
  const ARTICLE = wordOf(["articles", "prepositions"]);

  /** Words that mean little before a value. */
  const PASSING = wordOf(["articles", "prepositions", "clauses", "people", "roles"]);

  /** Those who ask, and the verbs that say what they want. With others, they say how it is. */
  const ASKERS = wordOf(["askers"]);
  const WISHING = wordOf(["wishes"], "(?:n['’]t|['’]t)?");

  /** What joins names, what is before an example, and what is before a role. */
  const IN_LIST = wordOf(["joiners", "examples"]);
  const BEFORE_EXAMPLE = wordOf(["examples"]);
  const IN_ROLE = wordOf(["roles"]);

  /** A word after a name that says nothing. */
  const AFTER_NAME = wordOf(["endings"]);

  /** The words before a name that ask for something else of the same kind. */
  const REPLACING = new RegExp(whole(INSTEAD), "iu");

  /** Words that deny nothing, with a comma before them: not only. */
  const NOT_ONLY = new RegExp(`,?\\s*${whole("not\\s+(?:only|just|merely)|nicht\\s+(?:nur|bloß)|pas\\s+(?:seulement|uniquement)")}`, "giu");

  /** What a text that denies something has. */
  const DENIED = new RegExp(`${whole(`${NOT}|${NEVER}|ne|retired|discontinued|planned`)}|n['’]t(?!\\p{L})`, "iu");

  Object.assign(catalogFinder, { AFTER_NAME, ARTICLE, ASKERS, BEFORE_EXAMPLE, DENIED, IN_LIST, IN_ROLE, NOT_ONLY, PASSING, REPLACING, WISHING });
})();
