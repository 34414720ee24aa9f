// Splits names and queries into words.
//
// The engine runs in browsers, and in process in Python. It is plain ECMAScript without a document or
// Intl, and it returns values, not sentences.

globalThis.catalogFinder = {};

(() => {
  const { latin } = catalogNames;
  const MOST_CHARACTERS = 200;
  const NOT_ASCII = /[^\0-\x7f]/;
  const WORDS = /[\p{L}\p{N}\p{Mn}\p{Mc}]+/gu;
  const ASCII_WORDS = /[a-z0-9]+/g;
  // Scripts without spaces, and letters that begin a Korean syllable.
  const DENSE =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u115f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3040-\\u30ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const PARTS = new RegExp(`[0-9]+|[${DENSE}]|[^0-9${DENSE}]+`, "gu");
  const SHORTEST_PLURAL = 4;
  const ENDINGS = [
    [/ies$/, ["y", "ie"]],
    [/(x|ch|sh|ss)es$/, ["$1"]],
    [/([^su])s$/, ["$1"]],
    [/([^aeiou])y$/, ["$1ies"]],
    [/(x|ch|sh|ss)$/, ["$1es"]],
    [/([^s])$/, ["$1s"]],
  ];
  // Signs that are a part of names: C++, C#, .NET.
  const HAS_SIGN = /[+#.]/;
  const SIGNS = [
    [/([a-z])\+\+(?![a-z0-9+])/g, "$1 plusplus "],
    [/([a-z])#(?![a-z0-9#])/g, "$1 sharp "],
    [/(^|[^a-z0-9.])\.net(?![a-z0-9])/g, "$1 dot net"],
  ];

  const EACH = "and|und|sowie|et";
  const ONE = "or|oder|ou|vs|versus";

  /** What asks for each of several things in a query, and what asks for one of them. */
  const BOTH = new RegExp(`(?<!\\p{L})(?:${EACH}|both|sowohl)(?!\\p{L})|[&+]`, "iu");
  const EITHER = new RegExp(`(?<!\\p{L})(?:${ONE})(?!\\p{L})`, "iu");

  /** A word or sign between two names. */
  const JOINER = new RegExp(`^(?:${EACH}|${ONE}|[&+/])$`, "iu");

  function spelledWords(folded) {
    const spoken = speakSigns(folded);
    return spoken.match(NOT_ASCII.test(spoken) ? WORDS : ASCII_WORDS) ?? [];
  }

  function speakSigns(folded) {
    return HAS_SIGN.test(folded)
      ? SIGNS.reduce((text, [sign, words]) => text.replace(sign, words), folded)
      : folded;
  }

  /** The words of a name. Digits are separate words. */
  function nameWords(name) {
    if (!NOT_ASCII.test(name)) {
      return speakSigns(name.toLowerCase()).match(/[a-z]+|[0-9]+/g) ?? []; // ten times as fast
    }
    return spelledWords(latin(name)).flatMap((word) => word.match(PARTS));
  }

  /** The part of a query that is read. It ends with a whole word if it has several. */
  function beginningOf(query) {
    if (query.length <= MOST_CHARACTERS) {
      return query;
    }
    const beginning = [...query.slice(0, 2 * MOST_CHARACTERS)].slice(0, MOST_CHARACTERS).join("");
    return beginning === query ? query : beginning.replace(/\s\S*$/, "");
  }

  /** The words of a query as typed: "chris21" is one word. */
  function queryWords(query) {
    return spelledWords(latin(beginningOf(query)));
  }

  /** A word in singular and plural: database, databases; directory, directories. */
  function formsOf(word) {
    if (!/^[a-z]+$/.test(word) || word.length < SHORTEST_PLURAL) {
      return [word];
    }
    const [ending, others] = ENDINGS.find(([each]) => each.test(word)) ?? [/$/, []];
    return [word, ...others.map((other) => word.replace(ending, other))];
  }

  /** The words of a text as they are typed, by what they are in queries. */
  const typedWords = (text) => new Map((text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => [latin(word), word]));

  /** Whether a word says something by itself: not a letter, a short number, or a year. */
  const isTelling = (word) => !/^([a-z]|one|[0-9]{1,3}|(19|20)[0-9]{2})$/.test(word);

  Object.assign(catalogFinder, { BOTH, DENSE, EITHER, JOINER, beginningOf, formsOf, isTelling, nameWords, queryWords, typedWords });
})();
