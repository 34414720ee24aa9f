// Finds the partners that mention an application that others list. A page loads this script with the first of the texts.

(() => {
  const { Listing, NOTHING, isNamed, listersOf, mentionsOf, queryWords, quote, wordsOf } = catalogFinder;

  /**
   * The partners that mention the application that a query names, but don't list it: {pending, mentioned}. Those whose sentence denies it
   * aren't among them.
   *
   * @param index
   * @param hits what was found: see `hitsOf`
   * @param chosen the selected values of each facet, as sets
   * @param {number} shown how many will be shown
   */
  function alsoMentioned(index, hits, chosen, shown) {
    const filter = (mentioned) => index.facets.apply({ ...NOTHING, mentioned }, chosen).mentioned;
    const isListing = listersOf(index, hits.applications);
    const isOther = ({ number }) => !isListing[number] && !hits.partners.includes(number) && hits.states(number);
    const every = mentionsOf(index, namesOf(index, hits));
    const unread = every.flatMap(({ mentioning }) => mentioning.pending);
    const found = new Map();
    for (const { mentioning, mentioned } of unread.length ? [] : every) {
      filter(mentioned.filter(isOther)).forEach((each) => found.has(each.number) || found.set(each.number, { number: each.number, mentioning, each }));
    }
    const others = [...found.values()];
    const pending = others.slice(0, shown).flatMap(({ mentioning, each }) => mentioning.pendingOf([each]));
    const isSaid = ({ mentioning, each }, at) => at >= shown || pending.length || isMention(quote(mentioning, each), mentioning);
    return { pending: [...new Set([...unread, ...pending])], mentioned: new Listing(others.filter(isSaid), ({ mentioning, each }) => quote(mentioning, each)) };
  }

  /* What the application is called, as in the query first. None, if the query asks for more than one thing, or for other things than some. */
  function namesOf(index, { applications: [owner], exclusions, found, isMentioned, mentioned, partly, parts }) {
    const best = found[owner];
    const isWhole = () => index.texts.names.has(queryWords(best.matched).join(""));
    const isOne = best && (isMentioned ? isWhole() : isNamed(best)) && best.match !== "partner" && !parts.length && !exclusions;
    if (!isOne || mentioned.length || partly.length) {
      return [];
    }
    const { name, aliases } = index.applications[owner];
    return best.isWhole ? [best.matched, name, ...aliases] : [wordsOf(best.matching.attempt).join(" ")];
  }

  /* Whether a sentence names something, so that notes aren't Notes, and doesn't deny it. */
  function isMention({ is_apart: isApart, is_denied: isDenied, marks, sentence }, { words }) {
    const isName = words.length > 1 || marks.some(([start, end]) => /[^\p{Ll}]/u.test(sentence.slice(start, end)));
    return !isApart && isName && !isDenied;
  }

  Object.assign(catalogFinder, { alsoMentioned });
})();
