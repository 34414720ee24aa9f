// All texts that things are found by, joined to one; as in catalog_tool/finder/texts.py.

(() => {
  const { SHORTEST_MISTYPED, isSlip, isSlipInBeginning, nameWords } = catalogFinder;
  const SHORTEST_BEGINNING = 5;
  const SEPARATOR = "\n";
  const MOST_REMEMBERED = 64; // words of the last queries: with each key only the last word is new
  const SURROGATE = /[\ud800-\udfff]/;

  const SOURCE = { NAME: 0, ALIAS: 1, VENDOR: 2, CATEGORY: 3, INTERFACE: 4 };
  const GRADE = { TYPO: 1, BEGINNING: 2, WHOLE: 3 };

  /** The texts of an index, to be searched for words. */
  class SearchTexts {
    /**
     * @param {{text: string, source: number, owners: number[]}[]} texts
     * @param {number} ownerCount
     */
    constructor(texts, ownerCount) {
      const words = texts.map(({ text }) => nameWords(text));
      this.texts = texts.filter((_, number) => words[number].length);
      this.words = words.filter((each) => each.length);
      this.keys = this.words.map((each) => each.join(""));
      this.joined = SEPARATOR + this.keys.map((key) => key + SEPARATOR).join("");
      this.markBeginnings();
      this.byOwner = Array.from({ length: ownerCount }, () => []);
      this.texts.forEach(({ owners }, number) => {
        owners.forEach((owner) => this.byOwner[owner].push(number));
      });
    }

    markBeginnings() {
      this.begins = new Uint8Array(this.joined.length + 1);
      this.offsets = new Int32Array(this.keys.length + 1);
      let at = 1;
      this.words.forEach((words, number) => {
        this.offsets[number] = at;
        for (const word of words) {
          this.begins[at] = 1;
          at += word.length;
        }
        this.begins[at] = 1; // a word that ends here is whole
        at += SEPARATOR.length;
      });
      this.offsets[this.keys.length] = at;
    }

    /** Numbers of the texts with a word, or with two words that may be written as one, by both. */
    get runs() {
      this.runsByLength ??= this.collectRuns();
      return this.runsByLength;
    }

    collectRuns() {
      const numbers = new Map();
      this.words.forEach((words, number) => {
        const pairs = words.slice(1).map((word, at) => words[at] + word);
        for (const run of new Set([...words, ...pairs])) {
          if (!SURROGATE.test(run)) {
            const known = numbers.get(run);
            known ? known.push(number) : numbers.set(run, [number]);
          }
        }
      });
      return byLength(numbers);
    }

    /** Numbers and grades of the texts where a word begins with `word`, one after the other. */
    withWord(word, { whole, longer }) {
      return this.remembered([word, whole, ...longer].join(SEPARATOR), () => {
        const found = [];
        let number = 0;
        for (let at = this.joined.indexOf(word); at >= 0; at = this.joined.indexOf(word, at + 1)) {
          if (!this.begins[at]) {
            continue;
          }
          while (this.offsets[number + 1] <= at) {
            number += 1;
          }
          if (this.begins[at + word.length]) {
            found.push(number, GRADE.WHOLE);
          } else if (!whole && !longer.some((other) => this.joined.startsWith(other, at))) {
            found.push(number, GRADE.BEGINNING);
          }
        }
        return found;
      });
    }

    remembered(key, look) {
      this.memory ??= new Map();
      if (!this.memory.has(key)) {
        if (this.memory.size >= MOST_REMEMBERED) {
          this.memory.delete(this.memory.keys().next().value);
        }
        this.memory.set(key, look());
      }
      return this.memory.get(key);
    }

    /** How well a text begins with the words of a query, joined; 0 if it does not. */
    start(number, joined) {
      if (!this.keys[number].startsWith(joined)) {
        return 0;
      }
      return this.begins[this.offsets[number] + joined.length] ? GRADE.WHOLE : GRADE.BEGINNING;
    }

    /** Numbers of the texts with a word that `word` is one slip away from. */
    mistyped(word, { shortest, isLast }) {
      if (SURROGATE.test(word) || word.length < shortest) {
        return [];
      }
      const inBeginning = isLast && word.length >= SHORTEST_BEGINNING;
      const key = ["slip", word, shortest, inBeginning].join(SEPARATOR);
      return this.remembered(key, () => {
        const found = [];
        this.runs.forEach((runs, length) => {
          if (mayBeSlip(word.length, length, shortest, inBeginning)) {
            collectSlips(word, runs, length, inBeginning, found);
          }
        });
        return found;
      });
    }
  }

  function mayBeSlip(length, other, shortest, inBeginning) {
    const beyond = other - length;
    const isLongEnough = Math.min(length, other) >= shortest && Math.max(length, other) >= SHORTEST_MISTYPED;
    return isLongEnough && beyond >= -1 && (beyond <= 1 || inBeginning);
  }

  function collectSlips(word, runs, length, inBeginning, found) {
    const beyond = length - word.length;
    for (const { run, numbers } of runs) {
      const isMeant =
        (beyond <= 1 && isSlip(word, run)) || (beyond > 0 && inBeginning && isSlipInBeginning(word, run));
      if (isMeant) {
        found.push(...numbers);
      }
    }
  }

  function byLength(numbersByRun) {
    const lengths = [];
    for (const [run, numbers] of numbersByRun) {
      (lengths[run.length] ??= []).push({ run, numbers });
    }
    return lengths;
  }

  Object.assign(catalogFinder, { GRADE, SOURCE, SearchTexts });
})();
