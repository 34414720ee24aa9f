// Finds the partners and pages that have the words of a query in their texts, though no name has them.

(() => {
  const { GRADE, bestSentence, textTerms } = catalogFinder;

  // A letter, or a number, says nothing without the words beside it.
  const isTelling = (word) => !/^([a-z]|[0-9]+)$/.test(word);

  /** The texts with the words of a query, as far as they are loaded. */
  class Mentioning {
    /**
     * @param index
     * @param {Matching} matching the reading of the query, without typos
     */
    constructor(index, matching) {
      const { query, required } = matching.attempt;
      this.index = index;
      this.words = required.map((at) => query.words[at]);
      this.last = required.includes(query.words.length - 1) ? query.words.at(-1) : "";
      const lookups = this.words.flatMap((word, at) => [word, ...this.joinedWith(at)]);
      this.pending = [...new Set(lookups.flatMap((word) => this.pendingWords(word)))];
      this.grades = this.pending.length ? [] : this.words.map((_, at) => this.gradesOf(at));
      this.named = this.pending.length ? [] : required.map((at) => this.namedBy(matching.inOwners[at]));
    }

    /** The names of the parts that are needed to find the texts, or to show some of them. */
    pendingOf(shown) {
      const blocks = shown.filter(({ number }) => !this.index.shards.textOf(number));
      return [...this.pending, ...new Set(blocks.map(({ number }) => this.index.shards.blockOf(number)))];
    }

    pendingWords(word) {
      return textTerms(word).flatMap((term) => this.index.shards.pendingOf(term, word === this.last));
    }

    /* The words that this one and the next, or the one before, may be together: service now. */
    joinedWith(at) {
      return at + 1 < this.words.length ? [this.words[at] + this.words[at + 1]] : [];
    }

    /* The grade of each text that has a word, or that has it joined with a word beside it. */
    gradesOf(at) {
      const found = this.textsWith(this.words[at]);
      const joined = [...this.joinedWith(at), ...(at ? this.joinedWith(at - 1) : [])];
      for (const word of joined) {
        this.textsWith(word).forEach((grade, number) => found.has(number) || found.set(number, grade));
      }
      return found;
    }

    /* The grade of each text that has all terms of a word. */
    textsWith(word) {
      const [first, ...others] = textTerms(word).map((term) => this.index.shards.textsWith(term, word === this.last));
      const isInOthers = ([number]) => others.every((other) => other.has(number));
      return new Map([...(first ?? [])].filter(isInOthers));
    }

    /* The partners with a word in their names, or in those of the applications that they list. */
    namedBy(grades) {
      const { applications, firstPartner, partners } = this.index;
      const named = new Uint8Array(partners.length);
      partners.forEach((_, partner) => (named[partner] = grades[firstPartner + partner]));
      applications.forEach(({ partners: listing }, owner) => {
        if (grades[owner]) {
          listing.forEach((partner) => (named[partner] = Math.max(named[partner], grades[owner])));
        }
      });
      return named;
    }

    /** The texts with all words, best first: {number, missing: []}. */
    findAll() {
      return this.rank(([...texts]) => texts.length === this.words.length);
    }

    /** The partners with most of the words, best first, each with the words that it lacks. */
    findSome() {
      if (this.pending.length) {
        return [];
      }
      const telling = this.words.map((word, at) => isTelling(word) && this.grades[at].size && !this.isCommon(this.grades[at]));
      const isPartner = (number) => number < this.index.partners.length;
      const counts = this.candidates().filter(isPartner).map((number) => this.wordsOf(number).filter((at) => telling[at]).length);
      const most = Math.max(0, ...counts);
      const some = most ? this.rank((found) => found.filter((at) => telling[at]).length === most) : [];
      return some.filter(({ number }) => isPartner(number));
    }

    /* Whether a word is in so many texts that it says nothing about one of them. */
    isCommon(grades) {
      return grades.size > 10 && 2 * grades.size > this.index.partners.length;
    }

    candidates() {
      const telling = this.grades.filter((_, at) => isTelling(this.words[at]));
      return [...new Set(telling.flatMap((grades) => [...grades.keys()]))];
    }

    /* The positions of the words that a text or the names of its partner have. */
    wordsOf(number) {
      return this.words.map((_, at) => at).filter((at) => this.gradeAt(at, number));
    }

    gradeAt(at, number) {
      return Math.max(this.grades[at].get(number) ?? 0, this.named[at][number] ?? 0);
    }

    rank(isMeant) {
      const found = [];
      for (const number of this.candidates()) {
        const positions = this.wordsOf(number);
        if (isMeant(positions)) {
          const missing = this.words.filter((_, at) => !positions.includes(at));
          found.push({ number, missing, grade: Math.min(...positions.map((at) => this.gradeAt(at, number))) });
        }
      }
      const order = (one, other) => other.grade - one.grade || one.number - other.number;
      const isPartner = ({ number }) => number < this.index.partners.length;
      return [...found.filter(isPartner).sort(order), ...this.onePerPage(found.filter((each) => !isPartner(each)))];
    }

    /* The best section of each page; pages of the owner come before those for contributors. */
    onePerPage(sections) {
      const order = (one, other) =>
        this.isRule(one) - this.isRule(other) || other.grade - one.grade || one.number - other.number;
      const best = new Map();
      for (const each of [...sections].sort(order)) {
        const { page } = this.index.shards.pageOf(each.number);
        best.has(page) || best.set(page, each);
      }
      return [...best.values()];
    }

    isRule({ number }) {
      return Number(this.index.shards.pageOf(number).kind === "rule");
    }

    /** One of these texts as an answer, with its sentence if that is loaded. */
    answer({ number, missing }) {
      const { partners, shards } = this.index;
      const text = shards.textOf(number);
      const found = this.words.filter((word) => !missing.includes(word));
      const joined = found.slice(1).map((word, at) => found[at] + word);
      const sentence = bestSentence(text?.parts ?? [], [...found, ...joined].flatMap(this.markedTerms), this.last);
      if (number < partners.length) {
        const { id, name } = partners[number];
        return { kind: "partner", id, name, missing, ...sentence };
      }
      const { name = "", address = "" } = text ?? {};
      return { kind: shards.pageOf(number).kind, address, name, missing, ...sentence };
    }

    markedTerms(word) {
      return [...new Set([word, ...textTerms(word)])];
    }
  }

  Object.assign(catalogFinder, { Mentioning });
})();
