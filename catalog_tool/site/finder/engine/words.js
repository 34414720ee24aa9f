// Splits names and queries into words.
//
// The engine runs in browsers, and in process in Python. It is plain ECMAScript without a document or
// Intl, and it returns values, not sentences.

globalThis.catalogFinder = {};

(() => {
  const { latin } = catalogNames;
  const MOST_CHARACTERS = 200;
  const NOT_ASCII = /[^\0-\x7f]/;
  const SEPARATING = /[^\p{L}\p{N}\p{Mn}\p{Mc}]/gu;
  const SEPARATING_ASCII = /[^a-z0-9]/g;
  // Scripts without spaces, and letters that begin a Korean syllable.
  const DENSE =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u115f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3040-\\u30ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const PARTS = new RegExp(`[0-9]+|[${DENSE}]|[^0-9${DENSE}]+`, "gu");
  const RUNS = new RegExp(`[0-9]+|[${DENSE}]+|[^0-9${DENSE}]+`, "gu");
  const IS_DENSE = new RegExp(`^[${DENSE}]`, "u");
  const MOST_LETTERS = 40;
  const SHORTEST_OF_PAIR = 3;
  const PLURAL = /(?<=[a-z]{3})(?<![su])s$/;
  const SHORTEST_PLURAL = 4;
  const ENDINGS = [
    [/ies$/, ["y", "ie"]],
    [/(x|ch|sh|ss)es$/, ["$1"]],
    [/([^su])s$/, ["$1"]],
    [/([^aeiou])y$/, ["$1ies"]],
    [/(x|ch|sh|ss)$/, ["$1es"]],
    [/([^s])$/, ["$1s"]],
  ];
  // What English words of one stem differ in, in this order: spelling, plural, tense, ending, and the last letters.
  const STEMMING = [
    [/(?<=[a-z]{2})our/, "or"], // behaviour
    [/(?<=[a-z]{3})ie[sd]$/, "y"],
    [/(?<=x|ch|sh|ss)es$/, ""],
    [/(?<=[a-z]{2}[^su])s$/, ""],
    [/(?<=[a-z]{3}t)re$/, "er"], // centre
    [/(?<=[aeiouy])([b-df-hj-np-rtv-z])\1(?:ed|ing)$/, "$1"], // planned
    [/(?<=[aeiouy][a-z]*[^aeio])(?:ed|ing)$/, ""],
    [/ificat(?:e|ion)$/, "ify"],
    [/(?<=[a-z]{4})(?:ify|i[sz](?:e|ation)?|ar(?:y|ian)|ian|ity|(?<!p)ly)$|(?<=[a-z]{5})(?:ate?|ation|al|ment|a(?:nce|nt|ble))$|(?<=[a-z]{3}[st])ion$/, ""],
    [/(?<=[a-z]{3})e$/, ""],
    [/(?<=[a-z]{3}n)[cs]$/, ""], // license, licence
    [/([lm])\1$/, "$1"], // enroll, programme
    [/(?<=[a-z]{2})y$/, "i"],
  ];
  // Signs that are a part of names: C++, C#, .NET.
  const HAS_SIGN = /[+#.]/;
  const SIGNS = [
    [/([a-z])\+\+(?![a-z0-9+])/g, "$1 plusplus "],
    [/([a-z])#(?![a-z0-9#])/g, "$1 sharp "],
    [/(^|[^a-z0-9.])\.net(?![a-z0-9])/g, "$1 dot net"],
  ];

  function spelledWords(folded) {
    const spoken = speakSigns(folded);
    const separating = NOT_ASCII.test(spoken) ? SEPARATING : SEPARATING_ASCII;
    return spoken.replace(separating, " ").split(" ").filter(Boolean);
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
    const beginning = [...query.slice(0, 2 * MOST_CHARACTERS)].slice(0, MOST_CHARACTERS).join("");
    return beginning === query ? query : beginning.replace(/\s\S*$/, "");
  }

  /** The words of a query as typed: "chris21" is one word. */
  function queryWords(query) {
    return spelledWords(latin(beginningOf(query)));
  }

  /** The words of a text by which a word of a query is found: pairs in scripts without spaces. */
  function textTerms(word) {
    const runs = word.match(RUNS) ?? [];
    const dense = runs.filter((run) => IS_DENSE.test(run));
    const others = dense.length ? runs.filter((run) => !IS_DENSE.test(run)) : [word];
    return [...dense.flatMap(pairsOf), ...others].map((term) => term.slice(0, MOST_LETTERS));
  }

  function pairsOf(run) {
    const letters = [...run];
    const pairs = letters.slice(1).map((letter, at) => letters[at] + letter);
    return pairs.length ? pairs : letters;
  }

  /** A word in singular and plural: database, databases; directory, directories. */
  function formsOf(word) {
    if (!/^[a-z]+$/.test(word) || word.length < SHORTEST_PLURAL) {
      return [word];
    }
    const [ending, others] = ENDINGS.find(([each]) => each.test(word)) ?? [/$/, []];
    return [word, ...others.map((other) => word.replace(ending, other))];
  }

  /** How two neighboring words are looked up; empty if one of them is too short to say much. */
  function pairOf(word, next) {
    const singular = (each) => each.slice(0, MOST_LETTERS).replace(PLURAL, "");
    return Math.min(word.length, next.length) < SHORTEST_OF_PAIR ? "" : ` ${singular(word)} ${singular(next)}`;
  }

  /** What the forms of an English word have in common: approve, approved, approval. Only their first letters are the same as its own. */
  const stemOf = (word) => (/^[a-z]{3,}$/.test(word) ? STEMMING.reduce((stem, [ending, other]) => stem.replace(ending, other), word) : word);

  /** The first letters of a word that its forms have too: cop for copy and copied. */
  function rootOf(word) {
    const stem = stemOf(word).replace(/(?<=..)i$/, "");
    const different = [...stem].findIndex((letter, at) => letter !== word[at]);
    return different < 0 ? stem : stem.slice(0, different);
  }

  Object.assign(catalogFinder, { IS_DENSE, beginningOf, formsOf, nameWords, pairOf, queryWords, rootOf, stemOf, textTerms });
})();
