// Finds the partners that mention an application that nobody lists, by any of its names.

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
    const long = names.filter((name) => nameWords(name).join("").length >= SHORTEST_NAME).slice(0, MOST_NAMES);
    const every = long.map((name) => mentioningOf(index, name));
    const unread = [...hits.unread, ...every.flatMap(({ pending }) => pending)];
    const found = every.map((mentioning) => ({ mentioning, mentioned: wholeMentions(mentioning) })).find(({ mentioned }) => mentioned.length);
    return { ...hits, unread, ...(found ? withMissing(found, hits.mentioning, words) : {}) };
  }

  /* The texts as mentions, or as parts of the query if they lack other words of it, which they get as `lacking`. */
  function withMissing({ mentioning, mentioned }, asked, words) {
    const isLacking = (word, at, number) => !words.has(word) && !asked.grades[at][number] && !asked.named[at][number];
    const every = mentioned.map((each) => ({ ...each, lacking: asked.words.filter((word, at) => isLacking(word, at, each.number)) }));
    const whole = every.filter(({ lacking }) => !lacking.length);
    return whole.length ? { mentioning, mentioned: whole, partly: [] } : { mentioning, mentioned: [], partly: every };
  }

  function mentioningOf(index, name) {
    const [reading] = readings(readQuery(name, index), index);
    return new Mentioning(index, new Matching(index, reading));
  }

  const wholeMentions = (mentioning) =>
    mentioning.findAll().filter((each) => mentioning.isPartner(each) && (mentioning.words.length === 1 || mentioning.saysTogether(each)));

  Object.assign(catalogFinder, { withOtherNames });
})();
