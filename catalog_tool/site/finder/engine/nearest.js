// Finds the names most similar to a query without results.

(() => {
  const { GRADE, HALF_LETTER, SHORTEST_MISTYPED, SOURCE } = catalogFinder;
  const { lettersOf, mayBeWithin, withinEdits } = catalogFinder;
  const MOST_NAMES = 5;
  const EDITS = [[9, 3], [5, 2]]; // [letters of the longer word, edits allowed]
  const SHORTEST_BEGUN = 3;
  const MOST_WORDS = 3; // a single word of a longer name isn't similar enough
  const ONE_SLIP = 1;

  /** The numbers of the most similar applications and partners, best first. */
  function nearestOwners(index, matching) {
    const { query, required, exact } = matching.attempt;
    const near = new Map();
    for (const at of required.filter((each) => !exact.has(query.words[each]))) {
      for (const [owner, distance] of distances(index, query.words[at], matching.inTexts[at])) {
        if (!index.isListed(owner) && distance > ONE_SLIP) {
          continue; // an unlisted application must be a closer match
        }
        const { shared, edits } = near.get(owner) ?? { shared: 0, edits: 0 };
        near.set(owner, { owner, shared: shared + 1, edits: edits + distance });
      }
    }
    const inOrder = [...near.values()].sort(
      (one, other) => other.shared - one.shared || one.edits - other.edits || one.owner - other.owner,
    );
    return inOrder.slice(0, MOST_NAMES).map(({ owner }) => owner);
  }

  /* The number of edits from a word to the closest word of each owner. */
  function distances({ texts }, word, graded) {
    const found = new Map();
    if (/^[0-9]+$/.test(word)) {
      return found;
    }
    const add = (number, distance) => {
      if (texts.words[number].length <= MOST_WORDS) {
        for (const owner of texts.texts[number].owners) {
          found.set(owner, Math.min(distance, found.get(owner) ?? distance));
        }
      }
    };
    const isBegun = [...word].length >= SHORTEST_BEGUN;
    graded.forEach((grade, number) => {
      if (isBegun ? grade : grade === GRADE.WHOLE) {
        add(number, grade === GRADE.TYPO ? ONE_SLIP : 0);
      }
    });
    if (!HALF_LETTER.test(word)) {
      const near = texts.memoize(`edits ${word}`, () => findWithinEdits(texts, word));
      near.forEach(({ number, distance }) => add(number, distance));
    }
    return found;
  }

  /* Names with a word that is a few edits away and begins with the same letter. */
  function findWithinEdits({ runs, texts }, word) {
    const typed = lettersOf(word);
    const found = [];
    runs.forEach((ofLength, length) => {
      const most = mostEdits(word.length, length);
      for (const { run, letters, numbers } of most ? ofLength : []) {
        // Most words differ too much, and this check is fast.
        const isFar = run[0] !== word[0] || !mayBeWithin(typed, letters, most);
        const distance = isFar ? undefined : withinEdits(word, run, most);
        if (distance !== undefined) {
          const names = numbers.filter((number) => texts[number].source <= SOURCE.ALIAS);
          found.push(...names.map((number) => ({ number, distance })));
        }
      }
    });
    return found;
  }

  function mostEdits(length, other) {
    const most = EDITS.find(([letters]) => Math.max(length, other) >= letters)?.[1] ?? 0;
    const isFar = Math.min(length, other) < SHORTEST_MISTYPED || Math.abs(length - other) > most;
    return isFar ? 0 : most;
  }

  Object.assign(catalogFinder, { MOST_NAMES, nearestOwners });
})();
