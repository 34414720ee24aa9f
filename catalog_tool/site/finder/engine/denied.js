// What texts say of something that a query denies: no API, without a Windows agent. A page loads this script with the first of them.

(() => {
  const { DENYING, Matching, Mentioning, contentOf } = catalogFinder;
  const DETERMINER = /^(?:any|the|our|own|eine?[mnrs]?|die|das|der|de[mnrs])$/;
  const SHORTEST_DENIED = 3; // letters

  /**
   * The reading with what a query denies, as texts say it: no API, without a Windows agent. Null if it denies nothing. `isAll`: whether
   * it denies all that it asks for.
   */
  function denialIn(query, index) {
    const { words, others, acronyms, isAllFiller, isVague } = query;
    const denying = words.findIndex((word) => DENYING.test(word));
    const isThing = (at) => at > denying && words[at].length >= SHORTEST_DENIED && !DETERMINER.test(words[at]);
    const things = isAllFiller || isVague ? words.map((_, at) => at).filter(isThing).slice(0, 1) : contentOf(words, index, acronyms).filter((at) => !others.has(words[at]));
    const isDenied = denying >= 0 && things.some(isThing);
    return isDenied ? { query, required: [...new Set([denying, ...things])], exact: index.fieldWords, isAll: things.every(isThing) } : null;
  }

  /** The texts with what a query denies, if one of them denies it in a sentence; null if none does. */
  function deniedIn(index, denial) {
    const mentioning = new Mentioning(index, new Matching(index, denial));
    const isInSentence = (each) => mentioning.isPartner(each) && !catalogFinder.quote(mentioning, each).is_apart;
    return mentioning.pending.length || mentioning.findAll().some(isInSentence) ? mentioning : null;
  }

  Object.assign(catalogFinder, { denialIn, deniedIn });
})();
