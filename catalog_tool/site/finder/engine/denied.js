// What texts say of something that a query denies: no API, without a Windows agent. A page loads this script with the first of them.

(() => {
  const { ARTICLE, DENIED, DENYING, Matching, Mentioning, contentOf, isDenied, listersOf, meantIn, readQuery } = catalogFinder;
  const SHORTEST_DENIED = 3; // letters
  const AS_STATED = 100; // a sentence says as much as a value that is stated

  /** Texts of which each is read to know whether it denies something, because each may be in another part. */
  const MOST_QUOTED = 20;

  /**
   * The reading with what a query denies, as texts say it: no API, without a Windows agent. Null if it denies nothing. `isAll`: whether
   * it denies all that it asks for.
   */
  function denialIn(query, index) {
    const { words, others, acronyms, isAllFiller, isVague } = query;
    const denying = words.findIndex((word) => DENYING.test(word));
    const isThing = (at) => at > denying && words[at].length >= SHORTEST_DENIED && !ARTICLE.test(words[at]);
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

  /**
   * The results of a query that denies something, with the partners first that deny it in a sentence: we don't use RPA. `typed`: what the
   * query calls it. `otherwise`: what returns the results if none denies it, from the numbers of those that say it.
   */
  function deniersFirst(index, hits, typed, otherwise) {
    const query = readQuery(typed, index);
    if (query.isAllFiller || query.isVague) {
      return hits;
    }
    const attempt = { query, required: contentOf(query.words, index, query.acronyms), exact: index.fieldWords };
    const mentioning = new Mentioning(index, new Matching(index, attempt), { isDenying: true });
    const shown = new Set([...hits.partners, ...[...hits.mentioned, ...hits.partly].map(({ number }) => number)]);
    listersOf(index, meantIn(hits)).forEach((isListing, number) => isListing && shown.add(number));
    const said = mentioning.findAll().filter(({ number }) => shown.has(number)).slice(0, MOST_QUOTED);
    const unread = mentioning.pendingOf(said);
    if (unread.length) {
      return { ...hits, unread: [...hits.unread, ...unread] };
    }
    const denying = said.filter((each) => isDenied(catalogFinder.quote(mentioning, each)));
    if (!denying.length) {
      const isSaid = (each) => !DENIED.test(catalogFinder.quote(mentioning, each).sentence);
      return otherwise(said.filter(isSaid).map(({ number }) => number));
    }
    const deniers = new Set(denying.map(({ number }) => number));
    const partners = [true, false].flatMap((isFirst) => hits.partners.filter((number) => deniers.has(number) === isFirst));
    const covered = new Map([...hits.covered, ...denying.map(({ number }) => [number, AS_STATED + (hits.covered.get(number) ?? 0)])]);
    const quoted = hits.mentioned.length + hits.partly.length ? {} : { mentioned: denying, mentioning };
    return { ...hits, partners, covered, ...quoted };
  }

  Object.assign(catalogFinder, { MOST_QUOTED, deniersFirst, denialIn, deniedIn });
})();
