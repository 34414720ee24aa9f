// Words that deny what follows, in questions and in texts.

(() => {
  const NOT = "not?|nothing|without|nicht|nichts|kein\\p{L}*|ohne|sans|pas";
  const NEITHER = "neither|weder";
  const EXCEPT =
    "except(?:\\s+for)?|(?<=\\p{L}\\s)besides|exclud(?:e[sd]?|ing)|outside(?:\\s+of)?|apart\\s+from|au(?:ß|ss)er(?:halb)?|sauf|except[ée]|hormis|hors|[àa]\\s+part";
  // Only after a word such as "anyone", "but" says except.
  const BUT = "(?<=(?<!\\p{L})(?:(?:any|every)(?:thing|one|body)|all)(?!\\p{L})[^,;.?!]*\\s)but";
  const INSTEAD = "\\p{L}+er\\s+than|instead\\s+of|(?:an)?statt|alternativ\\p{L}*\\s+(?:to|zu[rm]?|für|à)|au\\s+lieu\\s+de";
  const NOBODY = "nobody|none|niemand\\p{L}*|personne|aucune?|\\p{L}+n['’]t";
  const IN_TEXTS = "never|nie|ne|retired|discontinued|planned";

  const whole = (words) => `(?<!\\p{L})(?:${words})(?!\\p{L})`;

  /** A word of a query that denies the next one. */
  const DENYING = new RegExp(`^(?:${NOT}|${NEITHER}|${EXCEPT})$`, "u");

  /** The words before a name that a query refuses. */
  const REFUSING = new RegExp(`${whole(`${NOT}|${NEITHER}|${EXCEPT}|${BUT}|${INSTEAD}|${NOBODY}`)}\\s+`, "giu");

  /** Those that ask for something else of the same kind. */
  const REPLACING = new RegExp(whole(INSTEAD), "iu");

  /** Words that deny nothing, with a comma before them: not only. */
  const NOT_ONLY = new RegExp(`,?\\s*${whole("not\\s+(?:only|just|merely)|nicht\\s+(?:nur|bloß)|pas\\s+(?:seulement|uniquement)")}`, "giu");

  /** What a text that denies something has. */
  const DENIED = new RegExp(`${whole(`${NOT}|${IN_TEXTS}`)}|n['’]t(?!\\p{L})`, "iu");

  Object.assign(catalogFinder, { DENIED, DENYING, NOT_ONLY, REFUSING, REPLACING });
})();
