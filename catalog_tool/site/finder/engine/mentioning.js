// Finds the partners and pages that have the words of a query in their texts, though no name has them.

(() => {
  const { GRADE, LONGEST_SPLIT, SHORTEST_MISTYPED, SOURCE, countBits, formsOf, pairOf, stemOf, textTerms } = catalogFinder;

  const FEW = 10;
  const SHORTEST_BEGUN = 5; // letters of a word that may begin one of a name
  const MOST_PAIRS = 4; // of neighboring words of a query; a longer one tells enough by its words

  const GRADES = GRADE.WHOLE + 1;

  // A letter, or a short number or a year, says nothing without the words beside it.
  const isTelling = (word) => !/^([a-z]|[0-9]{1,3}|(19|20)[0-9]{2})$/.test(word);

  const combine = (choose) => (one, other) => {
    const combined = new Uint8Array(one.length);
    for (let at = 0; at < one.length; at += 1) {
      combined[at] = choose(one[at], other[at]);
    }
    return combined;
  };
  const best = combine(Math.max);
  const worst = combine(Math.min);

  const bitsOf = (flags) => flags.reduce((bits, flag, at) => bits | (Number(flag) << at), 0);

  /* The pairs of neighboring words of a query, unless both mean little. */
  function pairsIn({ renamed }, { fillers, kinds }) {
    const isLight = (word) => fillers.has(word) || kinds.has(word);
    const pairs = renamed.slice(1).map((word, at) => (isLight(word) && isLight(renamed[at]) ? "" : pairOf(renamed[at], word)));
    return [...new Set(pairs.filter(Boolean))].slice(0, MOST_PAIRS);
  }

  /** The texts with the words of a query, as far as they are loaded. */
  class Mentioning {
    /**
     * @param index
     * @param {Matching} matching the reading of the query, without typos
     * @param {object} options `isWide`: whether each word may begin a word, and have another ending;
     *   `spellings`: the words of texts that are meant by mistyped ones
     */
    constructor(index, matching, { isWide = false, spellings = new Map() } = {}) {
      const { query, required, exact } = matching.attempt;
      this.index = index;
      this.exact = exact;
      this.words = required.map((at) => query.words[at]);
      this.spellings = spellings;
      this.searched = this.words.map((word) => spellings.get(word) ?? (isWide ? stemOf(word) : word));
      const last = required.includes(query.words.length - 1) ? [query.words.at(-1)] : [];
      this.unfinished = isWide ? this.searched : last;
      this.typed = this.words.map((word) => query.others.get(word) ?? []);
      const lookups = this.searched.flatMap((word, at) => [word, ...this.joinedWith(at), ...this.typed[at]]);
      const pairs = pairsIn(query, index);
      const script = catalogFinder.findSome ? [] : ["reading"]; // what only texts need
      this.pending = [...new Set([...script, ...lookups.flatMap((word) => this.pendingWords(word)), ...pairs.flatMap((pair) => index.shards.pendingOf(pair))])];
      this.grades = this.pending.length ? [] : this.words.map((_, at) => this.gradesOf(at));
      this.pairs = this.pending.length ? [] : pairs.map((pair) => index.texts.memoize(pair, () => index.shards.gradesOf(pair)));
      this.inOwners = required.map((at) => matching.inOwners[at]);
      const isInHost = (at) => query.hosts.has(query.words[at]); // oracle.net isn't Oracle and a host in .net
      this.named = this.pending.length ? [] : required.map((at) => (isInHost(at) ? [] : this.namedBy(matching.inOwners[at])));
    }

    /** The names of the parts that are needed to find the texts, or to show some of them. */
    pendingOf(shown) {
      const blocks = shown.filter(({ number }) => !this.index.shards.textOf(number));
      return [...this.pending, ...new Set(blocks.map(({ number }) => this.index.shards.blockOf(number)))];
    }

    pendingWords(word) {
      return textTerms(word).flatMap((term) => this.index.shards.pendingOf(term, this.unfinished.includes(word)));
    }

    /* The words that this one and the next, or the one before, may be together: service now. */
    joinedWith(at) {
      return at + 1 < this.words.length ? [this.words[at] + this.words[at + 1]] : [];
    }

    /* How well each text has a word, or has it joined with a word beside it, or has what is typed instead of it. */
    gradesOf(at) {
      const joined = [...this.joinedWith(at), ...(at ? this.joinedWith(at - 1) : [])];
      const known = joined.map((word) => this.gradesOfWord(word)).filter((grades) => grades.some(Boolean));
      const typed = this.typed[at].length ? [this.typed[at].map((word) => this.gradesOfWord(word)).reduce(worst)] : [];
      return [...known, ...typed].reduce(best, this.gradesOfWord(this.searched[at]));
    }

    /* How well each text has all terms of a word. */
    gradesOfWord(word) {
      const { shards, texts } = this.index;
      const isLast = this.unfinished.includes(word);
      const gradesOf = (term) => texts.memoize(`text ${isLast} ${term}`, () => shards.gradesOf(term, isLast));
      return textTerms(word).map(gradesOf).reduce(worst);
    }

    /* How well the names of each partner, and of the applications that it lists, have a word. */
    namedBy(grades) {
      const { applications, firstPartner, partners } = this.index;
      const named = grades.slice(firstPartner, firstPartner + partners.length);
      applications.forEach(({ partners: listing }, owner) => {
        for (const partner of grades[owner] ? listing : []) {
          named[partner] = Math.max(named[partner], grades[owner]);
        }
      });
      return named;
    }

    /** The texts with all words, best first: {number, bits}. */
    findAll() {
      this.found ??= this.pending.length ? [] : this.collectAll();
      return this.found;
    }

    /** Whether a text of a partner has all words, each as a whole. */
    get isWhole() {
      return this.findAll().some((each) => this.isPartner(each) && this.matchOf(each.number).grade === GRADE.WHOLE);
    }

    /* The words that are a name, a category, or a value. */
    wholeNames() {
      const { names, texts } = this.index.texts;
      const isKnown = (run) => formsOf(run.join("")).some((form) => names.get(form)?.some((number) => texts[number].source !== SOURCE.VENDOR));
      const runs = this.words.flatMap((_, first) => this.words.slice(first, first + LONGEST_SPLIT).map((_, at) => this.words.slice(first, first + at + 1)));
      return new Set(runs.filter(isKnown).flat());
    }

    /** Whether a text says all words, and together. */
    saysTogether({ number }) {
      const least = Math.min(this.pairs.length, this.words.length - 1);
      const isTogether = least > 0 && this.pairs.filter((grades) => grades[number]).length >= least;
      return isTogether && this.grades.every((grades) => grades[number]);
    }

    /** Whether a partner says all words, and together. */
    get isPhrase() {
      return this.findAll().some((each) => this.isPartner(each) && this.saysTogether(each));
    }

    collectAll() {
      const every = 2 ** this.words.length - 1;
      const { firstPartner } = this.index;
      const whole = this.wholeNames();
      // A part of a name that a partner lists, and a word of its text, say nothing together: Microsoft, and "our team".
      const isSaid = ({ number }) => {
        const isOwn = (word, at) => whole.has(word) || this.grades[at][number] || this.inOwners[at][firstPartner + number];
        return this.words.every(isOwn) || this.words.some((word, at) => whole.has(word) && this.grades[at][number]);
      };
      const found = this.matchesOf((bits) => bits === every).filter((each) => !this.isPartner(each) || isSaid(each));
      return [...found.filter(this.isPartner), ...this.onePerPage(found.filter((each) => !this.isPartner(each)))];
    }

    /** The words that a text, or the names of its partner, have. */
    wordsIn({ bits }) {
      return this.words.filter((_, at) => bits & (1 << at));
    }

    /** The words that no text and no name of a partner has, as they are typed. */
    get unsaid() {
      const isNone = (grades) => !grades?.slice(0, this.index.partners.length).some(Boolean);
      const isUnsaid = (word, at) => this.spellings.has(word) || (isNone(this.grades[at]) && isNone(this.named[at]));
      return this.pending.length ? [] : this.words.filter(isUnsaid);
    }

    /** Those of them that may be mistyped. */
    get unknown() {
      const mayBeMistyped = (word) => word.length > SHORTEST_MISTYPED && !this.exact.has(word);
      const isOnPage = (word) => this.grades[this.words.indexOf(word)].some(Boolean);
      return this.unsaid.filter((word) => mayBeMistyped(word) && !isOnPage(word) && !this.index.texts.withWholeWord(word).length);
    }

    /** The partners with most of these words in texts, or also in names, best first, each with the words that it lacks. */
    findSome(words, { inNames = false, mayBeCommon = false } = {}) {
      const isTold = (at) => isTelling(this.words[at]) && (mayBeCommon || !this.isCommon(this.grades[at]));
      const meant = bitsOf(this.words.map((word) => words.includes(word)));
      const told = this.pending.length ? 0 : meant & bitsOf(this.words.map((_, at) => isTold(at)));
      const found = told ? this.matchesOf((bits) => bits & told, inNames, GRADE.WHOLE).filter(this.isPartner) : [];
      const most = found.reduce((count, { bits }) => Math.max(count, countBits(bits & told)), 0);
      const best = found.filter(({ bits }) => countBits(bits & told) === most);
      const weights = best.length > 1 ? catalogFinder.weightsOf(this, words) : null;
      best.sort((one, other) => weights.get(other.number) - weights.get(one.number));
      return best.map(({ number, bits }) => ({ number, bits: inNames ? bits & told : bits, meant }));
    }

    /** Whether a word is in so many texts that it says nothing about one of them. */
    isCommon(grades) {
      const count = grades.reduce((sum, grade) => sum + Number(grade > 0), 0);
      return count > FEW && 2 * count > this.index.partners.length;
    }

    /* The texts with the words that are meant, as bits. Those with the words together come first. `least`: the grade of short words in names that counts. */
    matchesOf(isMeant, inNames = false, least = 0) {
      const isAny = !this.words.some(isTelling);
      const telling = [...this.grades, ...(inNames ? this.named : [])].filter((_, at) => isAny || isTelling(this.words[at % this.words.length]));
      const byRank = Array.from({ length: (this.pairs.length + 1) * GRADES }, () => []);
      const count = telling[0]?.length ?? 0;
      for (let number = 0; number < count; number += 1) {
        if (telling.some((grades) => grades[number])) {
          const { bits, grade } = this.matchOf(number, least);
          const together = this.pairs.reduce((sum, grades) => sum + Number(grades[number] > 0), 0);
          isMeant(bits) && byRank[together * GRADES + grade].push({ number, bits });
        }
      }
      return byRank.reverse().flat();
    }

    /* The words that a text or the names of its partner have. */
    matchOf(number, least = 0) {
      let bits = 0;
      let grade = GRADE.WHOLE;
      for (let at = 0; at < this.words.length; at += 1) {
        const inNames = this.named[at][number] ?? 0;
        const isShort = this.words[at].length < SHORTEST_BEGUN; // a sale isn't Salesforce
        const found = Math.max(this.grades[at][number], isShort && inNames < least ? 0 : inNames);
        if (found) {
          bits |= 1 << at;
          grade = Math.min(grade, found);
        }
      }
      return { bits, grade };
    }

    get isPartner() {
      return ({ number }) => number < this.index.partners.length;
    }

    /* The best section of each page; pages of the owner come before those for contributors. */
    onePerPage(sections) {
      const first = new Map();
      for (const each of sections) {
        const { page } = this.index.shards.pageOf(each.number);
        first.has(page) || first.set(page, each);
      }
      const isRule = ({ number }) => this.index.shards.pageOf(number).kind === "rule";
      const pages = [...first.values()];
      return [...pages.filter((each) => !isRule(each)), ...pages.filter(isRule)];
    }
  }

  Object.assign(catalogFinder, { Mentioning, bitsOf, isTelling });
})();
