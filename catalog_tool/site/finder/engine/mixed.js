// Who lists or mentions each part of a query, if some of its parts are listed and others are only mentioned.

(() => {
  const { Matching, Mentioning, findByNameWord, findMentioned, firstFound, listedPart, ownersOf, partsOf, readings, subjectOf } = catalogFinder;

  /** The parts of a query with those that partners only mention, if the query names other things that are listed. What partners state ranks them. */
  function partsWithTexts(index, { attempt }, { isMentioned, mentioning, unlisted }) {
    const asked = isMentioned || unlisted.length ? partsOf(attempt.query, index) : [];
    const read = asked.filter(({ words }) => !index.valuesIn(words).length).map((part) => {
      const listed = ownersOf(index, part, index.firstUnlisted);
      const inside = listed.length ? [] : firstFound([findMentioned, findByNameWord], (way) => way(index, part, mentioning)).filter(({ owner }) => owner < index.firstUnlisted);
      return listed.length
        ? listedPart(index, listed, subjectOf(part.typed, index))
        : inside.length ? listedPart(index, inside, inside[0].matched) : mentionedPart(index, part); // read people from Workday
    });
    const parts = read.filter(({ partners }) => partners.length);
    const isMixed = parts.some((part) => part.isMentioned) && parts.some((part) => !part.isMentioned);
    const unread = read.flatMap(({ pending = [] }) => pending);
    return isMixed ? { parts, unread } : { unread };
  }

  function mentionedPart(index, part) {
    const mentioning = new Mentioning(index, new Matching(index, readings(part, index)[0]));
    const partners = mentioning.findAll().filter(mentioning.isPartner).map(({ number }) => number);
    return { name: subjectOf(part.typed, index), slug: "", partners, isMentioned: true, pending: mentioning.pending };
  }

  Object.assign(catalogFinder, { partsWithTexts });
})();
