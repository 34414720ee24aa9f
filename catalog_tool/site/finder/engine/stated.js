// What a query asks partners to state.

(() => {
  const { BOTH, EITHER, isTelling, listersOf, queryWords, readQuery, resultsOf, wordsBesidesNames } = catalogFinder;

  /**
   * The results of a query, without facets. `accept` takes some of them away.
   *
   * @returns {{found, applications, partners, mentioned, partly, parts, nearest, asked, mentioning, isQuery,
   *   isMentioned, isRecognized}} `found`: why, by owner; `parts`: what each part of the query names,
   *   if it names several things, with the partners that list or mention it; `asked`: the values that the query asks partners to state
   */
  function hitsOf(index, query, accept = (hits) => hits) {
    const hits = accept(resultsOf(index, query));
    if (!hits.isQuery) {
      return { ...hits, asked: [], states: () => true };
    }
    const isAsking = query.words.some((word) => index.fieldWords.has(word));
    const words = isAsking ? conditionsIn(index, query, hits) : [];
    const named = askedIn(index, words);
    const asked = eachOf(index, query, named);
    const unstated = unstatedIn(index, words);
    const isStated = (number) => (each) => isStating(index.partners[number], each);
    const states = (number) => (EITHER.test(query.written) && asked.length ? asked.some(isStated(number)) : asked.every(isStated(number)));
    const nearest = [...(unstated.length ? unstated : unmetIn(index, hits, asked, states)), ...hits.nearest];
    return { ...hits, asked, isEach: asked.length > named.length, states, nearest, isExcluded: exclusionOf(index, hits, states) };
  }

  /* The words that may say what partners state. */
  function conditionsIn(index, query, hits) {
    const isRepeated = (word, at) => index.fieldWords.has(word) && query.renamed.indexOf(word) < at; // SQL Server through SQL
    const besides = hits.isValue ? query.words : wordsBesidesNames(query, hits);
    return [...besides, ...query.renamed.filter(isRepeated)];
  }

  /* What excludes partners from the lists of applications: the first that leaves somebody who states what is asked for, or somebody. */
  function exclusionOf(index, hits, states) {
    const { exclusions = [] } = hits;
    const isLeft = (isMeant) => meantIn(hits).some((owner) => index.applications[owner].partners.some(isMeant));
    const leaves = (isExcluded) => isLeft((number) => !isExcluded(number) && states(number));
    return exclusions.find(leaves) ?? (isLeft(states) ? undefined : exclusions.find((isExcluded) => isLeft((number) => !isExcluded(number))));
  }

  /* The applications with the whole name that is asked for; all, if there is none. */
  const meantIn = ({ applications, found }) => applications.filter((owner) => !found[applications[0]]?.isWhole || found[owner].isWhole);

  /*
   * The values that some words name, or that have one of the words besides, with that word: Asia is Asia Pacific, America is
   * North or South America.
   */
  function askedIn(index, words) {
    const named = index.valuesIn(words);
    const used = new Set(named.flatMap(([key, values]) => index.valueNames(key, values)).flatMap(queryWords));
    const isLight = (word) => index.fillers.has(word) || index.kinds.has(word) || index.texts.described.has(word) || used.has(word);
    const begun = words.filter((word) => isTelling(word) && !isLight(word)).flatMap((word) => index.valuesWith(word).map((each) => [...each, word]));
    return [...named, ...begun.filter(([key]) => !named.some(([other]) => other === key))];
  }

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

  function unstatedIn({ unstated }, words) {
    const names = words.filter((word) => unstated.has(word)).map((word) => unstated.get(word));
    return names.map((name) => ({ kind: "unstated", name, address: "" }));
  }

  /*
   * Why no partner in the answer is as the query asks, if it names applications: only partners that it refuses list them (`only`),
   * none states some of what it asks for (`lacking`), all state what it refuses (`refused`), or each fails in one of these (`unmet`).
   */
  function unmetIn(index, hits, asked, states) {
    const { mentioned, partly, partners, refused, shunned } = hits;
    if (!asked.length && !refused.length && !shunned.size) {
      return []; // each partner is as asked
    }
    const applications = meantIn(hits);
    const listing = listersOf(index, applications);
    const shown = [...partners, ...[...mentioned, ...partly].map(({ number }) => number)].filter((number) => number < listing.length);
    const isNamed = (number) => shunned.has(index.firstPartner + number);
    const refuses = (number) => refused.some((each) => isStating(index.partners[number], each));
    const listers = [...listing.keys()].filter((number) => listing[number]);
    const others = listers.filter((number) => !isNamed(number));
    const isFitting = (number) => states(number) && !refuses(number);
    const told = (kind, names) => names.map((name) => ({ kind, name, address: "" }));
    if (!applications.length || others.some(isFitting) || (asked.length && shown.some(isFitting))) {
      return [];
    }
    if (!others.length) {
      return told("only", listers.map((number) => index.partners[number].name));
    }
    const isLacking = (each) => !others.some((number) => isStating(index.partners[number], each));
    const lacking = others.some(states) ? [] : asked.filter(isLacking);
    if (lacking.length) {
      return told("lacking", lacking.flatMap((each) => namesOf(index, each)));
    }
    const isOfAll = (each) => others.every((number) => isStating(index.partners[number], each));
    const names = refused.filter(isOfAll).flatMap(([key, values]) => index.valueNames(key, values));
    return names.length ? told("refused", names) : told("unmet", [""]);
  }

  /* The names of values, or what several have in common. */
  function namesOf(index, [key, values, word]) {
    const names = index.valueNames(key, values);
    const common = word && names.length > 1 ? names[0].split(/\s+/).find((each) => queryWords(each).includes(word)) : "";
    return common ? [common] : names;
  }

  Object.assign(catalogFinder, { hitsOf, isStating });
})();
