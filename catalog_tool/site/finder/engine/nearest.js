// The names nearest to a query that finds nothing.

(() => {
  const { GRADE, HALF_LETTER, SHORTEST_MISTYPED, SOURCE } = catalogFinder;
  const { lettersOf, mayBeWithin, withinEdits } = catalogFinder;
  const MOST_NAMES = 5;
  const EDITS = [[9, 3], [5, 2]]; // letters of the longer word for so many edits
  const SHORTEST_BEGUN = 3;
  const MOST_WORDS = 3; // one word in a longer name does not make it look like the query
  const ONE_SLIP = 1;

  /** The numbers of the applications and partners that come closest, nearest first. */
  function nearestOwners(index, matching) {
    const { query, required, exact } = matching.attempt;
    const near = new Map();
    for (const at of required.filter((each) => !exact.has(query.words[each]))) {
      for (const [owner, distance] of distances(index, query.words[at], matching.inTexts[at])) {
        if (!index.isListed(owner) && distance > ONE_SLIP) {
          continue; // of those that nobody lists only such as are meant
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

  /* By owner, how many edits a word is away from one of its words. */
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
      const near = texts.remembered(`edits ${word}`, () => edited(texts, word));
      near.forEach(({ number, distance }) => add(number, distance));
    }
    return found;
  }

  /* Names with a word that is a few edits away, by each of these words; its first letter is right. */
  function edited({ runs, texts }, word) {
    const typed = lettersOf(word);
    const found = [];
    runs.forEach((ofLength, length) => {
      const most = mostEdits(word.length, length);
      for (const { run, letters, numbers } of most ? ofLength : []) {
        // Most words are far away, and that is told quickly.
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
