// Finds what has all words of a query in its names, or in those of its vendor, its category, and what partners state.

(() => {
  const { Matching, PLACE, findJoined, findTogether, formsOf, isNamed, isOnlyBegun, queryWords, readings, withDescriptions, wordsOf } = catalogFinder;

  /** The readings of a query against an index, strictest first. */
  function strictReadings(index, query) {
    const [first, ...others] = readings(query, index); // they differ only in the words that they require
    const matching = new Matching(index, first);
    const kept = [matching, ...others.map(({ required }) => matching.narrow(required))].filter((each) => !isContradicted(each));
    return kept.length ? kept : [matching.narrow(wordsOfValues(matching.attempt))];
  }

  const wordsOfValues = ({ query: { words }, exact }) => words.map((_, at) => at).filter((at) => exact.has(words[at]));

  /*
   * Whether a reading leaves out a value, and finds only a part of names, either of different kinds, so that it says little
   * (data in Europe isn't Datadog), or of another name of what nobody lists who states the value (SOAP web services
   * aren't Amazon Web Services).
   */
  function isContradicted(matching) {
    const { index, attempt: { query, required } } = matching;
    const left = query.words.filter((_, at) => !required.includes(at));
    const values = left.some((word) => index.fieldWords.has(word)) ? index.valuesIn(left) : [];
    const found = values.length ? matching.findAll(index.firstUnlisted) : [];
    const isStated = ({ stated }) => values.every(([key, ids]) => ids.some((id) => stated[key].includes(id)));
    const isListed = ({ owner }) => index.applications[owner].partners.some((partner) => isStated(index.partners[partner]));
    if (!found.length || !found.every(({ isBeginning, isInside }) => isBeginning || isInside)) {
      return false;
    }
    const kinds = new Set(found.map(({ owner }) => index.applications[owner].category));
    return kinds.size > 1 || (found.every(({ place }) => place === PLACE.ALIAS) && !found.some(isListed) && index.partners.some(isStated));
  }

  /** Whether words of a query only begin words of the names that were found. */
  function areOnlyClose({ attempt }, named) {
    const words = wordsOf(attempt);
    if (words.length < 2) {
      return named[0]?.isClose === true;
    }
    const asked = words.map(formsOf);
    const lacksOne = (each) => asked.some((forms) => !forms.some((form) => each.includes(form)));
    return named.every(({ isBeginning, matched }) => isBeginning && lacksOne(queryWords(matched)));
  }

  /** Whether the last word of a query may become a longer one: it is the only one, without a sign behind it. */
  const isUnfinished = ({ words, typed }) => words.length < 2 && !/[\s?!.]$/.test(typed);

  /** The results by names, without typos: one thing that has all words, or several things. */
  function findNamed(index, strict) {
    let found = [];
    const matched = strict.find((matching) => (found = matching.findAll()).length);
    const best = matched ? withDescribed(index, matched.attempt, found) : [];
    const isSpread = found.every(({ place }) => place === PLACE.SEVERAL); // HR, data in the US isn't Automatic Data Processing
    const joined = isSpread ? findJoined(strict[0], index.firstUnlisted) : [];
    if (matched && !isOnlyBegun(found, wordsOf(matched.attempt))) {
      return joined.length ? joined : best;
    }
    const { firstPartner, owners } = index;
    const ways = [
      () => findJoined(strict[0], firstPartner),
      () => firstFound(strict, findTogether),
      () => (matched ? best : findJoined(strict[0], owners.length)),
    ];
    return firstFound(ways, (way) => way());
  }

  /** What the first of some matchings, or ways, finds. */
  function firstFound(matchings, find) {
    for (const matching of matchings) {
      const found = find(matching);
      if (found.length) {
        return found;
      }
    }
    return [];
  }

  /* With the results from descriptions, if the words aren't in a name. */
  function withDescribed(index, reading, found) {
    const best = found.find(({ owner }) => index.isListed(owner));
    const isInName = best && best.owner >= index.firstPartner && !best.isWhole && isNamed(best) && !isWholeQuery(reading.query.words, best.matched); // Halden Mainframe Tools
    if (best ? isNamed(best) && !isInName : found.some(({ isWhole }) => isWhole)) {
      return found;
    }
    const known = new Set(found.map(({ owner }) => owner));
    const others = findDescribed(index, reading).filter(({ owner }) => !known.has(owner));
    if (isOnlyBegun(found, wordsOf(reading)) && others.some(({ owner }) => index.isListed(owner))) {
      return others;
    }
    return best && !isInName ? [...found, ...others] : [...others.filter(({ owner }) => index.isListed(owner)), ...found];
  }

  /** Whether a name has all of several words of a query: phone company. */
  function isWholeQuery(words, name) {
    const named = queryWords(name);
    return words.length > 1 && words.every((word) => named.includes(word));
  }

  /** The results with all words, some of them in the description of their category. */
  function findDescribed(index, reading) {
    const wider = withDescriptions(reading, index);
    return wider ? new Matching(index, wider).findAll() : [];
  }

  Object.assign(catalogFinder, { areOnlyClose, findDescribed, findNamed, firstFound, isUnfinished, isWholeQuery, strictReadings });
})();
