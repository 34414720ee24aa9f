// Names and queries as words; the rules of catalog_tool/ordering.py and catalog_tool/finder/words.py.

globalThis.catalogFinder = {};

(() => {
  const ID_MAX_LENGTH = 64;
  const MOST_CHARACTERS = 200;
  const MOST_WORDS = 12;
  // The accents of every script that has letters without them.
  const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]/g;
  const NOT_ASCII = /[^\0-\x7f]/;
  const CHEROKEE = /\p{Script=Cherokee}/u;
  const DIGIT = /\p{Nd}/u;
  const SEPARATING = /[^\p{L}\p{N}\p{Mn}\p{Mc}]/gu;
  const SEPARATING_ASCII = /[^a-z0-9]/g;
  // Scripts without spaces, and what begins a syllable of Korean.
  const DENSE =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u115f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3040-\\u30ff" +
    "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const PARTS = new RegExp(`[0-9]+|[${DENSE}]|[^0-9${DENSE}]+`, "gu");
  // Latin letters that no decomposition reduces to ASCII.
  const LATIN = { ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", æ: "ae", œ: "oe", þ: "th" };

  /** Text without case, accents and compatibility forms: what two readers call equal. */
  function fold(text) {
    if (!NOT_ASCII.test(text)) {
      return text.toLowerCase();
    }
    const cased = [...text.normalize("NFKD")].map(withoutCase).join("");
    return cased.normalize("NFKD").replace(ACCENTS, "").replace(/\p{Nd}/gu, asciiDigit);
  }

  function withoutCase(char) {
    if (char === "ı") {
      return char;
    }
    if (CHEROKEE.test(char)) {
      return char.toUpperCase(); // Unicode folds this script to its capitals
    }
    return [...char.toLowerCase().toUpperCase()].map((one) => one.toLowerCase()).join("");
  }

  // The digits of a script stand in runs of ten that begin with its zero.
  function asciiDigit(digit) {
    let below = 0;
    while (DIGIT.test(String.fromCodePoint(digit.codePointAt(0) - below - 1))) {
      below += 1;
    }
    return String(below % 10);
  }

  /** Text folded, with the Latin letters that have one in ASCII letters. */
  function latin(text) {
    return fold(text).replace(/[øđðłħıæœþ]/g, (letter) => LATIN[letter]);
  }

  /** The ASCII slug of a name, or "" where it has none. */
  function slug(name) {
    const hyphenated = latin(name).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return hyphenated.slice(0, ID_MAX_LENGTH).replace(/-$/, "");
  }

  function spelledWords(folded) {
    const separating = NOT_ASCII.test(folded) ? SEPARATING : SEPARATING_ASCII;
    return folded.replace(separating, " ").split(" ").filter(Boolean);
  }

  /** The words of a name; digits are words of their own. */
  function nameWords(name) {
    if (!NOT_ASCII.test(name)) {
      return name.toLowerCase().match(/[a-z]+|[0-9]+/g) ?? []; // ten times as fast
    }
    return spelledWords(latin(name)).flatMap((word) => word.match(PARTS));
  }

  /** What of a query is read. */
  function beginningOf(query) {
    return [...query.slice(0, 2 * MOST_CHARACTERS)].slice(0, MOST_CHARACTERS).join("");
  }

  /** The words of a query as they were typed: "chris21" is one. */
  function queryWords(query) {
    return spelledWords(latin(beginningOf(query))).slice(0, MOST_WORDS);
  }

  Object.assign(catalogFinder, { beginningOf, fold, latin, nameWords, queryWords, slug });
})();
