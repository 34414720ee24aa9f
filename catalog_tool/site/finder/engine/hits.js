// Finds the results of a query: by names, by words of texts, with typos, by a part of the query.

(() => {
  const { DENYING, MOST_NAMES, Matching, areOnlyClose, categoriesOf, findDescribed, findMentioned, findNamed, isTelling, mentioningIn } = catalogFinder;
  const { findTogether, firstFound, isNamed, isUnfinished, isVague, mistypedReadings, nameOf } = catalogFinder;
  const { partsOfFound, strictReadings, unansweredWords, wordsOf } = catalogFinder;

  const LONGEST_PHRASE = 4; // words

  /** The results of a query, without facets and what it asks partners to state: see `hitsOf`. */
  function resultsOf(index, query) {
    if (!query.words.length) {
      return query.isSymbol ? { ...NOTHING, isQuery: true } : everything(index);
    }
    const isDenying = query.words.some((word) => DENYING.test(word));
    if (isDenying && !catalogFinder.denialIn) {
      return { ...NOTHING, isQuery: true, unread: ["reading"] };
    }
    const denial = isDenying ? catalogFinder.denialIn(query, index) : null;
    if (denial && (query.isVague || query.isAllFiller)) {
      const mentioning = mentioningIn(index, new Matching(index, denial));
      return { ...NOTHING, isQuery: true, mentioning, mentioned: mentioning.findAll().filter(mentioning.isPartner) };
    }
    if (query.isVague) {
      return everything(index);
    }
    const strict = strictReadings(index, query);
    const named = findNamed(index, strict);
    if (!named.length && query.isAllFiller) {
      return everything(index);
    }
    const best = named.find(({ owner }) => index.isListed(owner));
    const denied = denial?.isAll && best && !best.isWhole ? catalogFinder.deniedIn(index, denial) : null;
    if (denied) {
      return { ...NOTHING, isQuery: true, mentioning: denied, mentioned: denied.findAll().filter(denied.isPartner) };
    }
    const phrase = phraseOf(index, strict[0], named);
    if (phrase) {
      return { ...hitsOfFound(index, named), mentioning: phrase, mentioned: phrase.findAll().filter((each) => phrase.saysTogether(each)), isPhrase: phrase.pending.length === 0 };
    }
    const isAllClose = areOnlyClose(strict[0], named);
    const unread = best && isNamed(best) && isAllClose && isUnfinished(query) ? unreadOfWhole(index, query) : undefined;
    if (best && isNamed(best) && (!isAllClose || unread)) {
      return { ...withTextsOfRest(index, strict[0], hitsOfFound(index, named)), ...(unread && { unread }) };
    }
    const mentioning = query.isAllFiller ? null : ((best || !denial ? null : catalogFinder.deniedIn(index, denial)) ?? mentioningIn(index, strict[0], !named.length));
    if (mentioning && !mentioning.pending.length) {
      return catalogFinder.resultsWithTexts(index, query, { strict, named, isAllClose, mentioning });
    }
    const hits = named.length ? hitsOfFound(index, named) : hitsOfWords(index, query, strict, mentioning, true);
    return { ...hits, mentioning };
  }

  /* The texts with all words of a short query, if a partner says them together, or they aren't loaded, and no whole name has some of them: service accounts. */
  function phraseOf(index, matching, named) {
    const { words } = matching.attempt.query;
    const isPart = wordsOf(matching.attempt).length < words.length && words.length <= LONGEST_PHRASE;
    if (!isPart || !named.length || named[0].isWhole || !isNamed(named[0])) {
      return null;
    }
    const mentioning = mentioningIn(index, matching.narrow([...words.keys()]));
    return mentioning.pending.length || mentioning.isPhrase ? mentioning : null;
  }

  /* The parts to load to know whether a text has a word as a whole, so that names that only begin like it come later; null if one has. */
  function unreadOfWhole(index, { words: [word] }) {
    return !isTelling(word) || index.fillers.has(word) ? [] : catalogFinder.Mentioning ? index.shards.unreadOfWhole(word) : ["reading"];
  }

  /* With the texts that have what nobody lists, if the query names it among things that were found. */
  function withTextsOfRest(index, matching, hits) {
    const words = unansweredWords(index, matching, hits);
    const mentioning = words.length ? mentioningIn(index, matching) : null;
    const isRead = mentioning && !mentioning.pending.length;
    const parts = isRead ? catalogFinder.partsWithTexts(index, matching, { ...hits, mentioning }) : {};
    return mentioning ? { ...hits, ...parts, mentioning, partly: mentioning.findSome(words) } : hits;
  }

  /** The results by some of the words: with typos, if no text has the words, and in sentences. */
  function hitsOfWords(index, query, strict, mentioning, mayBeMistyped) {
    const readings = strict.map(({ attempt }) => attempt);
    const mistyped = mayBeMistyped ? mistypedReadings(readings).map((each) => new Matching(index, each)) : [];
    const ways = [
      () => firstFound(mistyped, (matching) => matching.findAll()),
      () => (mayBeMistyped ? (catalogFinder.findBegun?.(index, readings) ?? []) : []),
      () => firstFound(mistyped, findTogether),
      () => findJoinedMentions(strict[0], findMentioned(index, query), mentioning),
      () => findDescribed(index, readings[0]),
      () => (isPartlySaid(readings.at(-1), mentioning) ? [] : findDescribed(index, readings.at(-1))),
    ];
    for (const way of ways) {
      const found = way();
      if (found.length) {
        return hitsOfFound(index, found);
      }
    }
    if (mentioning.pending.length) {
      return { ...NOTHING, isQuery: true };
    }
    const part = catalogFinder.findPart(index, strict[0], mentioning, mayBeMistyped);
    return part ?? nothing(index, mistyped[0] ?? strict[0], mayBeMistyped);
  }

  /* Whole names in a query; with what its other parts name, once texts are loaded. */
  const findJoinedMentions = (matching, named, mentioning) =>
    mentioning.pending.length ? named : catalogFinder.findSomeJoined(matching, named, mentioning);

  /* Whether texts have some of the words that a reading requires. */
  const isPartlySaid = (reading, mentioning) => mentioning?.findSome(wordsOf(reading)).length > 0;

  function nothing(index, matching, isNone) {
    const nearest = isNone ? catalogFinder.nearestOwners(index, matching).map((owner) => nameOf(index, owner)) : [];
    return { ...NOTHING, nearest, isQuery: true };
  }

  const NOTHING = { unread: [], found: [], applications: [], partners: [], mentioned: [], partly: [], parts: [], unlisted: [], nearest: [], refused: [], shunned: new Set(), covered: new Map() };

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
    const isOther = ({ part }) => part !== best.part; // Moodle and Workday
    const isMeant = (each) => (best ? each.isWhole && (isOther(each) || each.quality <= best.quality) : !isVague(each));
    const known = unlisted.filter(isMeant).slice(0, MOST_NAMES).map(({ owner }) => owner);
    return {
      ...NOTHING,
      found: byOwner,
      applications,
      partners,
      parts: partsOfFound(index, found),
      unlisted: best ? known.map((owner) => byOwner[owner].matched) : [],
      nearest: [...known.map((owner) => nameOf(index, owner)), ...(best ? [] : categoriesOf(index, known))],
      isMentioned: best?.match === "mentioned",
      isRecognized: found.some((each) => each.owner < firstPartner && each.match !== "typo" && !isVague(each)),
      isQuery: true,
    };
  }

  function everything({ applications, partners }) {
    return {
      ...NOTHING,
      applications: applications.map((_, number) => number),
      partners: partners.map((_, number) => number),
      isQuery: false,
    };
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

  Object.assign(catalogFinder, { NOTHING, hitsOfFound, hitsOfWords, listersOf, resultsOf });
})();
