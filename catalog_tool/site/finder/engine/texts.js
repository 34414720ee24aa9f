// All texts that things are found by, joined to one, so that one scan answers for a word. A text is
// kept without its spaces, beside the places where its words begin: so "topsecret" finds Top Secret,
// and a word is found whether the name or the reader splits it.

(() => {
  const { SHORTEST_MISTYPED, isSlip, isSlipInBeginning, lettersOf, nameWords } = catalogFinder;
  const SHORTEST_BEGINNING = 5;
  const SEPARATOR = "\n";
  const FIRST_LETTERS = 2;
  const MOST_REMEMBERED = 64; // words of the last queries: with each key only the last word is new
  // Letters that count as two, of ideographs and extinct scripts: no slip is looked for in them.
  const HALF_LETTER = /[\ud800-\udfff]/;

  const SOURCE = { NAME: 0, ALIAS: 1, VENDOR: 2, CATEGORY: 3, INTERFACE: 4, DIRECTION: 5, DESCRIPTION: 6 };
  const GRADE = { TYPO: 1, BEGINNING: 2, WHOLE: 3 };

  /** The texts of an index, to be searched for words. */
  class SearchTexts {
    /**
     * @param {{text: string, source: number, owners: number[]}[]} texts
     * @param {{text: string, source: number, owners: number[]}[]} descriptions
     * @param {number} ownerCount
     */
    constructor(texts, descriptions, ownerCount) {
      const words = texts.map(({ text }) => nameWords(text));
      this.texts = texts.filter((_, number) => words[number].length);
      this.words = words.filter((each) => each.length);
      this.describe(descriptions);
      this.keys = this.words.map((each) => each.join(""));
      this.joined = SEPARATOR + this.keys.map((key) => key + SEPARATOR).join("");
      this.markBeginnings();
      this.byOwner = Array.from({ length: ownerCount }, () => []);
      this.texts.forEach(({ owners }, number) => {
        owners.forEach((owner) => this.byOwner[owner].push(number));
      });
    }

    /* Descriptions are found by whole words alone, each as one and as many: hospital, hospitals. */
    describe(descriptions) {
      this.described = new Map();
      for (const description of descriptions) {
        const forms = (word) => [word, word.replace(/s$/, ""), `${word}s`];
        for (const form of new Set(nameWords(description.text).flatMap(forms))) {
          this.described.set(form, [...(this.described.get(form) ?? []), this.texts.length]);
        }
        this.texts.push(description);
        this.words.push([]);
      }
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

    /** All names without spaces, to tell whether a query is a whole one. */
    get names() {
      this.wholeNames ??= new Set(this.keys);
      return this.wholeNames;
    }

    /**
     * Words, and two words that may be written as one, by their length: each with its letters as
     * bits and the numbers of its texts.
     */
    get runs() {
      this.runsByLength ??= this.collectRuns();
      return this.runsByLength;
    }

    collectRuns() {
      const numbers = new Map();
      this.words.forEach((words, number) => {
        const pairs = words.slice(1).map((word, at) => words[at] + word);
        for (const run of new Set([...words, ...pairs])) {
          if (!HALF_LETTER.test(run)) {
            const known = numbers.get(run);
            known ? known.push(number) : numbers.set(run, [number]);
          }
        }
      });
      return byLength(numbers);
    }

    /** Number and place of each beginning of a word, one after the other, by its first two letters. */
    get beginnings() {
      this.beginningsByLetters ??= this.collectBeginnings();
      return this.beginningsByLetters;
    }

    collectBeginnings() {
      const places = new Map();
      this.words.forEach((words, number) => {
        let at = this.offsets[number];
        for (const word of words) {
          const letters = this.joined.slice(at, at + FIRST_LETTERS);
          const known = places.get(letters);
          known ? known.push(number, at) : places.set(letters, [number, at]);
          at += word.length;
        }
      });
      return places;
    }

    /* Lists of the places where a word may begin so: the only ones to look at. */
    placesOf(word) {
      if (word.length >= FIRST_LETTERS) {
        return [this.beginnings.get(word.slice(0, FIRST_LETTERS)) ?? []];
      }
      return [...this.beginnings].filter(([letters]) => letters.startsWith(word)).map(([, places]) => places);
    }

    /** Numbers and grades of the texts where a word begins with `word`, one after the other. */
    withWord(word, { whole, longer }) {
      return this.remembered([word, whole, ...longer].join(SEPARATOR), () => {
        const found = [];
        for (const places of this.placesOf(word)) {
          for (let each = 0; each < places.length; each += 2) {
            const at = places[each + 1];
            const grade = this.joined.startsWith(word, at) ? this.gradeAt(at, word, whole, longer) : 0;
            if (grade) {
              found.push(places[each], grade);
            }
          }
        }
        return found;
      });
    }

    /* How well a word that begins there is the one looked for; 0 where it is another. */
    gradeAt(at, word, whole, longer) {
      if (this.begins[at + word.length]) {
        return GRADE.WHOLE;
      }
      const isOther = whole || longer.some((other) => this.joined.startsWith(other, at));
      return isOther ? 0 : GRADE.BEGINNING;
    }

    /** What `look` returns, from memory where the key was among the last ones. */
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
      if (HALF_LETTER.test(word) || word.length < shortest) {
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
      (lengths[run.length] ??= []).push({ run, letters: lettersOf(run), numbers });
    }
    return lengths;
  }

  Object.assign(catalogFinder, { GRADE, HALF_LETTER, SOURCE, SearchTexts });
})();
