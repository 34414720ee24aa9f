// Splits names and queries into words.
//
// The engine runs in browsers, and in process in Python. It is plain ECMAScript without a document or
// Intl, and it returns values, not sentences.

globalThis.catalogFinder = {};

(() => {
  const { latin } = catalogNames;
  const MOST_CHARACTERS = 200;
  const MOST_WORDS = 12;
  const NOT_ASCII = /[^\0-\x7f]/;
  const SEPARATING = /[^\p{L}\p{N}\p{Mn}\p{Mc}]/gu;
  const SEPARATING_ASCII = /[^a-z0-9]/g;
  // Scripts without spaces, and letters that begin a Korean syllable.
  const DENSE =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u115f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3040-\\u30ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const PARTS = new RegExp(`[0-9]+|[${DENSE}]|[^0-9${DENSE}]+`, "gu");

  function spelledWords(folded) {
    const separating = NOT_ASCII.test(folded) ? SEPARATING : SEPARATING_ASCII;
    return folded.replace(separating, " ").split(" ").filter(Boolean);
  }

  /** The words of a name. Digits are separate words. */
  function nameWords(name) {
    if (!NOT_ASCII.test(name)) {
      return name.toLowerCase().match(/[a-z]+|[0-9]+/g) ?? []; // ten times as fast
    }
    return spelledWords(latin(name)).flatMap((word) => word.match(PARTS));
  }

  /** The part of a query that is read. */
  function beginningOf(query) {
    return [...query.slice(0, 2 * MOST_CHARACTERS)].slice(0, MOST_CHARACTERS).join("");
  }

  /** The words of a query as typed: "chris21" is one word. */
  function queryWords(query) {
    return spelledWords(latin(beginningOf(query))).slice(0, MOST_WORDS);
  }

  Object.assign(catalogFinder, { beginningOf, nameWords, queryWords });
})();
