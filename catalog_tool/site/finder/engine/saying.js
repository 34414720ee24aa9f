// The results of a query, once the texts are there: by names, and by what texts say of it. A page loads this script with the first of them.

(() => {
  const { NOTHING, PLACE, categoriesOf, countMeant, findBetter, findMistypedNames, findSome, hitsOfFound, hitsOfWords, isOnlyBegun, isOnlyWord } = catalogFinder;
  const { isUnfinished, isVague, listersOf, partsWithTexts, unansweredWords, weightsOf, withOtherNames, withRest } = catalogFinder;

  /**
   * The results of a query: see `hitsOf`.
   *
   * @param index
   * @param query see `readQuery`
   * @param {{strict, named, isAllClose, mentioning}} read its readings, what names have of it, whether all of that only begins with it, and its texts
   */
  function resultsWithTexts(index, query, { strict: [matching, ...others], named, isAllClose, mentioning }) {
    const texts = mentioning.findAll();
    const isSaid = texts.some(mentioning.isPartner); // pages aren't answers
    const isLess = isSaid && (isLessThanSaid(index, named, mentioning) || (isAllClose && !isUnfinished(query) && mentioning.isWhole));
    const hits = named.length ? hitsOfFound(index, isLess ? [] : named) : hitsOfWords(index, query, [matching, ...others], mentioning, !isSaid);
    if (!isSaid && !named.length && !hits.applications.length && !hits.partners.length) {
      return resultsOfSome(index, query, matching, { ...hits, mentioning, mentioned: texts });
    }
    const better = hits.isCategory && !hits.isCompared ? findBetter(index, hits, mentioning) : [];
    if (better.length) {
      return { ...NOTHING, isQuery: true, mentioning, partly: better, nearest: categoriesOf(index, hits.applications) };
    }
    const shown = texts.filter(({ number }) => index.shards.pageOf(number)?.kind !== "rule"); // customers don't contribute
    const partly = isSaid ? [] : mentioning.findSome(unansweredWords(index, matching, hits));
    const answered = { ...hits, mentioning, mentioned: withoutShown(index, hits, shown, mentioning), partly, ...partsWithTexts(index, matching, { ...hits, mentioning }) };
    if (!isSaid && named.length && !named.some(({ owner }) => index.isListed(owner))) {
      return withOtherNames(index, query, answered);
    }
    if (hits.found[hits.applications[0]]?.place === PLACE.DESCRIPTION) {
      return { ...answered, covered: weightsOf(mentioning, mentioning.words) }; // those that say the words come first
    }
    const { unread = [], ...rest } = hits.isMentioned ? withRest(index, matching, answered) : {};
    return { ...answered, ...rest, unread: [...answered.unread, ...unread] };
  }

  /* If nothing has all words: texts with some of them, mistyped names, and other names of an application. */
  function resultsOfSome(index, query, matching, hits) {
    const some = findSome(index, matching, hits.mentioning);
    const isTold = some.partly && countMeant(some.partly) > 1; // one word of a name is less
    const named = some.mentioned || isTold ? [] : findMistypedNames(index, matching, hits.mentioning);
    const { mentioning, mentioned } = hits;
    const found = { ...(named.length ? hitsOfFound(index, named) : hits), mentioning, mentioned, ...some, unread: some.unread ?? hits.unread };
    return named.length ? found : withOtherNames(index, query, found);
  }

  /* Whether names have less of the query than the texts of partners that have all of it. */
  const isLessThanSaid = (index, named, mentioning) =>
    isOnlyWord(index, named) ||
    (mentioning.isWhole && isOnlyBegun(named, mentioning.words)) ||
    (mentioning.isPhrase && named.every(isVague)); // Microsoft Teams isn't Team Foundation Server

  /* Without partners that are shown already, unless only a part of the query was found, or they say the words together. */
  function withoutShown(index, hits, mentioned, mentioning) {
    if (hits.isMentioned) {
      return mentioned;
    }
    const isShown = listersOf(index, hits.applications);
    hits.partners.forEach((partner) => (isShown[partner] = 1));
    return mentioned.filter((each) => !isShown[each.number] || mentioning.saysTogether(each));
  }

  Object.assign(catalogFinder, { resultsWithTexts });
  (globalThis.catalogFinderShards ??= {}).reading = {}; // a page loads it like a part of the texts
})();
