// What to answer if nothing has all words of a query, and how much partners say of it besides a name.
// Texts are needed for that, so a page loads this script with the first of them.

(() => {
  const { Matching, Mentioning, PLACE, SHORTEST_MISTYPED, SOURCE, bestSentence, countMeant, findWith, firstFound, formsOf, inEnglish, isDenied, isTelling, listedPart, listersOf, queryWords, unknownIn, weightsOf, wordsBesidesNames } = catalogFinder;
  const MOST_QUOTED = 10; // texts
  const LONGEST_ACRONYM = 5; // letters
  const DENIED_WORDS = -1; // in place of how much a partner says of them
  const MOST_MISTYPED = 2; // words, because each needs up to three parts of the texts
  const SHORTEST_BEGINNING = 6; // letters of the first word of a compound
  const SHORTEST_REST = 4;
  const SHORTEST_SINGULAR = 5; // letters
  const IS_COUNT = /^[0-9]{1,3}$/;
  const ENDINGS = ["", "e", "er"]; // Hochschulen: Hochschulsoftware; Krankenhäuser

  /**
   * Texts with the words if some are mistyped, or else texts with most of them, or with most of what mistyped words and compounds are
   * meant as.
   */
  function findSome(index, matching, mentioning) {
    const { unread, respelled } = respell(index, matching, mentioning);
    const mentioned = respelled?.isMistyped ? respelled.mentioning.findAll().filter(mentioning.isPartner) : [];
    if (mentioned.length) {
      return { mentioning: respelled.mentioning, mentioned };
    }
    const partly = partlyIn(mentioning);
    const isSaid = ({ number }) => mentioning.grades.filter((grades) => grades[number]).length > 1;
    const whole = partly.slice(0, MOST_QUOTED).filter((text) => isSaid(text) && !catalogFinder.quote(mentioning, text).missing.length);
    if (whole.length) {
      return { mentioned: whole }; // words of a text, and a part of a name that its partner lists
    }
    const meant = respelled ? partlyIn(respelled.mentioning) : [];
    const isMore = !respelled?.isAlike && countMeant(meant) > countMeant(partly); // a word that is only alike is a guess: property, properly
    if (partly.length && !isMore) {
      return { mentioning, partly, unread };
    }
    return meant.length ? { mentioning: respelled.mentioning, partly: meant, unread } : { unread };
  }

  /* The texts with most of the words; in texts, or else also in names, or else also those that most texts have. */
  const partlyIn = (mentioning) => firstFound([{}, { inNames: true }, { mayBeCommon: true }], (way) => mentioning.findSome(mentioning.words, way));

  /* The texts with what words that nobody has are meant as. `unread`: the parts to load to know that. */
  function respell(index, { attempt }, mentioning) {
    const { shards } = index;
    const { written } = attempt.query;
    const isMixed = /\p{Ll}/u.test(written);
    const isAcronym = (word) => (isMixed || word.length <= LONGEST_ACRONYM) && written.includes(word.toUpperCase()); // DATEV isn't Daten
    const words = unknownIn(mentioning).filter((word) => !isAcronym(word)).sort((one, other) => other.length - one.length).slice(0, MOST_MISTYPED);
    const unread = words.flatMap((word) => shards.nearParts(word)).filter((name) => !shards.isLoaded(name));
    if (unread.length || !words.length) {
      return { unread };
    }
    const mistyped = words.map((word) => [word, shards.spellingOf(word)]).filter(([, meant]) => meant);
    const compounds = words.map((word) => [word, firstOf(index, word)]).filter(([, meant]) => meant);
    const alike = words.map((word) => [word, shards.alikeOf(word)]).filter(([, meant]) => meant);
    const spellings = new Map([...alike, ...compounds, ...mistyped]);
    const meant = attempt.query.words.map((word) => spellings.get(word) ?? word);
    const matching = Object.assign(new Matching(index, { ...attempt, query: { ...attempt.query, words: meant }, isDescribed: true }), { attempt });
    const respelled = new Mentioning(index, matching, { spellings });
    const isAlike = alike.some(([word, other]) => spellings.get(word) === other);
    return { unread: respelled.pending, respelled: { mentioning: respelled, isMistyped: mistyped.length === spellings.size, isAlike } };
  }

  /* The first word of a compound, if texts, names, or descriptions of categories have it, or it is known in English: Krankenhaus in Krankenhaussoftware. */
  function firstOf(index, word) {
    const { shards, texts } = index;
    const isKnown = (each) => shards.hasNear(word, each) || texts.withWholeWord(each).length || texts.described.has(each);
    return firstThatIs(isKnown, index, word) ?? firstThatIs((each) => inEnglish(each).length, index, word);
  }

  function firstThatIs(isKnown, { fillers, kinds }, word) {
    for (let end = word.length - SHORTEST_REST; end >= SHORTEST_BEGINNING; end -= 1) {
      const endings = ENDINGS.filter((ending) => !ending || !word.startsWith(ending, end)); // servic-enow is service-now
      const meant = endings.map((ending) => word.slice(0, end) + ending).find((each) => !fillers.has(each) && !kinds.has(each) && isKnown(each));
      if (meant) {
        return meant;
      }
    }
    return undefined;
  }

  /** The results whose names begin with a single word in singular: netdocs, NetDocuments. */
  function findBegun(index, strict) {
    const single = strict.filter(({ required }) => required.length === 1);
    const readings = single.flatMap(({ query, required: [at], ...others }) => {
      const shorter = formsOf(query.words[at]).filter(({ length }) => length >= SHORTEST_SINGULAR && length < query.words[at].length);
      return shorter.map((form) => ({ ...others, query: { ...query, words: query.words.map((word, other) => (other === at ? form : word)) }, required: [at] }));
    });
    const begun = readings.flatMap((reading) => new Matching(index, reading).findAll());
    return begun.filter(({ isClose, place }) => isClose && place <= PLACE.ALIAS);
  }

  /** The owners of names that single words of a query are meant as, if nobody has these words. */
  function findMistypedNames(index, { attempt }, mentioning) {
    const found = unknownIn(mentioning).filter(({ length }) => length > SHORTEST_MISTYPED).flatMap((word) => {
      const required = [attempt.query.words.indexOf(word)];
      const matching = new Matching(index, { ...attempt, required, shortest: SHORTEST_MISTYPED });
      return matching.findAll().filter(({ isTypo }) => isTypo);
    });
    return [...new Map(found.map((each) => [each.owner, each])).values()];
  }

  /**
   * How much each partner has of the words besides a name or a category among them, and the parts of
   * the query, if these words are one.
   */
  function withRest(index, { attempt: { query } }, { applications: listed, found, isCategory, mentioning, parts }) {
    const besides = isCategory ? query.words : wordsBesidesNames(query, { found }); // a category is what partners say themselves
    const words = mentioning.words.filter((word) => besides.includes(word) && !index.fieldWords.has(word));
    const every = weightsOf(mentioning, words, !isCategory);
    const applications = found.filter(({ owner }) => owner < index.firstPartner);
    const isOfName = ({ matched }) => !index.texts.names.has(queryWords(matched).join("")); // a word is less: Windows
    if (isCategory || !applications.length || applications.some(isOfName) || parts.some((each) => each.isMentioned)) {
      return { covered: every };
    }
    const { covered, unread } = withDenied(index, words, every, listersOf(index, listed), mentioning);
    const named = parts.length ? parts : [listedPart(index, applications, applications[0].matched)];
    const ofKind = descriptionsOf(index, applications[0].owner);
    const others = words.filter((word) => !index.texts.described.get(word)?.some((number) => ofKind.has(number))); // Linux servers are Linux
    return { covered, unread, parts: partsBeside(named, others, query, mentioning) ?? parts };
  }

  /* The numbers of the descriptions of an application's category. */
  const descriptionsOf = ({ texts: { byOwner, texts } }, owner) => new Set(byOwner[owner].filter((number) => texts[number].source === SOURCE.DESCRIPTION));

  /* How much partners have of some words; less than nothing, if they list something and deny the words. `unread`: the parts to load to know that. */
  function withDenied({ shards }, words, covered, isListing, { isDenying }) {
    const saying = isDenying ? [] : [...covered.keys()].filter((number) => isListing[number]).slice(0, MOST_QUOTED);
    const unread = saying.filter((number) => !shards.textOf(number)).map((number) => shards.blockOf(number));
    const denying = saying.filter((number) => denies(shards, number, words));
    return { covered: new Map([...covered, ...denying.map((number) => [number, DENIED_WORDS])]), unread };
  }

  /* Whether the sentence of a partner that has most of some words denies them. */
  const denies = (shards, partner, words) => isDenied(bestSentence(shards.textOf(partner)?.parts ?? [], words, []));

  /*
   * The named parts and the rest: if partners list the parts and mention the rest, if they mention all of it, or if the
   * rest is a part by itself. A partner's texts and names have `words`.
   */
  function partsBeside(named, words, { typed }, mentioning) {
    const { shards } = mentioning.index;
    const partners = findWith(mentioning, words).filter((partner) => !denies(shards, partner, words));
    const isCount = (word, at) => !at && IS_COUNT.test(word); // 40 offices
    const isSaid = (word) => partners.some((partner) => mentioning.grades[mentioning.words.indexOf(word)][partner]);
    const said = words.filter((word) => !mentioning.unsaid.includes(word) && (isTelling(word) || isSaid(word))).filter((word, at) => !isCount(word, at));
    if (!partners.length || (said.length === 1 && !named.some((part) => isBeside(typed, part.typed, said[0])))) {
      return null;
    }
    const together = new RegExp(said.join("[^\\p{L}\\p{N}]+"), "u").exec(typed)?.[0];
    const rest = { name: together ?? said.join(" "), slug: "", partners, isMentioned: true };
    const saying = mentioning.findAll().filter(mentioning.isPartner).map(({ number }) => number);
    const sets = named.map((part) => new Set(part.partners));
    if (partners.some((partner) => sets.every((each) => each.has(partner)))) {
      return [...named, rest];
    }
    const isListed = named[0].partners.some((partner) => sets.every((each) => each.has(partner)));
    if (named.length > 1 && (isListed || !saying.length)) {
      return null; // of several names, those that are listed say more than the rest
    }
    if (saying.length) {
      return [...named.map((part) => ({ ...part, name: part.typed, slug: "", partners: saying, isMentioned: true })), rest];
    }
    const isOther = together && said.length === words.length && !mentioning.isDenying && !mentioning.index.valuesIn(mentioning.words).length; // not data kept in Europe
    return isOther ? [...named, rest] : null;
  }

  /* Whether a word is next to a name. Elsewhere in a sentence, it is there by chance. */
  function isBeside(typed, name, word) {
    const [before, after] = [[name, word], [word, name]].map((pair) => pair.map((each) => queryWords(each).join(" ")).join(" "));
    const words = ` ${queryWords(typed).join(" ")} `;
    return words.includes(` ${before} `) || words.includes(` ${after} `);
  }

  /** The partners with more words of the query than those that list something in a category among them. */
  function findBetter(index, { applications, partners }, mentioning) {
    const some = mentioning.findSome(mentioning.words, { inNames: true });
    const listing = listersOf(index, applications);
    return some.some(({ number }) => listing[number] || partners.includes(number)) ? [] : some;
  }

  Object.assign(catalogFinder, { findBegun, findBetter, findMistypedNames, findSome, withRest });
})();
