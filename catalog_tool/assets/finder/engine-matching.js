// What has the words of a query, best first; as in catalog_tool/finder/matching.py.

(() => {
  const { GRADE, SOURCE, latin } = catalogFinder;
  const LONGEST_SPLIT = 4; // words of a query that may be one word of a name
  const MOST_WORDS_RANKED = 7;
  // A rank is one number, so that ten thousand of them are sorted within a frame. Each part of
  // it stays below the factor of the part before.
  const OWNERS = 2 ** 17;
  const PARTNERS = 2 ** 15;
  const LEVELS = 8;
  const FILLERS = 16;
  const PLACES = 8;

  // Places, and how a text has the words inside of one place, best first.
  const PLACE = { WHOLE_NAME: 0, WHOLE_ALIAS: 1, NAME: 2, ALIAS: 3, VENDOR: 4, CATEGORY: 5, INTERFACE: 6, SEVERAL: 7 };
  const LEVEL = { WHOLE: 0, WORDS_AT_START: 1, WORDS: 2, AT_START: 3, BEGINNINGS: 4 };
  const PLACE_OF = [PLACE.NAME, PLACE.ALIAS, PLACE.VENDOR, PLACE.CATEGORY, PLACE.INTERFACE];
  const WHOLE_PLACE_OF = [PLACE.WHOLE_NAME, PLACE.WHOLE_ALIAS, ...PLACE_OF.slice(2)];
  const MATCHES = ["exact", "alias", "words", "alias", "vendor", "category", "interface", "words"];

  /** One reading of a query against an index. */
  class Matching {
    constructor(index, attempt) {
      this.index = index;
      this.attempt = attempt;
      const { words } = attempt.query;
      const { required } = attempt;
      this.optional = words.map((_, at) => at).filter((at) => !required.includes(at));
      this.joined = [...new Set([words.join(""), required.map((at) => words[at]).join("")])];
      this.inTexts = grades(index.texts, attempt);
      this.inOwners = this.inTexts.map((each) => ofOwners(index, each));
    }

    /** Whatever has all required words, as {owner, isWhole, rank, match, matched}, best first. */
    found() {
      const required = this.attempt.required.map((at) => this.inOwners[at]);
      const ranks = [];
      const fits = new Map();
      for (let owner = 0; owner < this.index.owners.length; owner += 1) {
        if (required.every((each) => each[owner])) {
          const fit = this.bestFit(owner);
          fits.set(owner, fit);
          ranks.push(this.rank(owner, fit));
        }
      }
      return Array.from(Float64Array.from(ranks).sort(), (rank) => {
        const owner = rank % OWNERS;
        const { texts } = this.index;
        const fit = fits.get(owner);
        const matched = fit.numbers.map((number) => texts.texts[number].text).join(", ");
        const isWhole = !fit.isTypo && fit.place <= PLACE.WHOLE_ALIAS;
        const quality = Math.floor(rank / (OWNERS * PARTNERS));
        return { owner, isWhole, rank: quality, match: matchOf(fit), matched };
      });
    }

    rank(owner, { isTypo, place, level }) {
      const listing = owner < this.index.firstPartner ? this.index.owners[owner].partners.length : 0;
      const fillers = this.optional.filter((at) => this.inOwners[at][owner] === GRADE.WHOLE).length;
      const partners = PARTNERS - 1 - Math.min(listing, PARTNERS - 1);
      const kind = (isTypo * PLACES + place) * FILLERS + FILLERS - 1 - fillers;
      return ((kind * LEVELS + level) * PARTNERS + partners) * OWNERS + owner;
    }

    bestFit(owner) {
      const numbers = this.index.texts.byOwner[owner];
      let best;
      for (const number of numbers) {
        const fit = this.fit(number);
        if (fit && (!best || isBetter(fit, best))) {
          best = fit;
        }
      }
      return best ?? this.spread(owner, numbers);
    }

    /* How well one text has all required words, or undefined if it has not. */
    fit(number) {
      let worst = GRADE.WHOLE;
      for (const at of this.attempt.required) {
        worst = Math.min(worst, this.inTexts[at][number]);
      }
      if (!worst) {
        return undefined;
      }
      const { texts, keys, words } = this.index.texts;
      const { source, text } = texts[number];
      const numbers = [number];
      const place = PLACE_OF[source];
      if (worst === GRADE.TYPO) {
        const level = Math.min(words[number].length, MOST_WORDS_RANKED);
        return { isTypo: 1, place, level, isRespelled: false, numbers };
      }
      if (this.joined.includes(keys[number])) {
        const isRespelled = !this.attempt.query.typed.includes(latin(text));
        return { isTypo: 0, place: WHOLE_PLACE_OF[source], level: LEVEL.WHOLE, isRespelled, numbers };
      }
      return { isTypo: 0, place, level: this.level(number, worst === GRADE.WHOLE), isRespelled: false, numbers };
    }

    level(number, isWhole) {
      const starts = this.joined.map((joined) => this.index.texts.start(number, joined));
      if (starts.includes(GRADE.WHOLE)) {
        return LEVEL.WORDS_AT_START;
      }
      if (isWhole) {
        return LEVEL.WORDS;
      }
      return starts.includes(GRADE.BEGINNING) ? LEVEL.AT_START : LEVEL.BEGINNINGS;
    }

    /* How well several texts together have all required words. */
    spread(owner, every) {
      const { required } = this.attempt;
      const best = required.map((at) => this.inOwners[at][owner]);
      const numbers = every.filter((number) => required.some((at, place) => this.inTexts[at][number] === best[place]));
      const worst = Math.min(...best);
      const level = worst === GRADE.WHOLE ? LEVEL.WORDS : LEVEL.BEGINNINGS;
      return { isTypo: Number(worst === GRADE.TYPO), place: PLACE.SEVERAL, level, isRespelled: false, numbers };
    }
  }

  function isBetter(fit, other) {
    return (
      fit.isTypo - other.isTypo ||
      fit.place - other.place ||
      fit.level - other.level ||
      fit.isRespelled - other.isRespelled
    ) < 0;
  }

  function matchOf({ isTypo, place, level }) {
    if (isTypo) {
      return "typo";
    }
    const isAtStart = level === LEVEL.WORDS_AT_START || level === LEVEL.AT_START;
    return place === PLACE.NAME && isAtStart ? "prefix" : MATCHES[place];
  }

  /* For each word of a query, the grade of each text. */
  function grades(texts, { query: { words }, required, shortest }) {
    const byWord = words.map(() => new Uint8Array(texts.texts.length));
    for (let first = 0; first < words.length; first += 1) {
      const last = Math.min(first + LONGEST_SPLIT, words.length);
      for (let end = first + 1; end <= last; end += 1) {
        const run = words.slice(first, end).join("");
        // A single letter begins too much, unless somebody is still typing.
        const whole = end < words.length && [...run].length === 1;
        const longer = words.filter((word) => word !== run && word.startsWith(run));
        const graded = byWord.slice(first, end);
        texts.withWord(run, { whole, longer }, (number, grade) => {
          graded.forEach((each) => (each[number] = Math.max(each[number], grade)));
        });
      }
    }
    for (const at of required) {
      const each = byWord[at];
      const isLast = at === words.length - 1;
      texts.mistyped(words[at], { shortest, isLast }, (number) => (each[number] ||= GRADE.TYPO));
    }
    return byWord;
  }

  function ofOwners({ texts: { texts }, owners }, graded) {
    const found = new Uint8Array(owners.length);
    graded.forEach((grade, number) => {
      if (grade) {
        texts[number].owners.forEach((owner) => (found[owner] = Math.max(found[owner], grade)));
      }
    });
    return found;
  }

  Object.assign(catalogFinder, { Matching });
})();
