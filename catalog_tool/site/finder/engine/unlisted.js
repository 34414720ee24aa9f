// Finds the partners that mention an application that nobody lists, or that others list, by any of its names.

(() => {
  const { Matching, Mentioning, findMentioned, nameWords, queryWords, readQuery, readings } = catalogFinder;
  const MOST_NAMES = 5; // because each may need parts of the texts
  const SHORTEST_NAME = 3; // letters

  /** The results of a query with the texts of partners that have another name of an application, if nobody says the one in the query. */
  function withOtherNames(index, query, hits) {
    const owners = new Set(findMentioned(index, query).map(({ owner }) => owner));
    const names = [...owners].flatMap((owner) => [index.owners[owner].name, ...index.owners[owner].aliases]);
    const words = new Set(names.flatMap(queryWords));
    if (!hits.mentioning.unsaid.some((word) => words.has(word))) {
      return hits;
    }
    const every = mentionsOf(index, names);
    const unread = [...hits.unread, ...every.flatMap(({ mentioning }) => mentioning.pending)];
    const found = every.find(({ mentioned }) => mentioned.length);
    return { ...hits, unread, ...(found ? withMissing(found, hits.mentioning, words) : {}) };
  }

  /* The texts as mentions, or as parts of the query if they lack other words of it, which they get as `lacking`. */
  function withMissing({ mentioning, mentioned }, asked, words) {
    const isLacking = (word, at, number) => !words.has(word) && !asked.grades[at][number] && !asked.named[at][number];
    const every = mentioned.map((each) => ({ ...each, lacking: asked.words.filter((word, at) => isLacking(word, at, each.number)) }));
    const whole = every.filter(({ lacking }) => !lacking.length);
    return whole.length ? { mentioning, mentioned: whole, partly: [] } : { mentioning, mentioned: [], partly: every };
  }

  /** The texts of partners that have the words of a name, next to each other: {mentioning, mentioned} for each of the first names. */
  function mentionsOf(index, names) {
    const byWords = new Map(names.map((name) => [nameWords(name).join(""), name]));
    const long = [...byWords].filter(([{ length }]) => length >= SHORTEST_NAME).slice(0, MOST_NAMES);
    return long.map(([, name]) => {
      const [reading] = readings(readQuery(name, index), index);
      const mentioning = new Mentioning(index, new Matching(index, reading), { isFinished: true });
      const isTogether = (each) => mentioning.words.length === 1 || mentioning.saysTogether(each);
      return { mentioning, mentioned: mentioning.findAll().filter((each) => mentioning.isPartner(each) && isTogether(each)) };
    });
  }

  Object.assign(catalogFinder, { mentionsOf, withOtherNames });
})();
