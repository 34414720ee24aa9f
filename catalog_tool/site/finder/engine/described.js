// Finds applications and partners by few words of a query, if nothing has all of them: by a word that only their names have, by
// what only their category is about, or by what the owner says of a value. They match only a part of the query.

(() => {
  const { Matching, PLACE, SOURCE, countMeant, countOf, findMentionedCategory, findMentionedValue, findMentionedVendor, firstFound, formsOf, highestFirst, hitsOfFound, inEnglish, isTelling, nameWords, onePerOwner, ownersOf, partsOf, queryWords, typedWords, wordsBesidesNames } = catalogFinder;
  const SHORTEST_DESCRIBED = 4; // letters
  const SHORTEST_NAMED = 3;
  const MOST_NAMESAKES = 3; // applications with a word in their names
  const FIRST_PART = 200; // after those that are numbered by their first word
  const FEW_OF = 3; // for one partner that says a word of a name as an ordinary one, so many list the application
  const NUMBER = /^[0-9]+$/;
  // A year, Oracle 19c, V7R4. A number alone can be a name: Dynamics 365, chris 21.
  const VERSION = /^(?:(?:19|20)[0-9]{2}|[0-9]+[cgi]|v[0-9].*)$/u;

  /** The listed applications with a word in their names that hardly a partner says that lists none of them: Manhattan WMS. */
  function findByNameWord(index, query, mentioning) {
    const isOther = (word) => NUMBER.test(query.words[query.words.indexOf(word) + 1]); // chris 12 isn't chris21
    const words = tellingWords(index, query).filter((word) => word.length >= SHORTEST_NAMED && !index.texts.described.has(word) && !isOther(word));
    const isInCategory = findMentionedCategory(index, query).some(({ owner }) => index.isListed(owner));
    const found = words.flatMap((word) => {
      const known = namedWith(index, word);
      const listed = known.filter((owner) => owner < index.firstUnlisted && (!isInCategory || isFirstIn(index.owners[owner], word)));
      const isOwn = listed.length > 0 && known.length <= MOST_NAMESAKES && ofVendor(index, word).length <= 1; // Microsoft has several
      return isOwn && !isOrdinary(index, listed, word, mentioning) ? listed : [];
    });
    const named = [...new Set(found)].map((owner) => ({ owner, said: wordsInNames(index, owner, query) }));
    named.sort((one, other) => other.said.length - one.said.length);
    return named.map(({ owner, said }) => partOf(owner, said, query));
  }

  /** The listed applications with the most words of a query in one name, at least two and most of them, if no text of a partner has as many. */
  function findByWordsInName(index, query, mentioning) {
    const words = tellingWords(index, query).filter((word) => !ofVendor(index, word).length);
    const having = new Map();
    words.forEach((word) => {
      const numbers = formsOf(word).flatMap((form) => index.texts.withWholeWord(form));
      const named = new Set(numbers.filter((number) => index.texts.texts[number].source === SOURCE.NAME && index.texts.texts[number].owners[0] < index.firstUnlisted));
      named.forEach((number) => having.set(number, [...(having.get(number) ?? []), word]));
    });
    const most = Math.max(...[...having.values()].map(({ length }) => length));
    const isMost = most > 1 && 2 * most > words.length && countMeant(mentioning.findSome(words)) < most;
    const best = isMost ? [...having].filter(([, said]) => said.length === most) : [];
    return onePerOwner(best.map(([number, said]) => partOf(index.texts.texts[number].owners[0], said, query)));
  }

  /* The few listed applications of a vendor that a part of a query names: Guidewire. */
  function findOfVendor(index, part) {
    const listed = findMentionedVendor(index, part).filter(({ owner }) => owner < index.firstUnlisted);
    return listed.length > MOST_NAMESAKES ? [] : listed.map(({ owner, matched }) => partOf(owner, [matched], part));
  }

  /* Whether a name begins with a word, besides its vendor. Another word is less than a category: security cameras aren't Axess Smart Security. */
  const isFirstIn = ({ name, aliases, vendor }, word) =>
    [name, ...aliases].some((each) => nameWords(each).find((part) => !nameWords(vendor).includes(part)) === word);

  /* The words of a query that an application has in its names. */
  function wordsInNames({ texts }, owner, { words }) {
    const isNamed = (number) => texts.texts[number].source <= SOURCE.VENDOR && texts.texts[number].owners.includes(owner);
    return words.filter((word) => texts.withWholeWord(word).some(isNamed));
  }

  /* The applications with a word in their names, or at the beginning of other names. */
  function namedWith({ firstPartner, texts }, word) {
    const isSpelling = (number) => texts.names.get(texts.keys[number]).some((each) => texts.texts[each].source === SOURCE.NAME); // Door Dash
    const isBegun = (number) => texts.texts[number].source === SOURCE.ALIAS && texts.words[number][0] === word && !isSpelling(number);
    const isNamed = (number) => texts.texts[number].source === SOURCE.NAME || isBegun(number);
    const named = texts.withWholeWord(word).filter(isNamed).map((number) => texts.texts[number]);
    const owners = named.sort((one, other) => one.source - other.source).flatMap((text) => text.owners);
    return [...new Set(owners)].filter((owner) => owner < firstPartner);
  }

  /* The applications of the vendors with a word in their names. */
  const ofVendor = ({ texts }, word) =>
    texts.withWholeWord(word).map((number) => texts.texts[number]).flatMap(({ source, owners }) => (source === SOURCE.VENDOR ? owners : []));

  /** Whether partners say a word that list none of the applications, and not only a few beside many that do. */
  function isOrdinary(index, owners, word, { grades, words }) {
    const listing = new Set(owners.flatMap((owner) => index.owners[owner].partners));
    const at = words.indexOf(word);
    const others = at < 0 ? [] : index.partners.filter((_, number) => grades[at][number] && !listing.has(number));
    return at < 0 || FEW_OF * others.length > listing.size;
  }

  /**
   * What some parts of a query name, if others name nothing. `named` has the whole names in it. What only a category is
   * about is less than a text with more words.
   */
  function findSomeJoined({ index, attempt }, named, mentioning) {
    const said = countMeant(mentioning.findSome(mentioning.words));
    const isNamed = ({ words }) => named.some(({ matched }) => queryWords(matched).every((word) => words.includes(word)));
    const others = partsOf(attempt.query, index).filter((part) => !isNamed(part)).flatMap((part, number) => {
      const words = part.words.filter((word) => !index.fillers.has(word));
      const isMeant = ({ isBeginning, place }) => !isBeginning && (place <= PLACE.ALIAS || words.length >= said);
      const listed = ownersOf(index, part, index.firstUnlisted).filter(isMeant);
      const byWord = listed.length ? [] : firstFound(named.length ? [findByNameWord, findOfVendor] : [findByNameWord], (way) => way(index, part, mentioning));
      return listed.length
        ? listed.map(({ owner }) => ({ ...partOf(owner, words, part), part: FIRST_PART + number }))
        : byWord.map((each) => ({ ...each, part: FIRST_PART + number }));
    });
    return onePerOwner([...longerNames(index, attempt.query, named), ...named, ...others]);
  }

  /* The listed applications that a query names with more words than another name in it: Kronos Healthcare Scheduling, not Kronos. */
  function longerNames(index, query, named) {
    const { texts } = index;
    const [words, ...others] = [...new Set(named.map(({ matched }) => matched))].map(queryWords);
    const besides = words && !others.length ? tellingWords(index, query).filter((word) => !words.includes(word)) : [];
    const isLonger = (number) => texts.texts[number].source <= SOURCE.ALIAS && words.every((word) => texts.words[number].includes(word));
    const found = besides.flatMap((word) => texts.withWholeWord(word).filter(isLonger).map((number) => [texts.texts[number].owners[0], word]));
    return found.filter(([owner]) => owner < index.firstUnlisted).map(([owner, word]) => partOf(owner, [...words, word], query));
  }

  /**
   * The applications in categories whose descriptions have the most words of a query, one of which no other category has:
   * badge readers. None, if a partner says more of the query, or lists none of them and says a rarer word.
   */
  function findByDescription(index, query, mentioning, matching) {
    const { owners, texts } = index;
    if (catalogFinder.findMistypedNames(index, matching, mentioning).length) {
      return [];
    }
    const described = describedWith(index, tellingWords(index, query));
    const most = Math.max(...described.map(({ said }) => said.length));
    const rarest = (words) => Math.min(...words.map((word) => countOf(mentioning, word)));
    const longest = described.filter(({ said }) => said.length === most);
    const rarity = Math.min(...longest.map(({ said }) => rarest(said)));
    const best = longest.filter(({ said }) => rarest(said) === rarity);
    const every = best.flatMap(({ number, said }) => texts.texts[number].owners.map((owner) => partOf(owner, said, query)));
    const found = highestFirst(every, ({ owner }) => owners[owner].partners.length);
    const [first] = mentioning.findSome(mentioning.words, { inNames: true });
    const has = first ? mentioning.wordsIn(first) : [];
    const isAbout = (word) => best.some(({ said }) => said.includes(word));
    const own = has.filter((word) => !index.fieldWords.has(word));
    const isSame = own.length < has.length && own.length === most && own.every(isAbout); // what partners state ranks the category
    const isListing = ({ number }) => found.some(({ owner }) => owners[owner].partners.includes(number));
    const more = most - (isSame || !own.some(isAbout) ? own : has).length; // what a partner of something else states is no answer
    const isForKind = query.words.some((word) => index.kinds.has(word)); // a student information system
    return more > 0 || (more === 0 && (isSame || isForKind || isListing(first) || rarity < rarest(has))) ? found : [];
  }

  /* The descriptions that have one of the words as the only ones, each with all that it has: {number, said}. Their own words come before synonyms. */
  function describedWith({ texts: { described, synonyms } }, words) {
    const numbersOf = (word) => {
      const meant = [word, ...inEnglish(word)].find((each) => described.has(each));
      const every = word.length < SHORTEST_DESCRIBED ? [] : (described.get(meant) ?? []);
      const own = every.filter((number) => !synonyms.has(`${word} ${number}`));
      return own.length ? own : every;
    };
    const only = new Set(words.map(numbersOf).filter(({ length }) => length === 1).flat());
    return [...only].map((number) => ({ number, said: words.filter((word) => numbersOf(word).includes(number)) }));
  }

  /** The partners that state what values mean by some words of a query (`valuesMeant`). None, if a text has as many of them. */
  function findByMeaning(index, query, mentioning) {
    const [first] = mentioning.findSome(mentioning.words, { inNames: true });
    const said = first ? mentioning.wordsIn(first).length : 0;
    const meant = valuesMeant(index, tellingWords(index, query)).filter((each) => each.said.length > said);
    return meant.flatMap((each) => statingAll(index, each).map((number) => partOf(index.firstPartner + number, each.said, query)));
  }

  /** The results with the partners that state what values mean by the words besides names, as if they said that: Workday behind a firewall. */
  function withMeaning(index, query, hits) {
    const words = tellingWords(index, { words: wordsBesidesNames(query, hits) });
    const stating = new Set(valuesMeant(index, words).flatMap((each) => statingAll(index, each)));
    return { ...hits, covered: new Map([...hits.covered, ...[...stating].map((number) => [number, 1 + (hits.covered.get(number) ?? 0)])]) };
  }

  /* The values whose descriptions have the most words of a query, at least half of them, and one that no other description has. */
  function valuesMeant(index, telling) {
    const words = telling.filter((word) => word.length >= SHORTEST_DESCRIBED && !index.common.has(word));
    const every = index.fields.flatMap(({ key, meanings }) => Object.entries(meanings).map(([value, text]) => ({ key, value, said: wordsIn(text, words) })));
    const isOnly = (word) => !index.texts.described.has(word) && every.filter(({ said }) => said.includes(word)).length === 1;
    const known = every.filter(({ said }) => said.some(isOnly));
    const most = Math.max(...known.map(({ said }) => said.length));
    return 2 * most < words.length ? [] : known.filter(({ said }) => said.length === most);
  }

  const statingAll = ({ partners }, { key, value }) => [...partners.keys()].filter((number) => partners[number].stated[key].includes(value));

  /* The words that a text has, in singular or plural. */
  function wordsIn(text, words) {
    const known = new Set(queryWords(text).flatMap(formsOf));
    return words.filter((word) => known.has(word));
  }

  const tellingWords = ({ fieldWords, light }, { words }) => words.filter((word) => isTelling(word) && !fieldWords.has(word) && !light.has(word));

  function partOf(owner, words, { written }) {
    const typed = typedWords(written);
    const matched = words.map((word) => typed.get(word) ?? word).join(" ");
    return { owner, quality: 0, isWhole: true, match: "mentioned", matched };
  }

  /** The results without a version, by a word of a name, in a category among other words, or by what a category is about or a value means. */
  function findPart(index, matching, mentioning, isUnsaid) {
    const versionless = withoutVersions(matching.attempt);
    const anyVersion = versionless ? new Matching(index, versionless).findAll() : [];
    if (anyVersion.length) {
      return { ...hitsOfFound(index, anyVersion), isMentioned: true };
    }
    const isListed = ({ owner }) => index.isListed(owner);
    const byName = [findByNameWord, findByWordsInName];
    for (const way of [...byName, ...(isUnsaid ? [findMentionedCategory, findByDescription, findMentionedValue, findByMeaning] : [])]) {
      const found = way(index, matching.attempt.query, mentioning, matching).filter(isListed);
      if (found.length) {
        return { ...hitsOfFound(index, found), isCategory: !byName.includes(way), isCompared: [findByDescription, findByMeaning].includes(way), isValue: way === findMentionedValue };
      }
    }
    return null;
  }

  /* The same reading without versions; null if there are none. */
  function withoutVersions(attempt) {
    const { words } = attempt.query;
    const isNumber = (at) => NUMBER.test(words[at] ?? "");
    const isVersion = (at) =>
      VERSION.test(words[at]) || (isNumber(at) && (isNumber(at - 1) || isNumber(at + 1)));
    const required = attempt.required.filter((at) => !isVersion(at));
    const isOther = required.length > 0 && required.length < attempt.required.length;
    return isOther ? { ...attempt, required } : null;
  }

  Object.assign(catalogFinder, { findByNameWord, findPart, findSomeJoined, isOrdinary, withMeaning });
})();
