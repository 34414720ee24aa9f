// The names nearest to a query that finds nothing; as in catalog_tool/finder/nearest.py.

(() => {
  const { GRADE, SOURCE, lettersOf, mayBeWithin, withinEdits } = catalogFinder;
  const MOST_NAMES = 5;
  const EDITS = [[9, 3], [5, 2]]; // letters of the longer word for so many edits
  const SHORTEST_BEGUN = 2;
  const ONE_SLIP = 1;
  const SURROGATE = /[\ud800-\udfff]/;

  /** The numbers of the applications and partners that come closest, nearest first. */
  function nearestOwners(index, matching) {
    const { query, required } = matching.attempt;
    const near = new Map();
    for (const at of required) {
      for (const [owner, distance] of distances(index, query.words[at], matching.inOwners[at])) {
        const isUnlisted = owner >= index.firstUnlisted && owner < index.firstPartner;
        if (isUnlisted && distance > ONE_SLIP) {
          continue;
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
  function distances(index, word, graded) {
    const found = new Map();
    if (/^[0-9]$/.test(word)) {
      return found;
    }
    const isBegun = [...word].length >= SHORTEST_BEGUN;
    graded.forEach((grade, owner) => {
      if (isBegun ? grade : grade === GRADE.WHOLE) {
        found.set(owner, grade === GRADE.TYPO ? 1 : 0);
      }
    });
    if (isBegun && !SURROGATE.test(word)) {
      addEdited(index.texts, word, found);
    }
    return found;
  }

  function addEdited(texts, word, found) {
    for (const { owner, distance } of texts.remembered(`edits ${word}`, () => edited(texts, word))) {
      found.set(owner, Math.min(distance, found.get(owner) ?? distance));
    }
  }

  /* Owners with a name that has a word a few edits away, by each of these words. */
  function edited({ runs, texts }, word) {
    const typed = lettersOf(word);
    const found = [];
    runs.forEach((ofLength, length) => {
      const most = mostEdits(word.length, length);
      for (const { run, letters, numbers } of most ? ofLength : []) {
        const isFar = !mayBeWithin(typed, letters, most); // most words are, and that is told quickly
        const distance = isFar ? undefined : withinEdits(word, run, most);
        if (distance !== undefined) {
          found.push(...owned(texts, numbers).map((owner) => ({ owner, distance })));
        }
      }
    });
    return found;
  }

  function owned(texts, numbers) {
    const own = numbers.map((number) => texts[number]).filter(({ source }) => source <= SOURCE.ALIAS);
    return own.flatMap(({ owners }) => owners);
  }

  function mostEdits(length, other) {
    const most = EDITS.find(([letters]) => Math.max(length, other) >= letters)?.[1] ?? 0;
    return Math.abs(length - other) <= most ? most : 0;
  }

  Object.assign(catalogFinder, { MOST_NAMES, nearestOwners });
})();
