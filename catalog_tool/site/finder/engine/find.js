// Answers a query.

(() => {
  const { Listing, MOST_NAMES, Matching, attempts, beginningOf } = catalogFinder;
  const { findMentioned, findTogether, nearestOwners, readQuery } = catalogFinder;
  const { withDescriptions, withoutVersions } = catalogFinder;

  /**
   * Answer a query, best results first.
   *
   * @param index what `catalogFinder.load` returned
   * @param {string} query the typed text; without words, it finds everything
   * @param {Object<string, string[]>} facets selected ids of each facet
   * @returns {{query, applications, partners, may_connect, nearest, facets, loosened,
   *   longer_lists}} see `FinderAnswer` in catalog_tool/site/finder/answer.py; applications, partners,
   *   may_connect, and longer_lists are each a `Listing`
   */
  function find(index, query, facets) {
    const hits = hitsOf(index, readQuery(query, index.fillers));
    const chosen = index.facets.keepKnown(facets);
    const isEverything = !hits.isQuery && index.facets.names.every((facet) => !chosen[facet].size);
    if (!isEverything) {
      return answerOf(index, query, hits, chosen);
    }
    index.everything ??= answerOf(index, "", hits, chosen);
    return { ...index.everything, query: beginningOf(query) };
  }

  function answerOf(index, query, hits, chosen) {
    const passing = index.facets.apply(hits, chosen);
    const isNone = !count(passing);
    return {
      query: beginningOf(query),
      applications: new Listing(passing.applications, (each) => applicationAnswer(index, hits, each)),
      partners: new Listing(passing.partners, (number) => partnerAnswer(index, hits, number)),
      may_connect: mayConnect(index, hits, chosen),
      nearest: hits.nearest,
      facets: index.facets.values(hits, chosen, passing),
      loosened: isNone ? filtersToRemove(index.facets, hits, chosen) : [],
      longer_lists: longerLists(index, hits, chosen),
    };
  }

  /*
   * The results of the first reading of a query that finds something, without facets. If no reading
   * does, the query may name several things, or be a sentence with names in it.
   */
  function hitsOf(index, query) {
    if (!query.words.length) {
      return everything(index);
    }
    const tried = [];
    for (const reading of attempts(query, index)) {
      const matching = new Matching(index, reading);
      const found = matching.findAll();
      if (found.length) {
        return hitsOfFound(index, preferListed(index, reading, found));
      }
      tried.push(matching);
    }
    if (query.isAllFiller) {
      return everything(index);
    }
    for (const matching of tried) {
      const found = findTogether(matching);
      if (found.length) {
        return hitsOfFound(index, found);
      }
    }
    const strictest = tried[0].attempt;
    for (const found of [findMentioned(index, query), findDescribed(index, strictest)]) {
      if (found.length) {
        return hitsOfFound(index, found);
      }
    }
    return findAnyVersion(index, strictest) ?? nothing(index, tried[0]);
  }

  /* The results from descriptions, if names find only unlisted applications and no whole name. */
  function preferListed(index, reading, found) {
    if (found.some(({ owner, isWhole }) => isWhole || index.isListed(owner))) {
      return found;
    }
    const wider = findDescribed(index, reading);
    return wider.some(({ owner }) => index.isListed(owner)) ? wider : found;
  }

  /* The results with all words, some of them in the description of their category. */
  function findDescribed(index, reading) {
    const wider = withDescriptions(reading, index);
    return wider ? new Matching(index, wider).findAll() : [];
  }

  /* The results with all words except a version. They match only a part of the query. */
  function findAnyVersion(index, reading) {
    const versionless = withoutVersions(reading);
    const found = versionless ? new Matching(index, versionless).findAll() : [];
    return found.length ? { ...hitsOfFound(index, found), isMentioned: true } : null;
  }

  function nothing(index, matching) {
    const { words } = matching.attempt.query;
    const ways = words.filter((word) => index.unstated.has(word)).map((word) => index.unstated.get(word));
    const unstated = ways.map((name) => ({ kind: "unstated", name, address: "" }));
    const nearest = [...unstated, ...nearestOwners(index, matching).map((owner) => nameOf(index, owner))];
    return { found: [], applications: [], partners: [], nearest, isQuery: true };
  }

  function hitsOfFound(index, found) {
    const { firstPartner, firstUnlisted } = index;
    const [applications, unlisted, partners] = [[], [], []];
    const byOwner = new Array(index.owners.length);
    for (const each of found) {
      const { owner } = each;
      byOwner[owner] = each;
      if (owner < firstUnlisted) {
        applications.push(owner);
      } else if (owner < firstPartner) {
        unlisted.push(each);
      } else {
        partners.push(owner - firstPartner);
      }
    }
    const best = found.find(({ owner }) => index.isListed(owner));
    const isMeant = (each) => !best || (each.isWhole && each.quality <= best.quality);
    return {
      found: byOwner,
      applications,
      partners,
      nearest: unlisted.filter(isMeant).slice(0, MOST_NAMES).map(({ owner }) => nameOf(index, owner)),
      isMentioned: best?.match === "mentioned",
      isQuery: true,
    };
  }

  function everything({ applications, partners }) {
    return {
      found: [],
      applications: applications.map((_, number) => number),
      partners: partners.map((_, number) => number),
      nearest: [],
      isQuery: false,
    };
  }

  const count = ({ applications, partners }) => applications.length + partners.length;

  function applicationAnswer(index, hits, { number, partners }) {
    const { name, slug, category, aliases } = index.applications[number];
    const { match, matched } = reasonOf(hits, number);
    const isNamed = (partner) => match === "partner" && index.partners[partner].name === matched;
    const named = partners.filter(isNamed);
    const others = named.length ? partners.filter((partner) => !isNamed(partner)) : partners;
    const ids = [...named, ...others].map((partner) => index.partners[partner].id);
    return { name, slug, category, aliases, partners: ids, match, matched };
  }

  function partnerAnswer(index, hits, number) {
    const { id, name, products } = index.partners[number];
    const { match, matched } = reasonOf(hits, index.firstPartner + number);
    const other = products.includes(matched) ? "product" : "former";
    return { id, name, match: match === "alias" ? other : match, matched };
  }

  function reasonOf({ found, isMentioned }, owner) {
    const { match = "all", matched = "" } = found[owner] ?? {};
    return { match: isMentioned ? "mentioned" : match, matched };
  }

  /* Ignores the category filter, because these partners connect applications of any category. */
  function mayConnect(index, hits, chosen) {
    const isAsked = hits.isQuery && (hits.applications.length || !hits.partners.length);
    const listing = isAsked ? listersOf(index, hits.applications) : null;
    const states = index.facets.test(chosen);
    const may = isAsked ? index.generic.filter((number) => !listing[number] && states(number)) : [];
    return new Listing(may, (number) => {
      const partner = index.partners[number];
      return { id: partner.id, name: partner.name, reach: index.reachOf(partner) };
    });
  }

  /* For each partner, whether it lists one of the applications. */
  function listersOf(index, applications) {
    const listing = new Uint8Array(index.partners.length);
    for (const number of applications) {
      for (const partner of index.applications[number].partners) {
        listing[partner] = 1;
      }
    }
    return listing;
  }

  /* Partners with a longer list elsewhere, if no partner lists it here. */
  function longerLists(index, { applications, partners, nearest, isMentioned, isQuery }, chosen) {
    const isMore = nearest.length || isMentioned;
    const isAsked = isQuery && !applications.length && (!partners.length || isMore);
    const states = index.facets.test(chosen);
    return new Listing(isAsked ? index.longer.filter(states) : [], (number) => {
      const { id, name, full_list: url } = index.partners[number];
      return { id, name, url };
    });
  }

  function nameOf(index, owner) {
    const { name, id, slug, partners } = index.owners[owner];
    if (owner >= index.firstPartner) {
      return { kind: "partner", name, address: `partners/${id}/` };
    }
    return partners.length
      ? { kind: "application", name, address: `applications/${slug}/` }
      : { kind: "unlisted", name, address: "" };
  }

  /* The facets whose filter to remove; `all` if removing one doesn't help. */
  function filtersToRemove(filter, hits, chosen) {
    const none = (facets) => Object.fromEntries(facets.map((facet) => [facet, new Set()]));
    const left = (facets) => count(filter.apply(hits, { ...chosen, ...none(facets) }));
    const active = filter.names.filter((facet) => chosen[facet].size);
    const helpful = active.map((facet) => ({ facet, count: left([facet]) })).filter((each) => each.count);
    const all = left(filter.names);
    return helpful.length || !all ? helpful : [{ facet: "all", count: all }];
  }

  Object.assign(catalogFinder, { find });
})();
