// Takes what a query refuses out of the results, and says why no partner, or not each of them, is as the query asks.

(() => {
  const { SOURCE, isStating, listersOf, meantIn, queryWords, typedWords } = catalogFinder;

  /** The results without what the query refuses. Partners that it names, list it, or state it come last, or not at all if only they are asked for. */
  function withoutRefused(index, hits, { ignored, names: refusedNames, refused, values }) {
    const shunned = new Set(refused);
    const isNamed = hits.isQuery && hits.applications.length + hits.partners.length > 0 && !hits.mentioned.length; // otherwise, a sentence tells
    const notApplied = isNamed ? ignored.map((name) => ({ kind: "ignored", name, address: "" })) : [];
    if (!refused.length && !values.length) {
      return { ...hits, nearest: [...notApplied, ...hits.nearest] };
    }
    const isShunned = (number) => shunned.has(index.firstPartner + number);
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
    const accepted = { applications: isAsked ? applications : [], partners, nearest, exclusions, isSilent, mentioned: last(hits.mentioned), partly: last(hits.partly) };
    return { ...hits, ...accepted, isQuery: true, shunned, refused: values, refusedNames };
  }

  /**
   * The results with what excludes partners from the lists of applications, and with why no partner, or not each of them, is as the query asks, unless the
   * answer says why (`isTold`).
   */
  function withReasons(index, hits, isTold) {
    const isExcluded = exclusionOf(index, hits);
    const unmet = isTold ? [] : unmetIn(index, hits);
    const isAll = isTold || unmet.length > 0 || !hits.exclusions;
    const excluded = isAll ? [] : excludedIn(index, hits, isExcluded);
    const reasons = isAll ? unmet : [...excluded, ...leftOutIn(index, hits, isExcluded, excluded)];
    return { ...hits, nearest: [...reasons, ...hits.nearest], isExcluded };
  }

  /* What partners list, state, or are that were left out of the lists of applications, unless the answer says so already. */
  function leftOutIn(index, hits, isExcluded, told) {
    const listing = listersOf(index, meantIn(hits));
    const left = [...listing.keys()].filter((number) => listing[number] && isExcluded?.(number));
    const isOf = (owner) => left.some((number) => index.firstPartner + number === owner || index.partners[number].applications.includes(owner));
    const stated = told.length ? [] : hits.refused.filter((each) => left.some((number) => isStating(index.partners[number], each)));
    const values = stated.flatMap(([key, ids]) => index.valueNames(key, ids));
    const nameOf = (owner, isCategory) => (isCategory ? index.categories[index.owners[owner].category] : index.owners[owner].name);
    const names = hits.refusedNames.flatMap(({ owners, isCategory }) => owners.filter(isOf).map((owner) => nameOf(owner, isCategory)));
    return [...new Set([...names, ...values])].map((name) => ({ kind: "left_out", name, address: "" }));
  }

  /* What excludes partners from the lists of applications: the first that leaves somebody who states what is asked for, or somebody. */
  function exclusionOf(index, hits) {
    const { exclusions = [], states } = hits;
    const isLeft = (isMeant) => meantIn(hits).some((owner) => index.applications[owner].partners.some(isMeant));
    const leaves = (isExcluded) => isLeft((number) => !isExcluded(number) && states(number));
    return exclusions.find(leaves) ?? (isLeft(states) ? undefined : exclusions.find((isExcluded) => isLeft((number) => !isExcluded(number))));
  }

  /* What was left out, if no partner in the answer states it, and some state nothing about it, so that they may be what the query refuses. */
  function excludedIn(index, hits, isExcluded) {
    const { isSilent, partners, refused } = hits;
    const listing = listersOf(index, meantIn(hits));
    const isListed = (number) => listing[number] && !isExcluded?.(number);
    const shown = [...partners, ...[...listing.keys()].filter(isListed)];
    const isStated = (number) => refused.some((each) => isStating(index.partners[number], each));
    const names = shown.some(isSilent) && !shown.some(isStated) ? refused.flatMap(([key, values]) => index.valueNames(key, values)) : [];
    return names.map((name) => ({ kind: "excluded", name, address: "" }));
  }

  /* Whether an answer is what is asked for by its whole name. */
  function isOneNamed({ texts }, { applications: [owner], found }) {
    const numbers = found[owner]?.isWhole ? (texts.names.get(queryWords(found[owner].matched).join("")) ?? []) : [];
    return numbers.some((number) => texts.texts[number].source <= SOURCE.ALIAS && texts.texts[number].owners.includes(owner));
  }

  /* Whether a partner states nothing but refused values of a field. */
  const isOnlyStating = ({ stated }, [key, values]) => stated[key].length > 0 && stated[key].every((value) => values.includes(value));

  /* Those that are not last, in their order, then those that are. */
  const sortedBy = (every, isLast) => [false, true].flatMap((isIn) => every.filter((each) => isLast(each) === isIn));

  /*
   * Why no partner in the answer is as the query asks, if it names applications: only partners that it refuses list them (`only`),
   * none states some of what it asks for (`lacking`), all state what it refuses (`refused`), or each fails in one of these (`unmet`).
   */
  function unmetIn(index, hits) {
    const { asked, mentioned, partly, partners, refused, shunned, states } = hits;
    const applications = meantIn(hits);
    const listing = listersOf(index, applications);
    const shown = [...partners, ...[...mentioned, ...partly].map(({ number }) => number)].filter((number) => number < listing.length);
    const isNamed = (number) => shunned.has(index.firstPartner + number);
    const refuses = (number) => refused.some((each) => isStating(index.partners[number], each));
    const listers = [...listing.keys()].filter((number) => listing[number]);
    const others = listers.filter((number) => !isNamed(number));
    const isFitting = (number) => states(number) && !refuses(number);
    const told = (kind, names) => names.map((name) => ({ kind, name, address: "" }));
    if (!applications.length || others.some(isFitting) || (asked.length && shown.some(isFitting))) {
      return [];
    }
    if (!others.length) {
      return told("only", listers.map((number) => index.partners[number].name));
    }
    const isLacking = (each) => !others.some((number) => isStating(index.partners[number], each));
    const lacking = others.some(states) ? [] : asked.filter(isLacking).filter((each) => isWhole(index, each));
    if (lacking.length) {
      return told("lacking", lacking.flatMap((each) => namesOf(index, each)));
    }
    const isOfAll = (each) => others.every((number) => isStating(index.partners[number], each));
    const names = refused.filter(isOfAll).flatMap(([key, values]) => index.valueNames(key, values));
    return names.length ? told("refused", names) : told("unmet", [""]);
  }

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

  Object.assign(catalogFinder, { withReasons, withoutRefused });
})();
