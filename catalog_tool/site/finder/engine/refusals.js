// What a query refuses: Workday, but not in the US; an alternative to CyberArk; everything except mainframes.

(() => {
  const { REFUSING, REPLACING, SOURCE, formsOf, queryWords, readQuery } = catalogFinder;
  const IS_TELLING = /.{4}|[0-9]/u; // of a word that is a name without the others: M3
  const MOST_OF_WORD = 3; // applications that a word of their names refuses

  const ACRONYM = /^[A-Z]{2,}$/;
  const WORDS_OF_NAME = /^[^\s,;?!]+(?:\s+[^\s,;?!]+){0,7}/u;
  const BEFORE_NAME = /^(?:(?:the|our|an?|any|in|on|from|with|by|through|via|de[mnrs]?|die|das|eine?[mnrs]?|im|von|mit|durch|über|l[ea]s?|une?|en|dans|avec|par)\s+){1,2}/iu;
  const OR = /^\s*,?\s*(?:or|nor|oder|noch)\s+/iu;

  /**
   * The text without the applications and the values that it refuses: `refused`, and `values`, pairs of a field and its
   * values. `others`: a query for what is in the category of the applications, if it asks for something instead of them.
   */
  function readRefusals(text, index) {
    const { findMentioned } = catalogFinder; // defined later
    const names = [];
    let left = "";
    let from = 0;
    let isInstead = false;
    for (const { 0: words, index: at } of text.matchAll(REFUSING)) {
      const start = at + words.length;
      const end = at < from ? start : endOfNames(text, start, index, names);
      if (end > start) {
        left += `${text.slice(from, at)} `;
        from = end;
        isInstead ||= REPLACING.test(words);
      }
    }
    left += text.slice(from);
    const isLight = (word) => index.fillers.has(word) || index.kinds.has(word) || index.otherValues.has(word);
    const refused = names.flatMap(({ owners }) => owners);
    const values = names.flatMap((each) => each.values ?? []);
    const kinds = new Set(refused.map((owner) => index.owners[owner].category));
    const isAll = (kinds.size > 1 && !isInstead) || names.some(({ isCategory }) => isCategory);
    const others = isAll ? "" : index.categories[[...kinds][0]];
    const isOnly = names.length && queryWords(left).every(isLight) && !findMentioned(index, readQuery(left, index)).length;
    const isAny = queryWords(left).every((word) => !index.otherValues.has(word));
    return { text: isOnly ? `${others ?? ""} ${isAny ? "" : left}` : left, refused, values, others: isInstead ? others : undefined };
  }

  /* Where the names that begin at a position end: Kafka or Oracle. */
  function endOfNames(text, start, index, names) {
    const thingAt = (position) => nameAt(text, position, index) ?? valueAt(text, position, index);
    const namedAt = (position) => thingAt(position) ?? thingAt(position + (BEFORE_NAME.exec(text.slice(position))?.[0].length ?? 0));
    let [end, at] = [start, start];
    for (let named = namedAt(at); named; named = at > end ? namedAt(at) : null) {
      names.push(named);
      end = named.end;
      at = end + (OR.exec(text.slice(end))?.[0].length ?? 0);
    }
    return end;
  }

  /* The values of fields with the longest name at a position, or with a word of a name. */
  function valueAt(text, start, index) {
    const isLight = (word, run) => (index.fillers.has(word) || index.kinds.has(word)) && !ACRONYM.test(run);
    for (let run = runAt(text, start); run; run = withoutLast(run)) {
      const words = queryWords(run);
      const isMeant = !words.every((word) => isLight(word, run));
      const named = index.otherValues.get(words.join(""));
      const values = named ? index.valuesIn(named) : words.length === 1 ? index.valuesWith(words[0]) : [];
      if (isMeant && values.length) {
        return { end: start + run.length, owners: [], values };
      }
    }
    return null;
  }

  const runAt = (text, start) => WORDS_OF_NAME.exec(text.slice(start))?.[0] ?? "";

  const withoutLast = (run) => run.replace(/\s*\S+$/u, "");

  /* The longest name, vendor, or category at a position, or a word of few names. */
  function nameAt(text, start, { fieldWords, fillers, firstPartner, kinds, otherValues, texts }) {
    const ownersOf = (numbers, last) => {
      const named = numbers.map((number) => texts.texts[number]).filter(({ source }) => source <= last);
      return [...new Set(named.flatMap(({ owners }) => owners))];
    };
    let key = "";
    for (let run = runAt(text, start); run; run = withoutLast(run)) {
      key = queryWords(run).join("");
      const named = (forms, last) => ownersOf(forms.flatMap((form) => texts.names.get(form) ?? []), last);
      const ofVendor = named([key], SOURCE.VENDOR);
      const owners = ofVendor.length ? ofVendor : named(otherValues.has(key) ? [key] : formsOf(key), SOURCE.CATEGORY);
      if (owners.length) {
        return { end: start + run.length, owners, isCategory: !ofVendor.length };
      }
    }
    const next = queryWords(runAt(text, start))[1] ?? "";
    const isNamed = texts.withWholeWord(next).some((number) => texts.texts[number].source <= SOURCE.VENDOR && texts.texts[number].owners[0] < firstPartner);
    const isCompound = next && !fillers.has(next) && !kinds.has(next) && !texts.described.has(next) && !isNamed; // a Windows agent
    const owners = isCompound || !IS_TELLING.test(key) || fieldWords.has(key) || otherValues.has(key) ? [] : ownersOf(texts.withWholeWord(key), SOURCE.ALIAS);
    return owners.length && owners.length <= MOST_OF_WORD ? { end: start + /^\S+?(?=[\s,;?!]|$)/u.exec(text.slice(start))[0].length, owners } : null;
  }

  /** The results without what the query refuses. Partners that it names, list it, or state it come last, or not at all if only they are asked for. */
  function withoutRefused(index, hits, { refused, values }) {
    const shunned = new Set(refused);
    if (!refused.length && !values.length) {
      return { ...hits, shunned, refused: values };
    }
    const isShunned = (number) => shunned.has(index.firstPartner + number);
    const lists = (number) => isShunned(number) || (index.partners[number]?.applications.some((each) => shunned.has(each)) ?? false);
    const states = (number) => values.some((each) => isStating(index.partners[number], each));
    const last = (every) => sortedBy(every, (each) => lists(each.number ?? each) || states(each.number ?? each));
    const names = refused.map((owner) => index.owners[owner].name);
    const applications = hits.applications.filter((owner) => !shunned.has(owner));
    const nearest = hits.nearest.filter(({ name }) => !names.includes(name));
    const isOther = (number) => values.some(([key]) => index.partners[number].stated[key].length);
    const partners = sortedBy(last(hits.partners).filter((number) => !states(number) && !isShunned(number)), (number) => !isOther(number));
    const isAsked = hits.isQuery || refused.length;
    const accepted = { applications: isAsked ? applications : [], partners, nearest, mentioned: last(hits.mentioned), partly: last(hits.partly) };
    return { ...hits, ...accepted, isQuery: true, shunned, refused: values };
  }

  /** Whether a partner states one of the values of a field. */
  const isStating = (partner, [key, values]) => values.some((value) => partner?.stated[key].includes(value));

  /* Those that are not last, in their order, then those that are. */
  const sortedBy = (every, isLast) => [false, true].flatMap((isIn) => every.filter((each) => isLast(each) === isIn));

  Object.assign(catalogFinder, { isStating, readRefusals, withoutRefused });
})();
