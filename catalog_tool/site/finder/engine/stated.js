// What a query asks partners to state, or not to state.

(() => {
  const { listersOf, refusedIn, resultsOf, wordsBesidesNames } = catalogFinder;

  /**
   * The results of a query, without facets.
   *
   * @returns {{found, applications, partners, mentioned, partly, parts, nearest, asked, refused, mentioning, isQuery,
   *   isMentioned, isRecognized}} `found`: why, by owner; `parts`: what each part of the query names,
   *   if it names several things, with the partners that list or mention it; `asked`: the values that the query asks partners to state;
   *   `refused`: those that it asks them not to state
   */
  function hitsOf(index, query) {
    const hits = resultsOf(index, query);
    if (!hits.isQuery) {
      return { ...hits, asked: [], refused: [] };
    }
    const isStated = index.valuesIn(query.words).length || query.words.some((word) => index.unstated.has(word));
    const words = isStated ? wordsBesidesNames(query, hits) : [];
    const refused = refusedIn(index, words);
    const meant = words.filter((word) => !refused.includes(word));
    const asked = index.valuesIn(meant);
    const unstated = unstatedIn(index, words);
    const nearest = [...(unstated.length ? unstated : lackingIn(index, hits, asked)), ...hits.nearest];
    return { ...hits, asked, refused: index.valuesIn(refused), nearest };
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
    const names = index.partners.some(isFitting) ? [] : asked.flatMap(([key, values]) => index.valueNames(key, values));
    return names.map((name) => ({ kind: "lacking", name, address: "" }));
  }

  Object.assign(catalogFinder, { hitsOf });
})();
