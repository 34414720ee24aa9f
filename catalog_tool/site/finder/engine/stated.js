// What a query asks partners to state.

(() => {
  const { BOTH, EITHER, isTelling, queryWords, readQuery, resultsOf, wordsBesidesNames } = catalogFinder;

  /**
   * The results of a query, without facets. `accept` takes some of them away.
   *
   * @returns {{found, applications, partners, mentioned, partly, parts, nearest, asked, mentioning, isQuery,
   *   isMentioned, isRecognized}} `found`: why, by owner; `parts`: what each part of the query names,
   *   if it names several things, with the partners that list or mention it; `asked`: the values that the query asks partners to state
   */
  function hitsOf(index, query, accept = (hits) => hits) {
    const found = accept(resultsOf(index, query));
    if (!found.isQuery) {
      return { ...found, asked: [], states: () => true };
    }
    const hits = found.isMentioned && catalogFinder.withMeaning ? catalogFinder.withMeaning(index, query, found) : found; // loaded with the texts
    const isAsking = query.all.some((word) => index.fieldWords.has(word));
    const words = isAsking ? conditionsIn(index, query, hits) : [];
    const named = askedIn(index, words, query, hits);
    const asked = eachOf(index, query, named);
    const unstated = unstatedIn(index, words);
    const isStated = (number) => (each) => isStating(index.partners[number], each);
    const states = (number) => (EITHER.test(query.written) && asked.length ? asked.some(isStated(number)) : asked.every(isStated(number)));
    const answered = { ...hits, asked, isEach: asked.length > named.length, states, nearest: [...unstated, ...hits.nearest] };
    const isMet = () => meantIn(hits).some((owner) => index.applications[owner].partners.some(states));
    if (!hits.exclusions && (!asked.length || !hits.applications.length || isMet())) {
      return answered;
    }
    const { withReasons } = catalogFinder; // loaded when it is needed
    return withReasons ? withReasons(index, answered, unstated.length > 0) : { ...answered, unread: ["reading", ...hits.unread] };
  }

  /* The words that may say what partners state: besides names, again (SQL Server through SQL), or late in a long sentence. */
  function conditionsIn(index, query, hits) {
    const isOther = (word, at) => index.fieldWords.has(word) && (query.all.indexOf(word) < at || !query.words.includes(word));
    const besides = hits.isValue ? query.words : wordsBesidesNames(query, hits);
    return [...besides, ...query.all.filter(isOther)];
  }

  /** The applications with the whole name that is asked for; all, if there is none. */
  const meantIn = ({ applications, found }) => applications.filter((owner) => !found[applications[0]]?.isWhole || found[owner].isWhole);

  /*
   * The values that some words name, or that have one of the words besides, with that word, unless it only describes what follows:
   * Asia is Asia Pacific, America is North or South America, and a private bank isn't Private cloud.
   */
  function askedIn(index, words, { all }, { applications: [first], found }) {
    const named = index.valuesIn(words);
    const used = new Set(named.flatMap(([key, values]) => index.valueNames(key, values)).flatMap(queryWords));
    const isAbout = (word) => !found[first]?.isWhole && index.texts.described.has(word); // beside a name, it isn't the category
    const isLight = (word) => index.light.has(word) || isAbout(word) || used.has(word);
    const isBeforeThing = (word) => all.some((each, at) => each === word && isThing(index, all[at + 1]));
    const begun = words.filter((word) => isTelling(word) && !isLight(word) && !isBeforeThing(word)).flatMap((word) => index.valuesWith(word).map((each) => [...each, word]));
    return [...named, ...begun.filter(([key]) => !named.some(([other]) => other === key))];
  }

  /* Whether a word is neither light nor of a value or a name: bank. */
  const isThing = ({ fieldWords, light, texts }, word) => word && !light.has(word) && !fieldWords.has(word) && !texts.withWholeWord(word).length;

  /* With each value apart, if the query joins several of one field: both NCIP and Z39.50. */
  function eachOf(index, { written }, asked) {
    const isOne = ([, values, word]) => word || values.length < 2;
    if (asked.every(isOne) || EITHER.test(written) || !BOTH.test(written)) {
      return asked;
    }
    const sides = written.split(BOTH).map((side) => new Map(index.valuesIn(readQuery(side, index).words)));
    const isJoined = ([key]) => sides.filter((side) => side.has(key)).length > 1;
    return asked.flatMap((each) => (isOne(each) || !isJoined(each) ? [each] : each[1].map((value) => [each[0], [value]])));
  }

  /** Whether a partner states one of the values of a field. */
  const isStating = (partner, [key, values]) => values.some((value) => partner?.stated[key].includes(value));

  /** What partners fail in, by their ids, as names: `unstated` isn't stated and is asked for, or may be what is refused; `refused` is. Most have nothing. */
  function failuresIn(index, { asked, refused }) {
    const failing = {};
    for (const partner of asked.length + refused.length ? index.partners : []) {
      const isSilent = ([key]) => !partner.stated[key].length;
      const missing = asked.filter((each) => !isStating(partner, each)).flatMap(([key, values]) => index.valueNames(key, values));
      const unstated = [...missing, ...new Set(refused.filter(isSilent).map(([key]) => index.titles[key]))];
      const unwanted = refused.flatMap(([key, values]) => index.valueNames(key, values.filter((value) => partner.stated[key].includes(value))));
      if (unstated.length + unwanted.length) {
        failing[partner.id] = { unstated, refused: unwanted };
      }
    }
    return failing;
  }

  function unstatedIn({ unstated }, words) {
    const names = words.filter((word) => unstated.has(word)).map((word) => unstated.get(word));
    return names.map((name) => ({ kind: "unstated", name, address: "" }));
  }

  Object.assign(catalogFinder, { failuresIn, hitsOf, isStating, meantIn });
})();
