// Folds names for comparison, and makes slugs. Same rules as catalog_tool/text/ordering.py.

(() => {
  const ID_MAX_LENGTH = 64;
  // Combining accents of scripts whose letters also exist without them.
  const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]/g;
  const NOT_ASCII = /[^\0-\x7f]/;
  const CHEROKEE = /\p{Script=Cherokee}/u;
  const DIGIT = /\p{Nd}/u;
  // Compatibility forms would turn these signs into letters.
  const SIGNS_OF_MARKS = /[™℠]/g;
  // Latin letters that don't decompose to ASCII.
  const LATIN = { ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", æ: "ae", œ: "oe", þ: "th" };

  /** Text without case, accents, and compatibility forms, for comparison. */
  function fold(text) {
    if (!NOT_ASCII.test(text)) {
      return text.toLowerCase();
    }
    const cased = [...text.replace(SIGNS_OF_MARKS, "").normalize("NFKD")].map(withoutCase).join("");
    return cased.normalize("NFKD").replace(ACCENTS, "").replace(/\p{Nd}/gu, asciiDigit);
  }

  function withoutCase(char) {
    if (char === "ı") {
      return char;
    }
    if (CHEROKEE.test(char)) {
      return char.toUpperCase(); // Unicode folds this script to upper case
    }
    return [...char.toLowerCase().toUpperCase()].map((one) => one.toLowerCase()).join("");
  }

  // The digits of a script are consecutive and begin with its zero.
  function asciiDigit(digit) {
    let below = 0;
    while (DIGIT.test(String.fromCodePoint(digit.codePointAt(0) - below - 1))) {
      below += 1;
    }
    return String(below % 10);
  }

  /** Folded text, with Latin letters as ASCII if possible. */
  function latin(text) {
    return fold(text).replace(/[øđðłħıæœþ]/g, (letter) => LATIN[letter]);
  }

  /** The ASCII slug of a name, or "" if it has none. */
  function slug(name) {
    const hyphenated = latin(name).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return hyphenated.slice(0, ID_MAX_LENGTH).replace(/-$/, "");
  }

  /** The ID for a partner's name, or "" if most of its letters have no place in an ID. */
  function identifier(name) {
    const letters = latin(name).match(/\p{L}/gu) ?? [];
    const fitting = letters.filter((letter) => !NOT_ASCII.test(letter));
    return 2 * fitting.length < letters.length ? "" : slug(name);
  }

  globalThis.catalogNames = { fold, identifier, latin, slug };
})();
