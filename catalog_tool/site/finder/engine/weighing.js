// How much partners say of some words, besides what was found.

(() => {
  const { GRADE, bitsOf, isCommon, isTelling, textsWith } = catalogFinder;
  const WEIGHT = 25; // of a word beside values that partners state; rare ones weigh twice as much

  /** How many texts and partners have a word. */
  const countOf = ({ grades, named, words }, word) => {
    const at = words.indexOf(word);
    return at < 0 ? 0 : grades[at].reduce((sum, grade, number) => sum + Number(grade > 0 || named[at][number] === GRADE.WHOLE), 0);
  };

  /** A function that returns how much of these words a partner says or has in names. A rare word tells more, and of two of them the first. */
  function weigh({ grades, index, named, words: every }, words) {
    const isHaving = (at, number) => grades[at][number] || named[at][number] === GRADE.WHOLE;
    const told = [...every.keys()].filter((at) => words.includes(every[at]) && isTelling(every[at]));
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
  function weightsOf(mentioning, words) {
    const weightOf = weigh(mentioning, words);
    const every = mentioning.index.partners.map((_, number) => [number, weightOf(number)]);
    return new Map(every.filter(([, weight]) => weight));
  }

  /** The partners that say all of these words, or have them in names, except words that nobody or nearly everybody has. */
  function findWith(mentioning, words) {
    const { isPartner, unsaid } = mentioning;
    const isTold = (word, at) => words.includes(word) && isTelling(word) && !unsaid.includes(word) && !isCommon(mentioning, at);
    const told = bitsOf(mentioning.words.map(isTold));
    return told ? textsWith(mentioning, (bits) => (bits & told) === told).filter(isPartner).map(({ number }) => number) : [];
  }

  Object.assign(catalogFinder, { countOf, findWith, weigh, weightsOf });
})();
