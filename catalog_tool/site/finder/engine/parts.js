// Who lists each part of a query that names several things.

(() => {
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

  Object.assign(catalogFinder, { listedPart, partsOfFound });
})();
