// Answers a query.

(() => {
  const { Listing, NOTHING, REFUSING, beginningOf, failuresIn, highestFirst, hitsOf, isNamed, isWholeQuery, listersOf, partsTogether, queryWords, readQuery, shortened, spellingIn, wordsOf } = catalogFinder;

  const FIRST_MENTIONS = 10;
  const MOST_MEANT = 3; // applications that a word of their names may mean
  const NONE = { pending: [], mentioned: new Listing([]) };
  const UNREAD = { ...NONE, pending: ["reading"] };

  /**
   * Answer a query, best results first.
   *
   * @param index what `catalogFinder.load` returned
   * @param {string} query the typed text; without words, it finds everything
   * @param {Object<string, string[]>} facets selected ids of each facet
   * @param {number} mentions how many of `mentioned` will be shown with their sentences
   * @returns {{query, subject, leading, asked, refused, failing, applications, partners, together, mentioned, partly, pending, unsaid, also, may_connect,
   *   nearest, facets, loosened, longer_lists}} see `FinderAnswer` in catalog_tool/site/finder/answer.py; lists of
   *   results are each a `Listing`. `pending` has the names of the parts to load (`addShard`) before the
   *   answer is complete; until then, typos may be among the results, and `mentioned` is empty or
   *   without sentences. `also` has parts to load of its own. `asked` has what partners should state, and
   *   `refused` what they shouldn't: for each field its key, the values, and their names.
   */
  function find(index, query, facets, mentions = FIRST_MENTIONS) {
    const hits = acceptedHits(index, beginningOf(query));
    const chosen = index.facets.keepKnown(facets);
    const isEverything = !hits.isQuery && index.facets.names.every((facet) => !chosen[facet].size);
    if (!isEverything) {
      return answerOf(index, query, hits, chosen, mentions);
    }
    index.everything ??= answerOf(index, "", hits, chosen, mentions);
    return { ...index.everything, query: beginningOf(query), subject: beginningOf(query) };
  }

  /* Without what the query refuses. The script for that is loaded when it is needed. */
  function acceptedHits(index, query) {
    const isPlain = query.search(REFUSING) < 0 && !queryWords(query).some((word) => index.lightIds.has(word));
    if (isPlain) {
      return hitsOf(index, readQuery(query, index));
    }
    const { hitsWithoutRefused } = catalogFinder;
    return hitsWithoutRefused ? hitsWithoutRefused(index, query) : { ...NOTHING, asked: [], states: () => true, isQuery: true, unread: ["reading"] };
  }

  function answerOf(index, query, hits, chosen, mentions) {
    const found = index.facets.apply(hits, chosen);
    const passing = hits.mentioning?.words ? catalogFinder.withApartLast(hits.mentioning, found) : found;
    const isNone = index.facets.names.some((facet) => chosen[facet].size) && !index.facets.count(passing);
    const spell = spellingIn(query);
    const quoted = (each) => {
      const { missing, ...quote } = catalogFinder.quote(hits.mentioning, each);
      return { ...quote, missing: missing.map((word) => spell(word)) };
    };
    const applications = mostStatedFirst(index, hits, passing.applications);
    const partners = hits.isCategory || hits.isEach ? statingFirst(index, hits, passing.partners) : passing.partners;
    const leading = leadingOf(index, query, hits, { ...passing, applications, partners });
    const only = isNone ? alsoAnswer(index, hits, chosen, mentions) : NONE; // the filters leave nobody who lists it
    let values = null;
    let failing = null;
    return {
      query: beginningOf(query),
      subject: shortened(beginningOf(query), index),
      leading,
      asked: withNames(index, hits.asked),
      refused: withNames(index, hits.refused),
      get failing() {
        return (failing ??= failuresIn(index, hits)); // only rows that are shown need it
      },
      applications: new Listing(applications, (each) => applicationAnswer(index, hits, each, leading)),
      partners: new Listing(partners, (number) => partnerAnswer(index, hits, number)),
      together: togetherAnswer(index, query, spell, hits, chosen),
      mentioned: isNone ? only.mentioned : new Listing(passing.mentioned, quoted),
      partly: new Listing(passing.partly, quoted),
      pending: [...new Set([...hits.unread, ...only.pending, ...(hits.mentioning?.pendingOf([...passing.mentioned, ...passing.partly].slice(0, mentions)) ?? [])])],
      unsaid: hits.mentioning?.words ? catalogFinder.unsaidWords(hits, passing).map((word) => spell(word)) : [],
      get also() {
        return isNone ? NONE : alsoAnswer(index, hits, chosen, mentions); // only readers who pause see it
      },
      may_connect: mayConnect(index, hits, chosen),
      nearest: hits.nearest,
      get facets() {
        return (values ??= index.facets.values(hits, chosen, passing)); // only visible filters need them
      },
      loosened: isNone ? filtersToRemove(index.facets, hits, chosen) : [],
      longer_lists: longerLists(index, hits, chosen),
    };
  }

  /* Who mentions the application that was found, if the query is its name, or finds few. */
  function alsoAnswer(index, hits, chosen, mentions) {
    const best = hits.found[hits.applications[0]];
    const isMeant = best && (best.isWhole || hits.applications.length <= MOST_MEANT);
    return isMeant ? (catalogFinder.alsoMentioned?.(index, hits, chosen, mentions) ?? UNREAD) : NONE;
  }

  /* The part of an answer that comes first: the one with more of the question. Names say more than texts, unless they are only similar, or values. */
  function leadingOf(index, query, hits, results) {
    const { applications: [application], partners: [partner] } = results;
    const texts = ["mentioned", "partly"].find((part) => results[part].length);
    const [best, other] = [hits.found[application?.number], hits.found[index.firstPartner + partner]];
    if (hits.isPhrase) {
      return "mentioned";
    }
    if (texts && !best && !other) {
      return texts;
    }
    const isRead = texts && hits.mentioning.pending.length === 0;
    if (isRead && (best ? isSimilar(index, best, results) : !isNamed(other)) && catalogFinder.isTextFirst(index, hits, results)) {
      return texts;
    }
    const isMore = other && (!best || (!best.isWhole && (other.isWhole || isWholeQuery(queryWords(query), other.matched))));
    return isMore ? "partners" : "applications";
  }

  /* Whether an application is only like what is asked for. */
  function isSimilar({ texts }, { isClose, isTypo, match, matched }, { mentioned }) {
    const isPart = match === "mentioned" && !texts.names.has(queryWords(matched).join(""));
    return isClose || isTypo || (isPart && mentioned.length > 0);
  }

  const withNames = (index, asked) => asked.map(([key, values]) => [key, values, index.valueNames(key, values)]);

  function applicationAnswer(index, hits, { number, partners }, leading) {
    const { name, slug, category, aliases } = index.applications[number];
    const { match, matched } = leading === "partners" || hits.isPhrase ? reasonOfLess(hits, number) : reasonOf(hits, number);
    const isMeant = (partner) => match === "partner" && index.partners[partner].name === matched;
    const named = partners.filter(isMeant);
    const others = named.length ? partners.filter((partner) => !isMeant(partner)) : partners;
    const ids = [...named, ...statingFirst(index, hits, others)].map((partner) => index.partners[partner].id);
    return { name, slug, category, aliases, partners: ids, match, matched };
  }

  function partnerAnswer(index, hits, number) {
    const { id, name, host, products } = index.partners[number];
    const { match, matched } = reasonOf(hits, index.firstPartner + number);
    const other = products.includes(matched) ? "product" : host === matched ? "host" : "former";
    return { id, name, match: match === "alias" ? other : match, matched };
  }

  function reasonOf({ found, isMentioned }, owner) {
    const { match = "all", matched = "" } = found[owner] ?? {};
    return { match: isMentioned ? "mentioned" : match, matched };
  }

  /* Beside a partner whose name or text has more words of the query, only those that it was found by. */
  function reasonOfLess(hits, owner) {
    const { matching } = hits.found[owner] ?? {};
    return matching ? { match: "mentioned", matched: wordsOf(matching.attempt).join(" ") } : reasonOf(hits, owner);
  }

  /* Unless the query is a whole name, applications of partners that state or say most of what it asks for come first. */
  function mostStatedFirst(index, hits, applications) {
    if (!hits.isCategory && ((hits.found[applications[0]?.number]?.isWhole && !hits.parts.length) || !hasConditions(hits))) {
      return applications;
    }
    const shunned = hits.found.length ? new Set([...hits.shunned].filter((owner) => owner >= index.firstPartner)) : hits.shunned;
    const asking = { ...hits, shunned };
    const fits = []; // each partner lists several
    const fitOf = (number) => (fits[number] ??= fitOfPartner(index, asking, number));
    return highestFirst(applications, ({ partners }) => partners.reduce((most, number) => Math.max(most, fitOf(number)), -1));
  }

  /* Partners that state most of what the query asks for, such as a direction, come first; those that state what it refuses, last. */
  function statingFirst(index, hits, partners) {
    return hasConditions(hits) ? highestFirst(partners, (number) => fitOfPartner(index, hits, number)) : partners;
  }

  const hasConditions = ({ asked, refused, shunned, covered }) => asked.length || refused.length || shunned.size || covered.size;

  function fitOfPartner({ firstPartner, partners }, { asked, covered, found, refused, shunned }, number) {
    const isListing = shunned.size > 0 && partners[number].applications.some((each) => shunned.has(each));
    const isRefused = (isListing && !found.length) || refused.some((each) => countStated(partners[number], each)) || shunned.has(firstPartner + number);
    const stated = asked.reduce((sum, each) => sum + weightOf(countStated(partners[number], each)), 0);
    return isRefused ? -1 : stated + (covered.get(number) ?? 0) - isListing / 2;
  }

  /* Stating a value of each field says more than stating all values of one. */
  const weightOf = (count) => count && 99 + count;

  const countStated = ({ stated }, [key, values]) => values.filter((value) => stated[key].includes(value)).length;

  /* The partners that list or mention each part of the query, by their ids; null if it has only one. */
  function togetherAnswer(index, query, spell, hits, chosen) {
    const states = index.facets.test(chosen);
    const found = partsTogether(index, query, hits, (partner) => states(partner) && !hits.isExcluded?.(partner));
    const named = ({ name, slug, isMentioned }) => ({ name: slug ? name : spell(name, true), slug, is_mentioned: isMentioned });
    return found && {
      applications: found.parts.map(named),
      others: found.others.map(named),
      partners: new Listing(statingFirst(index, hits, found.partners), (number) => index.partners[number].id),
    };
  }

  /* Ignores the category filter, because these partners connect applications of any category. */
  function mayConnect(index, hits, chosen) {
    const listing = hits.isRecognized ? listersOf(index, hits.applications) : null;
    const states = index.facets.test(chosen);
    const isStated = (number) => (each) => countStated(index.partners[number], each);
    const fits = (number) => !listing[number] && states(number) && hits.states(number) && !hits.refused.some(isStated(number));
    const may = hits.isRecognized ? index.generic.filter(fits) : [];
    return new Listing(may, (number) => {
      const partner = index.partners[number];
      return { id: partner.id, name: partner.name, reach: index.reachOf(partner) };
    });
  }

  /* Partners with a longer list elsewhere, if no partner lists it here. */
  function longerLists(index, { applications, partners, nearest, isMentioned, isQuery }, chosen) {
    const isMore = nearest.some(({ kind }) => !["unstated", "excluded", "left_out", "ignored"].includes(kind)) || isMentioned;
    const isAsked = isQuery && !applications.length && (!partners.length || isMore);
    const states = index.facets.test(chosen);
    return new Listing(isAsked ? index.longer.filter(states) : [], (number) => {
      const { id, name, full_list: url } = index.partners[number];
      return { id, name, url };
    });
  }

  /* The facets whose filter to remove; `all` if removing one doesn't help. */
  function filtersToRemove(filter, hits, chosen) {
    const none = (facets) => Object.fromEntries(facets.map((facet) => [facet, new Set()]));
    const left = (facets) => filter.count(filter.apply(hits, { ...chosen, ...none(facets) }));
    const active = filter.names.filter((facet) => chosen[facet].size);
    const helpful = active.map((facet) => ({ facet, count: left([facet]) })).filter((each) => each.count);
    const all = left(filter.names);
    return helpful.length || !all ? helpful : [{ facet: "all", count: all }];
  }

  Object.assign(catalogFinder, { find });
})();
