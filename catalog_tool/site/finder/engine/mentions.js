// The last reading of a query: finds whole names among other words. So a sentence, words of other
// languages, or a longer name still find the application.

(() => {
  const { SOURCE, formsOf, queryWords } = catalogFinder;
  const LONGEST_NAME = 8; // words
  const SHORTEST_NAME = 3; // characters; words of two letters are too common, except in capitals

  const NUMBERED = /^(?:[a-z][0-9]|[0-9][a-z])$/; // S/4

  const NAMES = [SOURCE.NAME, SOURCE.ALIAS];

  /** The owners with a whole name or alias among the words of a query, in the order of the words. */
  function findMentioned(index, query) {
    return longestOf(findNamedRuns(index, query, NAMES));
  }

  /** The same with a whole vendor. */
  const findMentionedVendor = (index, query) => longestOf(findNamedRuns(index, query, [SOURCE.VENDOR]));

  /** The same with a whole category. What partners state ranks them. */
  function findMentionedCategory(index, query) {
    const named = findNamedRuns(index, query, [SOURCE.CATEGORY, SOURCE.FIELD]);
    return longestOf(named.filter(({ number }) => index.texts.texts[number].source === SOURCE.CATEGORY));
  }

  /** The same with values of own fields: each partner with all of them that it states. */
  function findMentionedValue(index, query) {
    const stated = new Map();
    const named = findNamedRuns(index, query, [SOURCE.FIELD]);
    const found = longestOf(named);
    found.forEach(({ owner }) => stated.set(owner, new Set()));
    named.forEach(({ text, owners }) => owners.forEach((owner) => stated.get(owner)?.add(text)));
    return found.map((each) => ({ ...each, matched: [...stated.get(each.owner)].join(", ") }));
  }

  /* The owners of the longest name at each position. */
  function longestOf(named) {
    named.sort((one, other) => one.first - other.first || other.end - one.end);
    const found = new Map();
    let last = { first: 0, end: 0 };
    for (const { first, end, text, owners } of named) {
      // The longest name at each position: SAP HCM, not SAP.
      if (first < last.end && !(first === last.first && end === last.end)) {
        continue;
      }
      last = { first, end };
      for (const owner of owners) {
        const mentioned = { owner, first, quality: 0, isWhole: true, match: "mentioned", matched: text, part: first };
        found.has(owner) || found.set(owner, mentioned);
      }
    }
    return [...found.values()].sort((one, other) => one.first - other.first || one.owner - other.owner);
  }

  /* Runs of neighboring words, joined, with their ranges. */
  function runsOf(words, { fillers, kinds }, acronyms) {
    const isLight = (word) => (fillers.has(word) || kinds.has(word)) && !acronyms.has(word);
    const runs = new Map();
    for (let first = 0; first < words.length; first += 1) {
      for (let end = first + 1; end <= Math.min(first + LONGEST_NAME, words.length); end += 1) {
        const key = words.slice(first, end).join("");
        const isPassing = end < words.length && words.slice(first, end).every(isLight); // every system I have isn't System i
        if (!isPassing && ([...key].length >= SHORTEST_NAME || acronyms.has(key) || NUMBERED.test(key)) && (acronyms.has(key) || !fillers.has(key))) {
          runs.set(key, [...(runs.get(key) ?? []), { first, end }]);
        }
      }
    }
    return runs;
  }

  /* The names that equal one of the runs, in the order of the catalog. */
  function findNamedRuns(index, { typed, renamed, acronyms }, sources) {
    const { names, texts } = index.texts;
    const words = sources.includes(SOURCE.FIELD) ? renamed : queryWords(typed); // with repeated words: can I connect IBM i
    const runs = runsOf(words, index, acronyms);
    const named = [];
    for (const [key, places] of runs) {
      const forms = sources.includes(SOURCE.CATEGORY) ? formsOf(key) : [key]; // databases, a database
      const meant = forms.flatMap((form) => names.get(form) ?? []).filter((number) => sources.includes(texts[number].source));
      meant.forEach((number) => {
        const { text, owners } = texts[number];
        named.push(...places.map((run) => ({ ...run, text, owners, number })));
      });
    }
    return named.sort((one, other) => one.number - other.number);
  }

  Object.assign(catalogFinder, { findMentioned, findMentionedCategory, findMentionedValue, findMentionedVendor });
})();
