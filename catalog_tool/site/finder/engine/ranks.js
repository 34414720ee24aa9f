// What the rank of a result says: how it has the words of a query, and where.

(() => {
  const { nameWords } = catalogFinder;
  // A rank is one number, so that 10,000 ranks are sorted within a frame. Each part of a rank is
  // smaller than its factor.
  const OWNERS = 2 ** 17;
  const PARTNERS = 2 ** 15;
  const LEVELS = 8;
  const FILLERS = 16;
  const PLACES = 16;
  const SPELLINGS = 2;

  // How a text has the words, best first: as they are, as beginnings or other forms, or mistyped. What has them as they are comes before
  // names that only begin like them.
  const SORT = { WHOLE: 0, CLOSE: 1, TYPO: 2 };
  const NO_FIT = 3 * PLACES * LEVELS * SPELLINGS; // worse than any fit

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
  const MATCHES = ["exact", "alias", "words", "alias", "vendor", "category", "field", "words", "category"];

  /** How well a text has words, as a number. Less is better. */
  const packFit = (sort, place, level, isRespelled = false) => ((sort * PLACES + place) * LEVELS + level) * SPELLINGS + isRespelled;

  /** The rank of an owner whose best text fits so well, that has so many words of questions besides, and that so many partners list. */
  function packRank(fit, fillers, listing, owner) {
    const level = Math.floor(fit / SPELLINGS) % LEVELS;
    const kind = Math.floor(fit / (SPELLINGS * LEVELS)) * FILLERS + FILLERS - 1 - fillers;
    const partners = PARTNERS - 1 - Math.min(listing, PARTNERS - 1);
    return ((kind * LEVELS + level) * PARTNERS + partners) * OWNERS + owner;
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

    get sort() {
      return Math.floor(this.quality / (LEVELS * FILLERS * PLACES));
    }

    get isTypo() {
      return this.sort === SORT.TYPO;
    }

    /** Whether words of it only begin with some of the required words. Of several results, the first ones are not. */
    get isClose() {
      return this.sort === SORT.CLOSE;
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
      const isClose = this.isClose && this.place <= PLACE.ALIAS;
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

  const isStart = (level) => level === LEVEL.WORDS_AT_START || level === LEVEL.AT_START;

  const matchOf = (place, level) => (place === PLACE.NAME && isStart(level) ? "prefix" : MATCHES[place]);

  Object.assign(catalogFinder, { Found, LEVEL, NO_FIT, PLACE, SORT, packFit, packRank });
})();
