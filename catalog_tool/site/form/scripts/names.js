// The one order of names and the known ones; the rules of catalog_tool/text/ordering.py and vocabulary.py.

(() => {
  const { fold, slug } = catalogNames;
  const NEAR_MISS_MIN_LENGTH = 4;
  const SPELLED = /[\p{L}\p{N}\p{Mn}\p{Mc}]/u;

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
