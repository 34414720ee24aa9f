// What to answer if nothing has all words of a query, and who lists or mentions each part of it.

(() => {
  const { Matching, Mentioning, ownersOf, partsOf, readings } = catalogFinder;
  const MOST_MISTYPED = 2; // words, because each needs up to three parts of the texts

  /**
   * The first of these with results: texts with the words if some are mistyped, texts with some of the
   * words, names with some of them, texts with words that most texts have.
   */
  function findSome(index, matching, mentioning) {
    if (mentioning.pending.length) {
      return {};
    }
    const { found, unread, mentioning: mistyped } = findMistyped(index, matching, mentioning);
    if (found.length) {
      return { mentioning: mistyped, mentioned: found };
    }
    const ways = [{}, { inNames: true }, { mayBeCommon: true }];
    const partly = ways.map((way) => () => mentioning.findSome(mentioning.words, way)).reduce((some, find) => (some.length ? some : find()), []);
    return { partly, unread };
  }

  /* The texts with the words if those that nobody has are mistyped. `unread`: the parts to load to know that. */
  function findMistyped(index, matching, { unknown }) {
    const none = { found: [], unread: [] };
    if (!unknown.length || unknown.length > MOST_MISTYPED) {
      return none;
    }
    const { shards } = index;
    const unread = unknown.flatMap((word) => shards.nearParts(word)).filter((name) => !shards.isLoaded(name));
    if (unread.length) {
      return { ...none, unread };
    }
    const spellings = new Map(unknown.map((word) => [word, shards.spellingOf(word)]));
    if ([...spellings.values()].includes(undefined)) {
      return none;
    }
    const mentioning = new Mentioning(index, matching, { spellings });
    return { mentioning, found: mentioning.findAll().filter(mentioning.isPartner), unread: mentioning.pending };
  }

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
    return { ...named, partners, isMentioned: false };
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

  Object.assign(catalogFinder, { findSome, partsOfFound, partsWithTexts });
})();
