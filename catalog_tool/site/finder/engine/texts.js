// The searchable texts, joined into one string, so that one scan finds a word. Texts are stored
// without spaces, plus the positions where words begin. So "topsecret" finds Top Secret, and a word is
// found whether the name or the reader splits it.

(() => {
  const { SHORTEST_MISTYPED, isMistyped, isSlipInBeginning, formsOf, lettersOf, nameWords } = catalogFinder;
  const SHORTEST_BEGINNING = 7;
  const SEPARATOR = "\n";
  const FIRST_LETTERS = 2;
  const MOST_CACHED = 64; // words of recent queries, because each key changes only the last word
  // Letters of two UTF-16 units, in ideographs and extinct scripts. They aren't checked for slips.
  const HALF_LETTER = /[\ud800-\udfff]/;

  const SOURCE = { NAME: 0, ALIAS: 1, VENDOR: 2, CATEGORY: 3, FIELD: 4, DESCRIPTION: 5 };
  const GRADE = { TYPO: 1, BEGINNING: 2, WHOLE: 3 };

  const isLetter = (word) => /^[a-z]$/.test(word);

  /** The searchable texts of an index. */
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

    /* Descriptions, with other words for the same, match only whole words, in singular and plural: hospital, hospitals. */
    describe(descriptions) {
      this.described = new Map();
      this.synonyms = new Set(); // words and numbers of descriptions that have them only as other words for the same
      for (const description of descriptions) {
        const own = new Set(nameWords(description.text).flatMap(formsOf));
        for (const form of new Set(nameWords(`${description.text} ${description.synonyms}`).flatMap(formsOf))) {
          this.described.set(form, [...(this.described.get(form) ?? []), this.texts.length]);
          own.has(form) || this.synonyms.add(`${form} ${this.texts.length}`);
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

    /** The numbers of the texts by what they are without spaces, to find whole names. */
    get names() {
      this.wholeNames ??= this.collectNames();
      return this.wholeNames;
    }

    collectNames() {
      const names = new Map();
      this.keys.forEach((key, number) => {
        const known = names.get(key);
        known ? known.push(number) : names.set(key, [number]);
      });
      return names;
    }

    /**
     * Words, and pairs of words that may be written as one, by length: each with its letters as bits
     * and the numbers of its texts.
     */
    get runs() {
      this.runsByLength ??= this.collectRuns();
      return this.runsByLength;
    }

    collectRuns() {
      const numbers = new Map();
      this.words.forEach((words, number) => {
        const pairs = words.slice(1).map((word, at) => [words[at], word]);
        const joined = pairs.filter((pair) => !pair.some(isLetter)).map((pair) => pair.join(""));
        for (const run of new Set([...words, ...joined])) {
          if (!HALF_LETTER.test(run)) {
            const known = numbers.get(run);
            known ? known.push(number) : numbers.set(run, [number]);
          }
        }
      });
      return byLength(numbers);
    }

    /** The text number and position of each beginning of a word, flattened, by its first two letters. */
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

    /* The lists of positions where words begin with the first letters of a word. */
    placesOf(word) {
      if (word.length >= FIRST_LETTERS) {
        return [this.beginnings.get(word.slice(0, FIRST_LETTERS)) ?? []];
      }
      return [...this.beginnings].filter(([letters]) => letters.startsWith(word)).map(([, places]) => places);
    }

    /** The numbers and grades of the texts where a word begins with `word`, flattened. */
    withWord(word, { whole, longer }) {
      return this.memoize([word, whole, ...longer].join(SEPARATOR), () => {
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

    /** The numbers of the texts with `word` as a whole word. */
    withWholeWord(word) {
      return this.withWord(word, { whole: true, longer: [] }).filter((_, at) => at % 2 === 0);
    }

    /** Whether a text has two words as whole words. */
    haveTogether(word, other) {
      const numbers = new Set([...this.withWholeWord(word), ...(this.described.get(word) ?? [])]);
      return [...this.withWholeWord(other), ...(this.described.get(other) ?? [])].some((number) => numbers.has(number));
    }

    /* How well the word at a position matches; 0 if it doesn't. */
    gradeAt(at, word, whole, longer) {
      if (this.begins[at + word.length]) {
        return GRADE.WHOLE;
      }
      const isOther = whole || longer.some((other) => this.joined.startsWith(other, at));
      return isOther ? 0 : GRADE.BEGINNING;
    }

    /** The result of `compute`, cached for recent keys. */
    memoize(key, compute) {
      this.cache ??= new Map();
      if (!this.cache.has(key)) {
        if (this.cache.size >= MOST_CACHED) {
          this.cache.delete(this.cache.keys().next().value);
        }
        this.cache.set(key, compute());
      }
      return this.cache.get(key);
    }

    /** How well a text begins with the joined words of a query; 0 if it doesn't. */
    start(number, joined) {
      if (!this.keys[number].startsWith(joined)) {
        return 0;
      }
      return this.begins[this.offsets[number] + joined.length] ? GRADE.WHOLE : GRADE.BEGINNING;
    }

    /** The numbers of the texts with a word that is one slip away from `word`. */
    findMistyped(word, { shortest, isLast }) {
      if (HALF_LETTER.test(word) || word.length < shortest) {
        return [];
      }
      const inBeginning = isLast && word.length >= SHORTEST_BEGINNING;
      const key = ["slip", word, shortest, inBeginning].join(SEPARATOR);
      return this.memoize(key, () => {
        const found = [];
        this.runs.forEach((runs, length) => {
          if (mayBeSlip(word.length, length, shortest, inBeginning)) {
            collectSlips(word, runs, length, inBeginning, found);
          }
        });
        // A short word is meant as a name, not as a word of one, or a value: Miro isn't RA-MICRO, Rust isn't REST.
        const isMeant = (number) => this.words[number].length === 1 && this.texts[number].source <= SOURCE.ALIAS;
        return word.length > SHORTEST_MISTYPED ? found : found.filter(isMeant);
      });
    }
  }

  function mayBeSlip(length, other, shortest, inBeginning) {
    const beyond = other - length;
    const isLongEnough = Math.min(length, other) >= shortest && Math.max(length, other) >= SHORTEST_MISTYPED;
    return isLongEnough && beyond >= -Number(length > SHORTEST_MISTYPED) && (beyond <= 1 || inBeginning);
  }

  function collectSlips(word, runs, length, inBeginning, found) {
    const beyond = length - word.length;
    for (const { run, numbers } of runs) {
      const isLong = word.length >= SHORTEST_MISTYPED || beyond; // in a short word, a changed letter is another word
      const isMeant = (isLong && beyond <= 1 && isMistyped(word, run)) || (beyond > 0 && inBeginning && isSlipInBeginning(word, run));
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
