// Finds and ranks the owners with all words of a query.

(() => {
  const { GRADE, SOURCE, gradesOfOwners, gradesOfTexts, nameWords } = catalogFinder;
  const { latin } = catalogNames;
  const MOST_WORDS_RANKED = 7;
  // A rank is one number, so that 10,000 ranks are sorted within a frame. Each part of a rank is
  // smaller than its factor.
  const OWNERS = 2 ** 17;
  const PARTNERS = 2 ** 15;
  const LEVELS = 8;
  const FILLERS = 16;
  const PLACES = 16;
  const SPELLINGS = 2;
  const NO_FIT = 2 * PLACES * LEVELS * SPELLINGS; // worse than any fit

  // Where a text matches, and how it matches there, best first.
  const PLACE = {
    WHOLE_NAME: 0,
    WHOLE_ALIAS: 1,
    NAME: 2,
    ALIAS: 3,
    VENDOR: 4,
    CATEGORY: 5,
    FIELD: 6,
    SEVERAL: 7,
    DESCRIPTION: 8,
  };
  const LEVEL = { WHOLE: 0, WORDS_AT_START: 1, WORDS: 2, AT_START: 3, BEGINNINGS: 4 };
  // By source.
  const PLACE_OF = [2, 3, 4, 5, 6, PLACE.DESCRIPTION];
  const WHOLE_PLACE_OF = [PLACE.WHOLE_NAME, PLACE.WHOLE_ALIAS, ...PLACE_OF.slice(2)];
  const MATCHES = ["exact", "alias", "words", "alias", "vendor", "category", "field", "words", "category"];

  /** One reading of a query against an index. */
  class Matching {
    constructor(index, attempt) {
      this.index = index;
      this.inTexts = gradesOfTexts(index.texts, attempt);
      this.inOwners = this.inTexts.map((each) => gradesOfOwners(index, each));
      this.read(attempt);
    }

    read(attempt) {
      const { words } = attempt.query;
      const required = attempt.required.map((at) => words[at]);
      this.attempt = attempt;
      this.optional = words.map((_, at) => at).filter((at) => !attempt.required.includes(at));
      this.joined = [...new Set([words.join(""), required.join("")])];
    }

    /** The same reading with fewer required words. */
    narrow(required) {
      const narrowed = Object.assign(Object.create(Matching.prototype), this);
      narrowed.read({ ...this.attempt, required });
      return narrowed;
    }

    /** The owners below `end` with all required words, best first. */
    findAll(end = this.index.owners.length) {
      const required = this.attempt.required.map((at) => this.inOwners[at]);
      const owners = [];
      for (let owner = 0; owner < end; owner += 1) {
        if (hasAll(required, owner)) {
          owners.push(owner);
        }
      }
      return owners.length ? withoutBeginnings(this.rankAll(owners)) : [];
    }

    rankAll(owners) {
      this.fitTexts();
      const ranks = Float64Array.from(owners, (owner) => this.rank(owner)).sort();
      return this.categoryFirst(Array.from(ranks, (rank) => new Found(this, rank)));
    }

    /* If the query is a category, what is in it comes first: ERP is SAP ECC rather than SAP ERP HCM. */
    categoryFirst(found) {
      const { names, texts } = this.index.texts;
      const numbers = this.joined.flatMap((joined) => names.get(joined) ?? []);
      const owners = new Set(numbers.filter((number) => texts[number].source === SOURCE.CATEGORY).flatMap((number) => texts[number].owners));
      const isIn = ({ owner, isWhole }) => isWhole || owners.has(owner);
      return owners.size ? [...found.filter(isIn), ...found.filter((each) => !isIn(each))] : found;
    }

    /* For each owner, find its best text for the required words, and how well it fits. */
    fitTexts() {
      const { owners, texts } = this.index;
      const required = this.attempt.required.map((at) => this.inTexts[at]);
      this.bestFit = new Uint16Array(owners.length).fill(NO_FIT);
      this.bestText = new Int32Array(owners.length);
      for (let number = 0; number < texts.texts.length; number += 1) {
        if (hasAll(required, number)) {
          const fit = this.fit(number, required);
          for (const owner of texts.texts[number].owners) {
            if (fit < this.bestFit[owner]) {
              this.bestFit[owner] = fit;
              this.bestText[owner] = number;
            }
          }
        }
      }
    }

    rank(owner) {
      const fit = this.bestFit[owner] < NO_FIT ? this.bestFit[owner] : this.spread(owner);
      const known = this.index.owners[owner];
      const listing = owner < this.index.firstPartner ? known.partners.length : 0;
      const partners = PARTNERS - 1 - Math.min(listing, PARTNERS - 1);
      let fillers = 0;
      for (const at of this.optional) {
        fillers += Number(this.inOwners[at][owner] === GRADE.WHOLE);
      }
      const level = Math.floor(fit / SPELLINGS) % LEVELS;
      const kind = Math.floor(fit / (SPELLINGS * LEVELS)) * FILLERS + FILLERS - 1 - fillers;
      return ((kind * LEVELS + level) * PARTNERS + partners) * OWNERS + owner;
    }

    /* How well one text has all required words. Less is better. */
    fit(number, required) {
      let worst = GRADE.WHOLE;
      for (const graded of required) {
        worst = Math.min(worst, graded[number]);
      }
      const { texts, keys, words } = this.index.texts;
      const { source, text } = texts[number];
      if (worst === GRADE.TYPO) {
        const level = Math.min(words[number].length, MOST_WORDS_RANKED);
        return pack(true, PLACE_OF[source], level);
      }
      if (this.joined.includes(keys[number])) {
        const isRespelled = !this.attempt.query.typed.includes(latin(text));
        return pack(false, WHOLE_PLACE_OF[source], LEVEL.WHOLE, isRespelled);
      }
      return pack(false, PLACE_OF[source], this.level(number, worst === GRADE.WHOLE));
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
    spread(owner) {
      const worst = Math.min(...this.attempt.required.map((at) => this.inOwners[at][owner]));
      const level = worst === GRADE.WHOLE ? LEVEL.WORDS : LEVEL.BEGINNINGS;
      return pack(worst === GRADE.TYPO, PLACE.SEVERAL, level);
    }

    /* The first of the best texts for each word. */
    usedTexts(owner) {
      const numbers = this.index.texts.byOwner[owner];
      const best = (at) => numbers.find((number) => this.inTexts[at][number] === this.inOwners[at][owner]);
      return [...new Set(this.attempt.required.map(best))];
    }
  }

  /** An owner with the required words. Its rank says how it matched, and it is decoded on demand. */
  class Found {
    constructor(matching, rank) {
      this.matching = matching;
      this.rank = rank;
      this.owner = rank % OWNERS;
    }

    get quality() {
      return Math.floor(this.rank / (OWNERS * PARTNERS));
    }

    get place() {
      return Math.floor(this.quality / (LEVELS * FILLERS)) % PLACES;
    }

    get isTypo() {
      return this.quality >= LEVELS * FILLERS * PLACES;
    }

    get isWhole() {
      return !this.isTypo && this.place <= PLACE.WHOLE_ALIAS;
    }

    get isBeginning() {
      return this.quality % LEVELS >= LEVEL.AT_START;
    }

    /** Whether it is found only by words inside or at the end of a name, besides its vendor. */
    get isInside() {
      return [PLACE.NAME, PLACE.ALIAS].includes(this.place) && !isStart(this.quality % LEVELS) && !this.isAfterVendor;
    }

    get isAfterVendor() {
      const [name, vendor] = [this.matched, this.matching.index.owners[this.owner].vendor ?? ""].map((text) => nameWords(text).join(""));
      return vendor !== "" && this.place === PLACE.NAME && this.matching.joined.some((joined) => name.startsWith(vendor + joined));
    }

    get match() {
      const isClose = this.isBeginning && this.place <= PLACE.ALIAS;
      return this.isTypo ? "typo" : isClose ? "close" : matchOf(this.place, this.quality % LEVELS);
    }

    get matched() {
      const { matching, owner } = this;
      const { texts } = matching.index.texts;
      return this.place === PLACE.SEVERAL
        ? matching.usedTexts(owner).map((number) => texts[number].text).join(", ")
        : texts[matching.bestText[owner]].text;
    }
  }

  /* A whole name isn't the beginning of another one: sage isn't SageMaker. */
  function withoutBeginnings(found) {
    return found[0].isWhole ? found.filter(({ isBeginning }) => !isBeginning) : found;
  }

  function hasAll(graded, position) {
    for (const each of graded) {
      if (!each[position]) {
        return false;
      }
    }
    return true;
  }

  const pack = (isTypo, place, level, isRespelled = false) =>
    ((isTypo * PLACES + place) * LEVELS + level) * SPELLINGS + isRespelled;

  const isStart = (level) => level === LEVEL.WORDS_AT_START || level === LEVEL.AT_START;

  const matchOf = (place, level) => (place === PLACE.NAME && isStart(level) ? "prefix" : MATCHES[place]);

  Object.assign(catalogFinder, { Matching, PLACE });
})();
