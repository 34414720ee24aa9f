// How much partners say of some words, besides what was found.

(() => {
  const { GRADE, bitsOf, isCommon, isTelling, leastsInNames, textsWith } = catalogFinder;
  const WEIGHT = 25; // of a word beside values that partners state; rare ones weigh twice as much

  /** How many texts and partners have a word. */
  const countOf = ({ grades, named, words }, word) => {
    const at = words.indexOf(word);
    return at < 0 ? 0 : grades[at].reduce((sum, grade, number) => sum + Number(grade > 0 || named[at][number] === GRADE.WHOLE), 0);
  };

  /**
   * A function that returns how much of these words a partner says or has in names. A rare word tells more, and of two of them the first.
   * `isBegun`: whether a name may only begin with a long word.
   */
  function weigh({ grades, index, named, unsaid, words: every }, words, isBegun = false) {
    const leasts = isBegun ? leastsInNames(every, GRADE.WHOLE) : every.map(() => GRADE.WHOLE);
    const isHaving = (at, number) => grades[at][number] || (named[at][number] && named[at][number] >= leasts[at]);
    const isSaid = (word) => words.includes(word) && isTelling(word) && !unsaid.includes(word);
    const isMeant = every.some(isSaid) ? isTelling : () => true; // if nobody says the words, numbers tell: migrate before 2027
    const told = [...every.keys()].filter((at) => words.includes(every[at]) && isMeant(every[at]));
    const weights = told.map((at) => {
      let count = 0;
      for (let number = 0; number < index.partners.length; number += 1) {
        count += isHaving(at, number) ? 1 : 0;
      }
      return WEIGHT + WEIGHT / count - at;
    });
    return (number) => told.reduce((sum, at, each) => (isHaving(at, number) ? sum + weights[each] : sum), 0);
  }

  /** The same for each partner that says one of them. */
  function weightsOf(mentioning, words, isBegun) {
    const weightOf = weigh(mentioning, words, isBegun);
    const every = mentioning.index.partners.map((_, number) => [number, weightOf(number)]);
    return new Map(every.filter(([, weight]) => weight));
  }

  /**
   * The partners that say all of these words, or have them in names, except words that nobody or nearly everybody has. Numbers count if a
   * partner has them with the other words: ends in 2027.
   */
  function findWith(mentioning, words) {
    const { isPartner, unsaid } = mentioning;
    const isTold = (word, at) => words.includes(word) && !unsaid.includes(word) && !isCommon(mentioning, at);
    const [told, every] = [isTelling, () => true].map((isMeant) => bitsOf(mentioning.words.map((word, at) => isTold(word, at) && isMeant(word))));
    const found = told ? textsWith(mentioning, (bits) => (bits & told) === told).filter(isPartner) : [];
    const whole = found.filter(({ bits }) => (bits & every) === every);
    return (whole.length ? whole : found).map(({ number }) => number);
  }

  Object.assign(catalogFinder, { countOf, findWith, weigh, weightsOf });
})();
