// Finds the partners and pages that have the words of a query in their texts, though no name has them.

(() => {
  const { DENYING, gradesIn, inEnglish, isWhole, otherForms, pairOf, textTerms, textsWithAll, textsWithMost, unsaidIn } = catalogFinder;

  const MOST_PAIRS = 4; // of neighboring words of a query; a longer one tells enough by its words

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
     * @param {object} options `isWide`: whether each word may begin a word, and have another ending; `isFinished`: whether the last one may not;
     *   `spellings`: the words of texts that are meant by mistyped ones; `isDenying`: whether the words are denied elsewhere in the query
     */
    constructor(index, matching, { isDenying = false, isFinished = false, isWide = false, spellings = new Map() } = {}) {
      const { query, required, exact } = matching.attempt;
      this.index = index;
      this.some = new Map(); // what was found before, because several ways to answer ask for the same
      this.exact = exact;
      this.isDenying = isDenying || query.words.some((word) => DENYING.test(word));
      this.words = required.map((at) => query.words[at]);
      this.spellings = spellings;
      this.searched = this.words.map((word) => spellings.get(word) ?? word);
      this.forms = this.searched.map((word) => [word, ...otherForms(word), ...inEnglish(word)]);
      const last = !isFinished && required.includes(query.words.length - 1) ? [query.words.at(-1)] : [];
      this.unfinished = isWide ? this.searched : last;
      this.typed = this.words.map((word) => query.others.get(word) ?? []);
      const lookups = this.forms.flatMap((forms, at) => [...forms, ...this.joinedWith(at), ...this.typed[at]]);
      const pairs = pairsIn(query, index);
      this.pending = [...new Set([...lookups.flatMap((word) => this.pendingWords(word)), ...pairs.flatMap((pair) => index.shards.pendingOf(pair))])];
      this.inOwners = required.map((at) => matching.inOwners[at]);
      const hosts = required.map((at) => query.hosts.has(query.words[at]));
      Object.assign(this, this.pending.length ? { grades: [], pairs: [], named: [] } : gradesIn(this, pairs, hosts));
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

    /** The texts with all words, best first: {number, bits}. */
    findAll() {
      this.found ??= this.pending.length ? [] : textsWithAll(this);
      return this.found;
    }

    /** The partners with most of these words in texts, or also in names, best first, each with the words that it lacks. */
    findSome(words, options = {}) {
      const key = JSON.stringify([words, options]);
      this.some.has(key) || this.some.set(key, this.pending.length ? [] : textsWithMost(this, words, options));
      return this.some.get(key);
    }

    /** Whether a text says all words, and together. */
    saysTogether({ number }) {
      const least = Math.min(this.pairs.length, this.words.length - 1);
      const isTogether = least > 0 && this.pairs.filter((grades) => grades[number]).length >= least;
      return isTogether && this.grades.every((grades) => grades[number]);
    }

    /** Whether a text of a partner has all words, each as a whole. */
    get isWhole() {
      return this.findAll().some((each) => this.isPartner(each) && isWhole(this, each));
    }

    /** Whether a partner says all words, and together. */
    get isPhrase() {
      return this.findAll().some((each) => this.isPartner(each) && this.saysTogether(each));
    }

    /** The words that a text, or the names of its partner, have. */
    wordsIn({ bits }) {
      return this.words.filter((_, at) => bits & (1 << at));
    }

    /** The words that no text and no name of a partner has, as they are typed. */
    get unsaid() {
      this.nowhere ??= this.pending.length ? [] : unsaidIn(this);
      return this.nowhere;
    }

    get isPartner() {
      return ({ number }) => number < this.index.partners.length;
    }
  }

  /** The texts with the words of a reading; if no partner's has them and they may be wide, those with beginnings or other endings of them. */
  function mentioningOf(index, matching, mayBeWide = false) {
    const strict = new Mentioning(index, matching);
    const isAnswer = (mentioning) => mentioning.pending.length || mentioning.findAll().some(mentioning.isPartner);
    if (!mayBeWide || isAnswer(strict)) {
      return strict;
    }
    const wide = new Mentioning(index, matching, { isWide: true });
    return isAnswer(wide) ? wide : strict;
  }

  Object.assign(catalogFinder, { Mentioning, mentioningOf });
})();
