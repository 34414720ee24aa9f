// How much partners say of some words, besides what was found.

(() => {
  const { GRADE, bitsOf, isCommon, isTelling, textsWith } = catalogFinder;
  const WEIGHT = 25; // of a word beside values that partners state; rare ones weigh twice as much

  /** How many texts and partners have a word. */
  const countOf = ({ grades, named, words }, word) => {
    const at = words.indexOf(word);
    return at < 0 ? 0 : grades[at].reduce((sum, grade, number) => sum + Number(grade > 0 || named[at][number] === GRADE.WHOLE), 0);
  };

  /** How much of these words each partner says or has in names, if any. A rare word tells more, and of two of them the first. */
  function weightsOf({ grades, index, named, words: every }, words) {
    const weights = new Map();
    every.forEach((word, at) => {
      const having = [];
      const end = words.includes(word) && isTelling(word) ? index.partners.length : 0;
      for (let number = 0; number < end; number += 1) {
        (grades[at][number] || named[at][number] === GRADE.WHOLE) && having.push(number);
      }
      having.forEach((number) => weights.set(number, (weights.get(number) ?? 0) + WEIGHT + WEIGHT / having.length - at));
    });
    return weights;
  }

  /** The partners that say all of these words, or have them in names, except words that nobody or nearly everybody has. */
  function findWith(mentioning, words) {
    const { isPartner, unsaid } = mentioning;
    const isTold = (word, at) => words.includes(word) && isTelling(word) && !unsaid.includes(word) && !isCommon(mentioning, at);
    const told = bitsOf(mentioning.words.map(isTold));
    return told ? textsWith(mentioning, (bits) => (bits & told) === told).filter(isPartner).map(({ number }) => number) : [];
  }

  Object.assign(catalogFinder, { countOf, findWith, weightsOf });
})();
