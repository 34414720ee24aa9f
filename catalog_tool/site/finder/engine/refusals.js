// What a query refuses: Workday, but not in the US; an alternative to CyberArk; everything except mainframes.

(() => {
  const { REFUSING, REPLACING, SOURCE, findMentioned, formsOf, hitsOf, isStating, queryWords, readQuery } = catalogFinder;
  const { latin } = catalogNames;
  const IS_TELLING = /.{4}|[0-9]/u; // of a word that is a name without the others: M3
  const MOST_OF_WORD = 3; // applications that a word of their names refuses

  const ACRONYM = /^[A-Z]{2,}$/;
  const WORDS_OF_NAME = /^\S+(?:\s+\S+){0,7}/u;
  const NEXT_WORD = /^[^\s,;?!]+\s+([^\s,;?!]+)/u;
  const LAST_WORD = /\s*\S+$/u;
  const SIGNS_AT_END = /[\s,;?!.]+$/u;
  const BEFORE_NAME = /^(?:(?:the|our|an?|any|of|in|on|at|from|for|with|by|through|via|au|aux|pour|für|bei|chez|de[mnrs]?|die|das|eine?[mnrs]?|im|von|mit|durch|über|l[ea]s?|une?|en|dans|avec|par)\s+){1,2}/iu;
  const OR = /^\s*(?:,\s*)?(?:(?:n?or|and|und|oder|noch|et|ou)\s+|,\s*)/iu;
  const AFTER_NAME = /^[\s-]+(?:ones?|services?|offers?|offerings?|hosting|dienste?s?|lösung(?:en)?)(?!\p{L})/iu; // but not the cloud one
  // Words that mean little before a value: don't run it in, not as a. Others, such as "only" or "gateway", change what is refused.
  const PASSING = new RegExp(
    "^(?:(?:the|an?|ones?|as|of|in|on|at|from|for|with|by|through|via|it|its|them|these|those|who|that|which|is|are|be|being|to|have|has|do|does" +
      "|runs?|running|host(?:s|ed|ing)?|us(?:e[sd]?|ing)|operat(?:e[sd]?|ing)|deploy(?:s|ed|ing)?|offer(?:s|ed|ing)?|provid(?:e[sd]?|ing)" +
      "|deliver(?:s|ed|ing)?|work(?:s|ing)?|based|located|als|es|sie|im|am|auf|aus|von|mit|für|bei|d(?:ie|as|er|en|em)|eine?[mnrs]?" +
      "|(?:betreib|nutz|hoste|lauf|läuf|verwend)\\p{L}*|gehostet|betrieben|genutzt|comme|ceux|celles|en|que|qui|dans|l[ea]s?|une?|d[eu]|au|aux|chez|par" +
      "|héberg\\p{L}*|exploit\\p{L}*|utilis\\p{L}*|fonctionn\\p{L}*)\\s+){1,6}",
    "iu",
  );
  const WORD_STARTS = /(?<=\s)(?=\S)|$/gu;
  const OF_VERB = /(?<!(?:is|are|was|were)n)['’]t\s+$/iu; // don't run
  const LIGHT = /(?<![^\s,;(])\p{L}{1,3}(?!\p{L})/gu;
  const BEFORE_ID = /(?:^|[,;(]|(?<!\p{L})(?:the|in|not?|except|outside|without|nicht|ohne|sauf))\s*$/iu;
  const AFTER_ID = /^\s*(?:$|[^\p{L}\s])/u;

  /** The results without what a query refuses. If it asks for nothing else, what is in the same category. */
  function hitsWithoutRefused(index, query) {
    const refusal = readRefusals(withoutLightIds(query, index), index);
    const { text, refused, others } = refusal;
    const accepted = (asked) => hitsOf(index, readQuery(asked, index), (hits) => withoutRefused(index, hits, refusal));
    const hits = accepted(text);
    const unread = [...hits.unread, ...(hits.mentioning?.pending ?? [])];
    const isFound = [hits.applications, hits.partners, hits.mentioned, unread].some(({ length }) => length);
    return isFound || !refused.length || others === undefined ? hits : accepted(others);
  }

  /*
   * The text without the applications and the values that it refuses: `refused`, and `values`, pairs of a field and its
   * values. `others`: a query for what is in the category of the applications, if it asks for something instead of them.
   */
  function readRefusals(text, index) {
    const names = [];
    let left = "";
    let from = 0;
    let isInstead = false;
    for (const { 0: words, index: at } of text.matchAll(REFUSING)) {
      const start = at + words.length;
      const end = at < from ? start : endOfNames(text, start, index, names, OF_VERB.test(words));
      if (end > start) {
        left += `${text.slice(from, at)} `;
        from = end;
        isInstead ||= REPLACING.test(words);
      }
    }
    left += text.slice(from);
    const isLight = (word) => index.light.has(word) || index.otherValues.has(word);
    const refused = names.flatMap(({ owners }) => owners);
    const values = names.flatMap((each) => each.values ?? []);
    const kinds = new Set(refused.map((owner) => index.owners[owner].category));
    const isAll = (kinds.size > 1 && !isInstead) || names.some(({ isCategory }) => isCategory);
    const others = isAll ? "" : index.categories[[...kinds][0]];
    const isOnly = names.length && queryWords(left).every(isLight) && !findMentioned(index, readQuery(left, index)).length;
    const isAny = queryWords(left).every((word) => !index.otherValues.has(word));
    return { text: isOnly ? `${others ?? ""} ${isAny ? "" : left}` : left, refused, values, others: isInstead ? others : undefined };
  }

  /* Where the names that begin at a position end: Kafka or Oracle. They are of one sort. After a verb is denied, they are values. */
  function endOfNames(text, start, index, names, isOfVerb) {
    let end = start;
    let first = null;
    for (let at = start; at > end || !first; at = end + (OR.exec(text.slice(end))?.[0].length ?? 0)) {
      const named = first ? namedAt(text, at, index) : firstNamedAt(text, at, index, isOfVerb);
      if (!named || (first && sortOf(named, index) !== sortOf(first, index))) {
        break;
      }
      first ??= named;
      names.push(named);
      end = named.end;
    }
    return end + (first ? (AFTER_NAME.exec(text.slice(end))?.[0].length ?? 0) : 0);
  }

  const sortOf = ({ owners, values }, { firstPartner }) => values?.[0][0] ?? owners[0] < firstPartner;

  /* What is named at a position, or the value after words that mean little. */
  function firstNamedAt(text, position, index, isOfVerb) {
    const passing = PASSING.exec(text.slice(position))?.[0] ?? "";
    const starts = [...passing.matchAll(WORD_STARTS)].map((start) => position + start.index);
    const values = passing ? starts.map((at) => valueAt(text, at, index)) : [];
    return longestOf(isOfVerb ? values : [namedAt(text, position, index), ...values]);
  }

  /* What a text names at a position, or after small words there: the longer one. */
  function namedAt(text, position, index) {
    const small = BEFORE_NAME.exec(text.slice(position))?.[0].length ?? 0;
    const every = [position, position + small].flatMap((at) => [nameAt(text, at, index), valueAt(text, at, index)]);
    return longestOf(every);
  }

  const longestOf = (every) => every.reduce((longest, each) => ((each?.end ?? 0) > (longest?.end ?? 0) ? each : longest), null);

  /* The text with the names of values in place of ids that are words of any question: in the us. */
  function withoutLightIds(text, { fillers, lightIds, texts }) {
    const isId = (id, at) => {
      const [before, after] = [text.slice(0, at), text.slice(at + id.length)];
      const [words, [next, ...others]] = [queryWords(before), queryWords(after)];
      const last = words.at(-1) ?? "";
      const around = [1, 2, 3].flatMap((count) => [[...words.slice(-count), id], [id, next, ...others].slice(0, count + 1)]);
      const isInName = around.some((run) => run.length > 1 && texts.names.has(latin(run.join("")))); // fiskaly SIGN DE
      const isEnd = AFTER_ID.test(after) || fillers.has(next);
      const isCapital = /^[A-Z]+$/.test(id) && /\p{Ll}/u.test(text);
      return !isInName && (isCapital || (isEnd && (BEFORE_ID.test(before) || (last && texts.withWholeWord(last).length > 0))));
    };
    return lightIds.size ? text.replace(LIGHT, (id, at) => (lightIds.has(id.toLowerCase()) && isId(id, at) ? lightIds.get(id.toLowerCase()) : id)) : text;
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

  const runAt = (text, start) => (WORDS_OF_NAME.exec(text.slice(start))?.[0] ?? "").replace(SIGNS_AT_END, "");

  const withoutLast = (run) => run.replace(LAST_WORD, "").replace(SIGNS_AT_END, "");

  /* The applications that are called a vendor and these words: SQL Server. */
  function afterVendor({ applications, firstUnlisted, texts }, [first = "", ...others]) {
    const isCalled = (owner, key) => owner < firstUnlisted && key === queryWords(`${applications[owner].vendor} ${first} ${others.join(" ")}`).join("");
    return texts.withWholeWord(first).flatMap((number) => texts.texts[number].owners.filter((owner) => isCalled(owner, texts.keys[number])));
  }

  /* The longest name, vendor, or category at a position, or a word of few names. */
  function nameAt(text, start, index) {
    const { fieldWords, fillers, firstPartner, kinds, otherValues, texts } = index;
    const ownersOf = (numbers, last) => {
      const named = numbers.map((number) => texts.texts[number]).filter(({ source }) => source <= last);
      return [...new Set(named.flatMap(({ owners }) => owners))];
    };
    let key = "";
    for (let run = runAt(text, start); run; run = withoutLast(run)) {
      key = queryWords(run).join("");
      const named = (forms, last) => ownersOf(forms.flatMap((form) => texts.names.get(form) ?? []), last);
      const ofVendor = named([key], SOURCE.VENDOR);
      const ofCategory = ofVendor.length ? [] : named(otherValues.has(key) ? [key] : formsOf(key), SOURCE.CATEGORY);
      const owners = [ofVendor, ofCategory, afterVendor(index, queryWords(run))].find(({ length }) => length);
      if (owners) {
        return { end: start + run.length, owners, isCategory: owners === ofCategory };
      }
    }
    const [next = ""] = queryWords(NEXT_WORD.exec(text.slice(start))?.[1] ?? "");
    const isNamed = texts.withWholeWord(next).some((number) => texts.texts[number].source <= SOURCE.VENDOR && texts.texts[number].owners[0] < firstPartner);
    const isCompound = next && !fillers.has(next) && !kinds.has(next) && !texts.described.has(next) && !isNamed; // a Windows agent
    const owners = isCompound || !IS_TELLING.test(key) || fieldWords.has(key) || otherValues.has(key) ? [] : ownersOf(texts.withWholeWord(key), SOURCE.ALIAS);
    return owners.length && owners.length <= MOST_OF_WORD ? { end: start + /^\S+?(?=[\s,;?!]|$)/u.exec(text.slice(start))[0].length, owners } : null;
  }

  /* The results without what the query refuses. Partners that it names, list it, or state it come last, or not at all if only they are asked for. */
  function withoutRefused(index, hits, { refused, values }) {
    const shunned = new Set(refused);
    if (!refused.length && !values.length) {
      return hits;
    }
    const isShunned = (number) => shunned.has(index.firstPartner + number);
    const lists = (number) => isShunned(number) || (index.partners[number]?.applications.some((each) => shunned.has(each)) ?? false);
    const listsOnly = (number) => index.partners[number].applications.length > 0 && index.partners[number].applications.every((each) => shunned.has(each));
    const states = (number) => values.some((each) => isStating(index.partners[number], each));
    const last = (every) => sortedBy(every, (each) => lists(each.number ?? each) || states(each.number ?? each));
    const names = refused.map((owner) => index.owners[owner].name);
    const applications = hits.applications.filter((owner) => !shunned.has(owner));
    const nearest = hits.nearest.filter(({ name }) => !names.includes(name));
    const isOther = (number) => values.some(([key]) => index.partners[number].stated[key].length);
    const partners = sortedBy(last(hits.partners).filter((number) => !states(number) && !isShunned(number) && !listsOnly(number)), (number) => !isOther(number));
    const isAsked = hits.isQuery || refused.length;
    const isListing = (number) => isOneNamed(index, hits) && lists(number); // Workday but not Kronos, unlike HR but not Kronos
    const isUnwanted = (number) => isShunned(number) || values.some((each) => isOnlyStating(index.partners[number], each));
    const exclusions = [(number) => isUnwanted(number) || isListing(number), isUnwanted];
    const accepted = { applications: isAsked ? applications : [], partners, nearest, exclusions, mentioned: last(hits.mentioned), partly: last(hits.partly) };
    return { ...hits, ...accepted, isQuery: true, shunned, refused: values };
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

  Object.assign(catalogFinder, { hitsWithoutRefused });
})();
