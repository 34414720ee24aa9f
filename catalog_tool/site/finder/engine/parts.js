// Who lists or mentions each part of a query that names several things.

(() => {
  const { Matching, Mentioning, ownersOf, partsOf, readings } = catalogFinder;

  /** What each part of a query names, with the partners that list it, if it has several parts. */
  function partsOfFound(index, found) {
    const parts = new Map();
    for (const each of found) {
      if (each.part !== undefined && each.owner < index.firstPartner) {
        parts.set(each.part, [...(parts.get(each.part) ?? []), each]);
      }
    }
    return parts.size > 1 ? [...parts.values()].map((part) => listedPart(index, part, part[0].matched)) : [];
  }

  function listedPart(index, [first, ...others], typed) {
    const { name, slug } = index.owners[first.owner];
    const named = others.length ? { name: typed, slug: "" } : { name, slug };
    const partners = [first, ...others].flatMap(({ owner }) => index.owners[owner].partners);
    return { ...named, typed, partners, isMentioned: false };
  }

  /** The same with the parts that partners only mention, if the query names other things that are listed. */
  function partsWithTexts(index, { attempt }, { isMentioned, unlisted }) {
    const asked = isMentioned || unlisted.length ? partsOf(attempt.query, index) : [];
    const read = asked.map((part) => {
      const listed = ownersOf(index, part, index.firstUnlisted);
      return listed.length ? listedPart(index, listed, part.typed.trim()) : mentionedPart(index, part);
    });
    const parts = read.filter(({ partners }) => partners.length);
    const isMixed = parts.some((part) => part.isMentioned) && parts.some((part) => !part.isMentioned);
    const unread = read.flatMap(({ pending = [] }) => pending);
    return isMixed ? { parts, unread } : { unread };
  }

  function mentionedPart(index, part) {
    const mentioning = new Mentioning(index, new Matching(index, readings(part, index)[0]));
    const partners = mentioning.findAll().filter(mentioning.isPartner).map(({ number }) => number);
    return { name: part.typed.trim(), slug: "", partners, isMentioned: true, pending: mentioning.pending };
  }

  Object.assign(catalogFinder, { listedPart, partsOfFound, partsWithTexts });
})();
