// Queries that name several things: an application and one of its partners, an application and a
// partner that doesn't list it, or a list of names.

(() => {
  const { GRADE, LONGEST_SPLIT, Matching, PLACE, SOURCE, formsOf, partsOf, queryWords, readings, subjectOf, withDescriptions, wordsOf } = catalogFinder;
  const MOST_SETS = 8; // sets of words that the name of a partner has
  const SHORTEST_WHOLE = 5; // letters of a word that is hardly unfinished, if texts have it
  const MOST_NAMESAKES = 3; // partners that begin with the same words
  const WHOLE_MATCHES = {
    [SOURCE.NAME]: "exact",
    [SOURCE.ALIAS]: "alias",
    [SOURCE.VENDOR]: "vendor",
    [SOURCE.CATEGORY]: "category",
  };

  /** The several things that a query names, like `Matching.findAll`, best first. */
  function findTogether(matching) {
    const named = findNamedPartners(matching);
    for (const find of [findListedBy, findNotListedBy]) {
      for (const each of named) {
        const found = find(matching, each);
        if (found.length) {
          return found;
        }
      }
    }
    return listOfNames(matching);
  }

  /* Sets of words with the partners that have them in their names, most words first. */
  function findNamedPartners({ index: { firstPartner, owners, texts }, attempt: { query, required }, inOwners, inTexts }) {
    const sets = new Map();
    const isName = new Set(required.filter((at) => texts.names.has(query.words[at])));
    const leastOf = (at) => (isName.has(at) ? GRADE.WHOLE : GRADE.TYPO); // AD isn't Adventure Works
    for (let owner = firstPartner; owner < owners.length; owner += 1) {
      let bits = 0; // a query has at most twelve words; the first word is the highest bit
      for (const at of required) {
        bits = 2 * bits + Number(inOwners[at][owner] >= leastOf(at));
      }
      if (bits && bits + 1 < 2 ** required.length) {
        const known = sets.get(bits);
        known ? known.push(owner - firstPartner) : sets.set(bits, [owner - firstPartner]);
      }
    }
    const every = [...sets].map(([bits, partners]) => {
      const words = required.filter((_, position) => bits & (1 << (required.length - 1 - position)));
      return { bits, words, partners };
    });
    // With equal numbers of words, the set with earlier words comes first. It has the higher number.
    every.sort((one, other) => other.words.length - one.words.length || other.bits - one.bits);
    return every.slice(0, MOST_SETS).map(({ words, partners }) => {
      const grades = partners.map((partner) => words.reduce((worst, at) => Math.min(worst, inOwners[at][firstPartner + partner]), GRADE.WHOLE));
      const best = grades.reduce((most, grade) => Math.max(most, grade), 0);
      const isInNames = (partner, at) => texts.byOwner[firstPartner + partner].some((number) => texts.texts[number].source <= SOURCE.ALIAS && inTexts[at][number]);
      const isNamed = (partner) => words.every((at) => isInNames(partner, at)); // not who states Europe
      return { words, isClose: best < GRADE.WHOLE, partners: partners.filter((partner, at) => grades[at] === best && isNamed(partner)) };
    });
  }

  /* Applications that have the other words, and that one of the partners lists. It is a beginning if one of the names only begins with a word. */
  function findListedBy(matching, { words, isClose, partners }) {
    const { index } = matching;
    const applications = applicationsWithout(matching, words);
    const known = new Set(applications.length ? partners : []);
    return applications.flatMap((each) => {
      const listing = index.applications[each.owner].partners;
      const lister = listing.find((partner) => known.has(partner));
      return lister === undefined
        ? []
        : [{ owner: each.owner, match: "partner", matched: index.partners[lister].name, isBeginning: isClose || each.isClose }];
    });
  }

  /* Applications that have the other words, and partners that don't list them. */
  function findNotListedBy(matching, { words, partners }) {
    const { index, attempt } = matching;
    const begun = ownersBegunWith(index, words.map((at) => attempt.query.words[at]).join(""));
    const namesakes = begun.size ? partners.filter((partner) => begun.has(index.firstPartner + partner)) : [];
    if (!namesakes.length || namesakes.length > MOST_NAMESAKES) {
      return [];
    }
    const applications = applicationsWithout(matching, words);
    if (!applications.length) {
      return [];
    }
    const matched = applications.length === 1 ? index.owners[applications[0].owner].name : "";
    const others = namesakes.map((partner) => {
      return { owner: index.firstPartner + partner, match: "not_listing", matched };
    });
    return [...applications, ...others];
  }

  /* The listed applications that have all required words except some; those that are named as a whole, if there are any: IBM i isn't IBM MQ. */
  function applicationsWithout(matching, words) {
    const { index, attempt: { query } } = matching;
    const required = matching.attempt.required.filter((at) => !words.includes(at));
    const whole = catalogFinder.findMentioned(index, query).map(({ owner }) => owner).filter((owner) => owner < index.firstPartner);
    const isMeant = ({ owner }) => !whole.length || whole.includes(owner);
    const found = matching.narrow(required).findAll(index.firstUnlisted).filter(isMeant);
    return isOnlyBegun(found, wordsOf({ ...matching.attempt, required })) ? [] : found;
  }

  /* The owners of the names that begin with joined words. */
  function ownersBegunWith({ texts }, joined) {
    const isName = (number) => texts.texts[number].source <= SOURCE.ALIAS && texts.start(number, joined) === GRADE.WHOLE;
    return new Set(texts.withWholeWord(joined).filter(isName).flatMap((number) => texts.texts[number].owners));
  }

  /* The owners of the names, if the query is a list of whole names. */
  function listOfNames({ index, attempt: { query, required } }) {
    const words = required.map((at) => query.words[at]);
    const parts = [[]];
    for (let end = 1; end <= words.length; end += 1) {
      for (let start = Math.max(0, end - LONGEST_SPLIT); start < end && !parts[end]; start += 1) {
        const named = parts[start] ? findNamed(index, words.slice(start, end).join("")) : [];
        if (named.length) {
          parts[end] = [...parts[start], ...named.map((each) => ({ ...each, part: start }))];
        }
      }
    }
    const named = parts[words.length] ?? [];
    const isName = ({ match }) => match !== "vendor";
    const byName = new Set(named.filter(isName).map(({ part }) => part));
    const isUnlisted = named.some((each) => isName(each) && !index.isListed(each.owner));
    const isOther = isUnlisted && named.some(({ part }) => !byName.has(part)); // Oracle Linux isn't Oracle's
    return isOther ? [] : namesFirst(named);
  }

  /* Each owner once. A name says more than a vendor, and a vendor more than a category. */
  function namesFirst(named) {
    const found = new Map();
    for (const match of [["exact", "alias"], ["vendor"], ["category"]]) {
      for (const each of named.filter((one) => match.includes(one.match))) {
        found.has(each.owner) || found.set(each.owner, each);
      }
    }
    return [...found.values()];
  }

  /** What each part of a query names, if each names an owner below `end`: kafka and sap, oracle. */
  function findJoined({ index, attempt }, end) {
    const parts = partsOf(attempt.query, index);
    const isClause = ({ words }) => words.some((word) => index.fillers.has(word)); // and what does it cost
    const isMeant = (part) => (each) => !each.isBeginning || !isClause(part); // Costpoint
    const found = parts.map((part) => ({ typed: subjectOf(part.typed, index), owners: ownersOf(index, part, end).filter(isMeant(part)) }));
    const tellingIn = (typed) => queryWords(typed).filter((word) => !index.fillers.has(word)).join("");
    const isValue = (typed) => index.otherValues.has(tellingIn(typed)) && !findNamed(index, tellingIn(typed)).length;
    const isStated = ({ owners, typed }) => isValue(typed) || owners.every(({ owner, match }) => owner >= index.firstPartner && match === "field");
    const named = found.filter((each) => !isStated(each)); // what partners state ranks those that list the rest
    const isCondition = ({ words }) => index.valuesIn(words).length > 0 && words.filter((word) => !index.fieldWords.has(word) && !index.fillers.has(word)).length < 2; // data in the US
    const isFound = ({ owners }, at) => owners.length || (named.some((each) => each.owners.length) && isCondition(parts[at]));
    return found.every(isFound) ? onePerOwner((named.length ? named : found).flatMap(numbered)) : [];
  }

  /** The words of a query for what nobody lists, if it names other things that were found. */
  function unansweredWords(index, { attempt: { query } }, hits) {
    const isListed = ({ owner }) => index.isListed(owner);
    const parts = hits.isMentioned ? partsOf(query, index) : []; // otherwise, each part is found
    const others = parts.filter((part) => !ownersOf(index, part, index.owners.length).some(isListed));
    const rest = hits.isMentioned && !parts.length ? wordsBesidesNames(query, hits).filter((word) => !index.fieldWords.has(word)) : [];
    return [...others.flatMap(({ words }) => words), ...rest, ...hits.unlisted.flatMap(queryWords)];
  }

  /** The words of a query that no name that was found has. They may say what partners state. */
  function wordsBesidesNames({ words }, { found }) {
    const texts = new Set(found.flatMap(({ match, matched }) => (match === "field" ? [] : [matched]))); // many have the same
    const named = new Set([...texts].map(queryWords).flatMap((each) => [...each, each.join("")]));
    const isJoined = (at) => named.has(words[at] + words[at + 1]); // service now
    return words.filter((word, at) => !named.has(word) && !isJoined(at) && !(at && isJoined(at - 1)));
  }

  const numbered = ({ owners, typed }, part) => owners.map((each) => ({ ...partOf(each, part), typed }));

  /* The owners with all words of a query; only those with the whole name, or with whole words, if there are any. */
  function ownersOf(index, query, end) {
    const strict = readings(query, index);
    const described = withDescriptions(strict[0], index); // Cisco phones
    for (const reading of [...strict, described].filter(Boolean)) {
      const isLeftOut = (word, at) => index.fieldWords.has(word) && !reading.required.includes(at);
      const isShorter = query.words.some(isLeftOut); // Jira Data Center isn't data in Europe
      const isMeant = ({ isBeginning, isInside, place }) => !isShorter || !(isBeginning || isInside || place === PLACE.DESCRIPTION);
      const found = new Matching(index, reading).findAll(end).filter(isMeant);
      if (found.length) {
        const whole = found.filter(({ isWhole }) => isWhole);
        const words = found.filter(({ isBeginning }) => !isBeginning);
        return [whole, words, found].find(({ length }) => length);
      }
    }
    return [];
  }

  const partOf = ({ owner, quality, place, isWhole, isBeginning, match, matched }, part) => {
    return { owner, quality, place, isWhole, isBeginning, match, matched, part };
  };

  /** The results with each owner once. */
  function onePerOwner(every) {
    const found = new Map();
    every.forEach((each) => found.has(each.owner) || found.set(each.owner, each));
    return [...found.values()];
  }

  /** Whether the words of the query only begin a vendor, a category, or the like. */
  const isVague = ({ place, isBeginning }) => isBeginning === true && place > PLACE.ALIAS;

  /** Whether the words are only a part of names that nobody lists: cloud isn't Oracle Fusion Cloud HCM. */
  const isOnlyWord = (index, named) =>
    named.every(({ owner, place, isWhole }) => !index.isListed(owner) && !isWhole && place <= PLACE.ALIAS);

  /** Whether words of the query only begin a category or the like: hospital isn't Hospitality. */
  const isOnlyBegun = (named, words) =>
    named.length > 0 && named.every((each) => isVague(each) && words.some((word) => isBegunIn(each.matched, word)));

  function isBegunIn(text, word) {
    const words = queryWords(text);
    return word.length >= SHORTEST_WHOLE && !formsOf(word).some((form) => words.includes(form));
  }

  /** Whether a result has the words of the query in its name or names. */
  const isNamed = ({ place, isTypo, match }) =>
    place === undefined ? !["vendor", "category", "mentioned"].includes(match) : !isTypo && place <= PLACE.ALIAS;

  /* The owners of a whole name or alias, in the order of the catalog. */
  function findNamed({ texts }, key) {
    const named = [...new Set(texts.withWholeWord(key))].flatMap((number) => {
      const { text, source, owners } = texts.texts[number];
      const match = texts.keys[number] === key ? WHOLE_MATCHES[source] : undefined;
      const found = { quality: 0, isWhole: source <= SOURCE.ALIAS, match, matched: text };
      return match ? owners.map((owner) => ({ owner, ...found })) : [];
    });
    return named.sort((one, other) => one.owner - other.owner);
  }

  Object.assign(catalogFinder, { findJoined, findTogether, isNamed, isOnlyBegun, isOnlyWord, isVague, onePerOwner, ownersOf, unansweredWords, wordsBesidesNames });
})();
