// Finds the names most similar to a query without results: they share a word
// that isn't their vendor, or nearly all letters.

(() => {
  const { GRADE, HALF_LETTER, SHORTEST_MISTYPED, SOURCE } = catalogFinder;
  const { MOST_NAMES, lettersOf, mayBeWithin, withinEdits } = catalogFinder;
  const EDITS = [[7, 2], [SHORTEST_MISTYPED, 1]]; // [letters of the shorter name, edits allowed]
  const MOST_WORDS = 3; // a single word of a longer name isn't similar enough
  const ONE_SLIP = 1;
  const MOST_EDITS = 2; // in a word beside the same vendor
  const SHORTEST_SIMILAR = 4;
  const FAR = 9; // more edits than are allowed

  /** The numbers of the most similar applications and partners, best first. */
  function nearestOwners(index, matching) {
    const { query, required, exact } = matching.attempt;
    const near = new Map();
    const add = (owner, shared, edits) => {
      const known = near.get(owner) ?? { shared: 0, edits: FAR };
      near.set(owner, { owner, shared: known.shared + shared, edits: Math.min(known.edits, edits) });
    };
    const { keys, texts } = index.texts;
    const isOfThem = (number, word) => texts[number].source === SOURCE.VENDOR && keys[number] === word;
    const isVendor = (word) => index.texts.withWholeWord(word).some((number) => isOfThem(number, word));
    const ownersOf = (numbers) => new Set(numbers.flatMap((number) => texts[number].owners));
    for (const at of required.filter((each) => !exact.has(query.words[each]))) {
      const numbers = numbersWith(index.texts, query.words[at]);
      const isWhole = (number) => isName(index.texts, number) && keys[number] === query.words[at];
      const whole = ownersOf(numbers.filter(isWhole));
      const others = required.length > 1 && isVendor(query.words[at]) ? required.filter((each) => each !== at) : [];
      const isOfVendor = (owner) => !others.length || others.some((each) => hasSimilarWord(index.texts, owner, query.words[each]));
      const isMeant = (owner) => (index.isListed(owner) || whole.has(owner)) && isOfVendor(owner);
      [...ownersOf(numbers)].filter(isMeant).forEach((owner) => add(owner, 1, FAR));
    }
    const joined = required.map((at) => query.words[at]).join("");
    for (const { number, edits } of findWithinEdits(index.texts, joined)) {
      const isClose = (owner) => index.isListed(owner) || edits <= ONE_SLIP;
      [...ownersOf([number])].filter(isClose).forEach((owner) => add(owner, 0, edits));
    }
    const inOrder = [...near.values()].sort(
      (one, other) => other.shared - one.shared || one.edits - other.edits || one.owner - other.owner,
    );
    return inOrder.slice(0, MOST_NAMES).map(({ owner }) => owner);
  }

  /* Short names, and vendors, that begin with a word. A number or a letter says nothing. */
  function numbersWith(texts, word) {
    const isMeant = (number) =>
      texts.texts[number].source <= SOURCE.VENDOR &&
      texts.words[number].length <= MOST_WORDS &&
      texts.start(number, word) === GRADE.WHOLE;
    return /^([0-9]+|[a-z])$/.test(word) ? [] : [...new Set(texts.withWholeWord(word))].filter(isMeant);
  }

  const isName = ({ texts }, number) => texts[number].source <= SOURCE.ALIAS;

  /* Whether a word of a name is like this one, so that not only the vendor is the same: Maksimo, Maximo. */
  function hasSimilarWord(texts, owner, word) {
    const isSimilar = (other) => other[0] === word[0] && withinEdits(word, other, MOST_EDITS) !== undefined;
    const isNamed = (number) => isName(texts, number) && texts.words[number].some(isSimilar);
    return word.length >= SHORTEST_SIMILAR && texts.byOwner[owner].some(isNamed);
  }

  /* Whole names that are a few edits away and begin with the same letter. */
  function findWithinEdits(texts, joined) {
    if (HALF_LETTER.test(joined)) {
      return [];
    }
    const typed = lettersOf(joined);
    const near = [];
    texts.keys.forEach((key, number) => {
      const most = key[0] === joined[0] && isName(texts, number) ? mostEdits(joined.length, key.length) : 0;
      // Most names differ too much, and this check is fast.
      const isNear = most > 0 && mayBeWithin(typed, lettersOf(key), most);
      const edits = isNear ? withinEdits(joined, key, most) : undefined;
      edits === undefined || near.push({ number, edits });
    });
    return near;
  }

  function mostEdits(length, other) {
    const most = EDITS.find(([letters]) => Math.min(length, other) >= letters)?.[1] ?? 0;
    return Math.abs(length - other) > most ? 0 : most;
  }

  Object.assign(catalogFinder, { nearestOwners });
})();
