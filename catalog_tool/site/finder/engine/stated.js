// What a query asks partners to state.

(() => {
  const { isTelling, listersOf, queryWords, resultsOf, wordsBesidesNames } = catalogFinder;

  /**
   * The results of a query, without facets.
   *
   * @returns {{found, applications, partners, mentioned, partly, parts, nearest, asked, mentioning, isQuery,
   *   isMentioned, isRecognized}} `found`: why, by owner; `parts`: what each part of the query names,
   *   if it names several things, with the partners that list or mention it; `asked`: the values that the query asks partners to state
   */
  function hitsOf(index, query) {
    const hits = resultsOf(index, query);
    if (!hits.isQuery) {
      return { ...hits, asked: [] };
    }
    const isStated = query.words.some((word) => index.fieldWords.has(word));
    const words = isStated ? wordsBesidesNames(query, hits) : [];
    const asked = askedIn(index, words);
    const unstated = unstatedIn(index, words);
    const nearest = [...(unstated.length ? unstated : lackingIn(index, hits, asked)), ...hits.nearest];
    return { ...hits, asked, nearest };
  }

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

  function unstatedIn({ unstated }, words) {
    const names = words.filter((word) => unstated.has(word)).map((word) => unstated.get(word));
    return names.map((name) => ({ kind: "unstated", name, address: "" }));
  }

  /* The values that a query asks for, if it names applications and no partner in the answer states them together. */
  function lackingIn(index, { applications, mentioned, partly, partners }, asked) {
    if (!applications.length || !asked.length) {
      return [];
    }
    const listing = listersOf(index, applications);
    const isStated = ({ stated }) => asked.every(([key, values]) => values.some((value) => stated[key].includes(value)));
    const isShown = new Set([...partners, ...[...mentioned, ...partly].map(({ number }) => number)]);
    const isFitting = (partner, number) => (listing[number] || isShown.has(number)) && isStated(partner);
    const names = index.partners.some(isFitting) ? [] : asked.flatMap((each) => namesOf(index, each));
    return names.map((name) => ({ kind: "lacking", name, address: "" }));
  }

  /* The names of values, or what several have in common. */
  function namesOf(index, [key, values, word]) {
    const names = index.valueNames(key, values);
    const common = word && names.length > 1 ? names[0].split(/\s+/).find((each) => queryWords(each).includes(word)) : "";
    return common ? [common] : names;
  }

  Object.assign(catalogFinder, { hitsOf });
})();
