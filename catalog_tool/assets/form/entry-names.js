// The one order of names and the one slug; the rules of catalog_tool/ordering.py and vocabulary.py.

(() => {
  const ID_MAX_LENGTH = 64;
  const NEAR_MISS_MIN_LENGTH = 4;
  // The accents of every script that has letters without them.
  const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]/g;
  const CHEROKEE = /\p{Script=Cherokee}/u;
  const DIGIT = /\p{Nd}/u;
  const SPELLED = /[\p{L}\p{N}\p{Mn}\p{Mc}]/u;
  // Latin letters that no decomposition reduces to ASCII.
  const LATIN = { ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", æ: "ae", œ: "oe", þ: "th" };

  /** Text without case, accents and compatibility forms: what two readers call equal. */
  function fold(text) {
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

  function runsOf(name) {
    const spelled = [...fold(name)].map((char) => (SPELLED.test(char) ? char : " ")).join("");
    return spelled.match(/[0-9]+|[^0-9 ]+/g) ?? [];
  }

  function compareText(one, other) {
    const [ones, others] = [[...one], [...other]];
    const at = ones.findIndex((char, index) => char !== others[index]);
    if (at < 0) {
      return ones.length - others.length;
    }
    return at < others.length ? ones[at].codePointAt(0) - others[at].codePointAt(0) : 1;
  }

  // Digits before letters, digits by value: more digits are a larger number, of any length.
  function compareRuns(one, other) {
    const [isNumber, isOtherNumber] = [/^[0-9]/.test(one), /^[0-9]/.test(other)];
    if (isNumber !== isOtherNumber) {
      return isNumber ? -1 : 1;
    }
    if (!isNumber) {
      return compareText(one, other);
    }
    const [digits, otherDigits] = [one.replace(/^0+/, ""), other.replace(/^0+/, "")];
    return digits.length - otherDigits.length || compareText(digits, otherDigits);
  }

  /** Order two names as the catalog does; for Array.sort. */
  function compareNames(one, other) {
    const [runs, otherRuns] = [runsOf(one), runsOf(other)];
    for (let at = 0; at < Math.min(runs.length, otherRuns.length); at += 1) {
      const order = compareRuns(runs[at], otherRuns[at]);
      if (order) {
        return order;
      }
    }
    return runs.length - otherRuns.length || compareText(one, other);
  }

  /** What is left of a name without case, accents, spaces and punctuation. */
  function sameKey(name) {
    const folded = fold(name);
    return [...folded].filter((char) => SPELLED.test(char)).join("") || folded;
  }

  /** The ASCII slug of a name, or "" where it has none. */
  function slug(name) {
    const latin = fold(name).replace(/[øđðłħıæœþ]/g, (letter) => LATIN[letter]);
    const hyphenated = latin.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    return hyphenated.slice(0, ID_MAX_LENGTH).replace(/-+$/, "");
  }

  /** Whether two keys differ by one letter missing, added, changed, or swapped with the next. */
  function isOneSlip(key, other) {
    const [ones, others] = [[...key], [...other]];
    let start = 0;
    while (start < ones.length && ones[start] === others[start]) {
      start += 1;
    }
    let [end, otherEnd] = [ones.length, others.length];
    while (end > start && otherEnd > start && ones[end - 1] === others[otherEnd - 1]) {
      end -= 1;
      otherEnd -= 1;
    }
    const [left, otherLeft] = [ones.slice(start, end), others.slice(start, otherEnd)];
    const isSwap = left.length === 2 && left.join("") === [...otherLeft].reverse().join("");
    return isSwap || Math.max(left.length, otherLeft.length) <= 1;
  }

  /**
   * The applications that the catalog knows, under any of their names.
   *
   * @param {{name: string, aliases: string[]}[]} applications canonical names with their aliases
   */
  class Vocabulary {
    constructor(applications) {
      this.names = new Set(applications.map(({ name }) => name));
      this.byKey = new Map();
      for (const { name, aliases } of applications) {
        aliases.forEach((alias) => this.byKey.set(sameKey(alias), name));
      }
      applications.forEach(({ name }) => this.byKey.set(sameKey(name), name));
    }

    /** The canonical name that a name spells in any way, or undefined. */
    canonical(name) {
      return this.names.has(name) ? name : this.byKey.get(sameKey(name));
    }

    /** The canonical name that a name misses by one slip, or undefined. */
    nearMiss(name) {
      const key = sameKey(name);
      if (key.length < NEAR_MISS_MIN_LENGTH || this.byKey.has(key)) {
        return undefined;
      }
      const digits = key.replace(/[^0-9]/g, "");
      const near = [...this.byKey.keys()].filter(
        (other) => digits === other.replace(/[^0-9]/g, "") && isOneSlip(key, other),
      );
      return this.byKey.get(near.sort(compareText)[0]);
    }
  }

  Object.assign(catalogEntry, { Vocabulary, compareNames, sameKey, slug });
})();
