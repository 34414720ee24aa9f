// Who lists each part of a query that names several things.

(() => {
  const { EITHER, countBits } = catalogFinder;

  /** What each part of a query names, with the partners that list it, if it has several parts. */
  function partsOfFound(index, found) {
    const parts = new Map();
    for (const each of found) {
      if (each.part !== undefined && each.owner < index.firstPartner) {
        parts.set(each.part, [...(parts.get(each.part) ?? []), each]);
      }
    }
    return parts.size > 1 ? [...parts.values()].map((part) => listedPart(index, part, part[0].typed ?? part[0].matched)) : [];
  }

  /** A part with the partners that list it. */
  function listedPart(index, [first, ...others], typed) {
    const { name, slug } = index.owners[first.owner];
    const named = others.length ? { name: typed, slug: "" } : { name, slug };
    const partners = [first, ...others].flatMap(({ owner }) => index.owners[owner].partners);
    return { ...named, typed, partners, isMentioned: false };
  }

  /**
   * The partners that are meant and list or mention the parts of a query: {parts, others, partners}; `others` are those that they don't
   * have. Null, if it has only one part, or if others are as the query asks.
   */
  function partsTogether(index, query, { applications, mentioned, parts: every, states }, isMeant) {
    if (!every.length) {
      return null;
    }
    const { parts, partners } = mostTogether(every, isMeant);
    const isElsewhere = applications.some((each) => index.applications[each].partners.some(states)); // who lists only one of them
    const isSaid = mentioned.some(({ number }) => number < index.partners.length); // by somebody, in other forms
    const isNone = partners.length ? isElsewhere && !partners.some(states) : isSaid || EITHER.test(query);
    return isNone ? null : { parts, others: every.filter((each) => !parts.includes(each)), partners };
  }

  /* The most parts that a partner that is meant has, with those that have them; all, if somebody else has all, or none has two. */
  function mostTogether(every, isMeant) {
    const sets = every.map((part) => new Set(part.partners));
    const bitsOf = (number) => sets.reduce((bits, set, at) => bits | (set.has(number) << at), 0);
    const numbers = [...new Set(every.flatMap((part) => part.partners))].sort((one, other) => one - other);
    const having = new Map(numbers.map((number) => [number, bitsOf(number)]));
    const all = 2 ** every.length - 1;
    const meant = numbers.filter(isMeant);
    const most = [...having.values()].includes(all) ? all : mostBits(meant.map((number) => having.get(number)));
    const wanted = countBits(most) > 1 ? most : all;
    return { parts: every.filter((_, at) => wanted & (1 << at)), partners: meant.filter((number) => (having.get(number) & wanted) === wanted) };
  }

  /* The number with the most bits; of several, the one that most have. */
  function mostBits(every) {
    const counts = new Map();
    every.forEach((bits) => counts.set(bits, (counts.get(bits) ?? 0) + 1));
    const isMore = ([bits, count], [best, most]) => (countBits(bits) - countBits(best) || count - most) > 0;
    return [...counts].reduce((best, each) => (isMore(each, best) ? each : best), [0, 0])[0];
  }

  Object.assign(catalogFinder, { listedPart, partsOfFound, partsTogether });
})();
