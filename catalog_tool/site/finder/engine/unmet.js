// Takes what a query refuses out of the results, and says why no partner, or not each of them, is as the query asks.

(() => {
  const { PLACE, SOURCE, isStating, listersOf, meantIn, queryWords, typedWords } = catalogFinder;

  /** The results without what the query refuses. Partners that it names, list it, or state it come last, or not at all if only they are asked for. */
  function withoutRefused(index, hits, { ignored, names: refusedNames, refused, values }) {
    const shunned = new Set(refused);
    const isNamed = hits.isQuery && hits.applications.length + hits.partners.length > 0 && !hits.mentioned.length; // otherwise, a sentence tells
    const notApplied = isNamed ? asIgnored(ignored) : [];
    if (!refused.length && !values.length) {
      return { ...hits, nearest: [...notApplied, ...hits.nearest] };
    }
    const isShunned = (number) => shunned.has(index.firstPartner + number);
    const others = (texts) => {
      const kept = texts.filter(({ number }) => !isShunned(number));
      return kept.length ? kept : texts;
    };
    const lists = (number) => isShunned(number) || (index.partners[number]?.applications.some((each) => shunned.has(each)) ?? false);
    const listsOnly = (number) => index.partners[number].applications.length > 0 && index.partners[number].applications.every((each) => shunned.has(each));
    const states = (number) => values.some((each) => isStating(index.partners[number], each));
    const last = (every) => sortedBy(every, (each) => lists(each.number ?? each) || states(each.number ?? each));
    const names = refused.map((owner) => index.owners[owner].name);
    const applications = hits.applications.filter((owner) => !shunned.has(owner));
    const nearest = [...notApplied, ...hits.nearest.filter(({ name }) => !names.includes(name))];
    const isOther = (number) => values.some(([key]) => index.partners[number].stated[key].length);
    const partners = sortedBy(last(hits.partners).filter((number) => !states(number) && !isShunned(number) && !listsOnly(number)), (number) => !isOther(number));
    const isSilent = (number) => values.some(([key]) => !index.partners[number].stated[key].length);
    const isAsked = hits.isQuery || refused.length;
    const isListing = (number) => isOneNamed(index, hits) && lists(number); // Workday but not Kronos, unlike HR but not Kronos
    const isUnwanted = (number) => isShunned(number) || values.some((each) => isOnlyStating(index.partners[number], each));
    const exclusions = [(number) => isUnwanted(number) || isListing(number), isUnwanted];
    const accepted = { applications: isAsked ? applications : [], partners, nearest, exclusions, isSilent, mentioned: last(others(hits.mentioned)), partly: last(others(hits.partly)) };
    return { ...hits, ...accepted, isQuery: true, shunned, refused: values, refusedNames };
  }

  /**
   * The results with what excludes partners from the lists of applications, and with why no partner, or not each of them, is as the query asks, unless the
   * answer says why (`isTold`).
   */
  function withReasons(index, hits, isTold) {
    const isExcluded = exclusionOf(index, hits);
    const reasons = isTold ? [] : reasonsIn(factsOf(index, hits, isExcluded));
    const nearest = reasons.flatMap(([kind, names]) => names.map((name) => ({ kind, name, address: "" })));
    return { ...hits, nearest: [...nearest, ...hits.nearest], isExcluded };
  }

  /* Why nobody is as the query asks, or else, if it excludes something, why not all are: pairs of a kind and names. */
  function reasonsIn(facts) {
    const named = (reasons) => Object.entries(reasons).map(([kind, namesIn]) => [kind, namesIn(facts)]);
    const unmet = facts.isMet ? undefined : named(UNMET).find(([, names]) => names.length);
    return unmet ? [unmet] : facts.hits.exclusions ? named(LEFT_OUT) : [];
  }

  /* What the reasons need to know: the partners that list what is asked for, without refused ones (`others`), without those left out (`kept`), and what they state. */
  function factsOf(index, hits, isExcluded) {
    const { asked, mentioned, partly, partners, refused, shunned, states } = hits;
    const applications = meantIn(hits);
    const listing = listersOf(index, applications);
    const listers = [...listing.keys()].filter((number) => listing[number]);
    const others = listers.filter((number) => !shunned.has(index.firstPartner + number));
    const isStated = (each) => (number) => isStating(index.partners[number], each);
    const isFitting = (number) => states(number) && !refused.some((each) => isStated(each)(number));
    const shown = [...partners, ...[...mentioned, ...partly].map(({ number }) => number)].filter((number) => number < listing.length);
    const isMet = !applications.length || others.some(isFitting) || (asked.length > 0 && shown.some(isFitting));
    const [left, kept] = [true, false].map((isLeft) => listers.filter((number) => Boolean(isExcluded?.(number)) === isLeft));
    return { index, hits, isMet, listers, others, left, kept, isStated };
  }

  /* The names of refused applications, partners, and categories, each once. */
  function namesOfRefused(index, refusedNames, isMeant) {
    const nameOf = (owner, isCategory) => (isCategory ? index.categories[index.owners[owner].category] : index.owners[owner].name);
    return [...new Set(refusedNames.flatMap((each) => each.owners.filter((owner) => isMeant(owner, each)).map((owner) => nameOf(owner, each.isCategory))))];
  }

  const namesOfValues = ({ index }, every) => every.flatMap(([key, values]) => index.valueNames(key, values));

  /* Why nobody in the answer is as the query asks; the first with names is told. See `Nearest` in catalog_tool/site/finder/answer.py. */
  const UNMET = {
    only: ({ index, listers, others }) => (others.length ? [] : listers.map((number) => index.partners[number].name)),
    lacking: ({ index, hits: { asked, states }, others, isStated }) => {
      const lacking = others.some(states) ? [] : asked.filter((each) => !others.some(isStated(each)) && isWhole(index, each));
      return lacking.flatMap((each) => namesOf(index, each));
    },
    refused: (facts) => namesOfValues(facts, facts.hits.refused.filter((each) => facts.others.every(facts.isStated(each)))),
    unmet: () => [""],
  };

  /* Why not all are. */
  const LEFT_OUT = {
    // Those that state it aren't in the answer, and some in it state nothing about it.
    excluded: (facts) => {
      const { isSilent, partners, refused } = facts.hits;
      const shown = [...partners, ...facts.kept];
      const isTold = shown.some(isSilent) && !refused.some((each) => shown.some(facts.isStated(each)));
      return isTold ? namesOfValues(facts, refused) : [];
    },
    left_out: (facts) => {
      const { hits: { refused, refusedNames }, index, isStated, left } = facts;
      const isOf = (owner) => left.some((number) => index.firstPartner + number === owner || index.partners[number].applications.includes(owner));
      const names = namesOfRefused(index, refusedNames, isOf);
      const isTold = LEFT_OUT.excluded(facts).length > 0;
      return [...new Set([...names, ...(isTold ? [] : namesOfValues(facts, refused.filter((each) => left.some(isStated(each)))))])];
    },
    // All list it, so nobody is left out. In a category, they may list something else.
    listed: ({ hits, index, kept }) => {
      const isByName = kept.length && meantIn(hits).every((owner) => hits.found[owner]?.place < PLACE.CATEGORY);
      const isOfAll = (owners) => kept.every((number) => owners.some((owner) => index.partners[number].applications.includes(owner)));
      return isByName ? namesOfRefused(index, hits.refusedNames, (owner, { owners, isCategory }) => isOfAll(isCategory ? owners : [owner])) : [];
    },
  };

  /* What excludes partners from the lists of applications: the first that leaves somebody who states what is asked for, or somebody. */
  function exclusionOf(index, hits) {
    const { exclusions = [], states } = hits;
    const isLeft = (isMeant) => meantIn(hits).some((owner) => index.applications[owner].partners.some(isMeant));
    const leaves = (isExcluded) => isLeft((number) => !isExcluded(number) && states(number));
    return exclusions.find(leaves) ?? (isLeft(states) ? undefined : exclusions.find((isExcluded) => isLeft((number) => !isExcluded(number))));
  }

  /* Whether an answer is what is asked for by its whole name. */
  function isOneNamed({ texts }, { applications: [owner], found }) {
    const numbers = found[owner]?.isWhole ? (texts.names.get(queryWords(found[owner].matched).join("")) ?? []) : [];
    return numbers.some((number) => texts.texts[number].source <= SOURCE.ALIAS && texts.texts[number].owners.includes(owner));
  }

  /* Whether a partner states nothing but refused values of a field. */
  const isOnlyStating = ({ stated }, [key, values]) => stated[key].length > 0 && stated[key].every((value) => values.includes(value));

  /** What a query refuses and nobody is left out for, as an answer says it. */
  const asIgnored = (names) => names.map((name) => ({ kind: "ignored", name, address: "" }));

  /** Those that are not last, in their order, then those that are. */
  const sortedBy = (every, isLast) => [false, true].flatMap((isIn) => every.filter((each) => isLast(each) === isIn));

  /* Whether a value isn't meant by a word of its name; what several have in common, and a word of a proper name, are as good: Asia, but not the cloud of Private cloud. */
  function isWhole(index, [key, values, word]) {
    const isProper = (name) => [...typedWords(name)].every(([each, typed]) => index.light.has(each) || !/^\p{Ll}/u.test(typed));
    return !word || values.length > 1 || index.valueNames(key, values).every(isProper);
  }

  /* The names of values, or what several have in common. */
  function namesOf(index, [key, values, word]) {
    const names = index.valueNames(key, values);
    const common = word && names.length > 1 ? names[0].split(/\s+/).find((each) => queryWords(each).includes(word)) : "";
    return common ? [common] : names;
  }

  Object.assign(catalogFinder, { asIgnored, sortedBy, withReasons, withoutRefused });
})();
