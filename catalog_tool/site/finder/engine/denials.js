// Words that deny what follows in questions. What texts need of them is in particles.js.

(() => {
  const NOT = "not?|nothing|without|nicht|nichts|kein\\p{L}*|ohne|sans|pas";
  const NEVER = "never|nie|jamais";
  const NEITHER = "neither|weder";
  const EXCEPT =
    "except(?:\\s+for)?|(?<=\\p{L}\\s)besides|exclud(?:e[sd]?|ing)|outside(?:\\s+of)?|apart\\s+from|au(?:ß|ss)er(?:halb)?|sauf|except[ée]|hormis|hors|[àa]\\s+part";
  // Only after a word such as "anyone", "but" says except.
  const BUT = "(?<=(?<!\\p{L})(?:(?:any|every)(?:thing|one|body)|all)(?!\\p{L})[^,;.?!]*\\s)but";
  const INSTEAD = "\\p{L}+er\\s+than|instead\\s+of|(?:an)?statt|alternativ\\p{L}*\\s+(?:to|zu[rm]?|für|à)|au\\s+lieu\\s+de";
  const NOBODY = "nobody|none|niemand\\p{L}*|personne|aucune?|\\p{L}+n['’]t";

  const whole = (words) => `(?<!\\p{L})(?:${words})(?!\\p{L})`;

  /** A word of a query that denies the next one. */
  const DENYING = new RegExp(`^(?:${NOT}|${NEVER}|${NEITHER}|${EXCEPT})$`, "u");

  /** The words before a name that a query refuses. */
  const REFUSING = new RegExp(`${whole(`${NOT}|${NEITHER}|${EXCEPT}|${BUT}|${INSTEAD}|${NOBODY}`)}\\s+`, "giu");

  Object.assign(catalogFinder, { DENYING, INSTEAD, NEVER, NOT, REFUSING, whole });
})();
