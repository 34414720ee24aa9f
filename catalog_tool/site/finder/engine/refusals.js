// What a query refuses: Workday, but not in the US; an alternative to CyberArk; everything except mainframes.

(() => {
  const { AFTER_NAME, MOST_QUOTED, NOTHING, NOT_ONLY, REFUSING, REPLACING, WISHING, asIgnored, countOfPassing, deniersFirst, findMentioned, hitsOf, isDenied, isOrdinary, listersOf, meantIn, mentionsOf, namesFrom, queryWords, quote, readQuery, roleAfter, sortedBy, statementAt, thingAfter, tokensIn, withoutRefused } = catalogFinder;
  const { latin } = catalogNames;
  const LONGEST_CLAUSE = 4;
  const LEAST = -1000; // in place of how much of a query a partner states and says

  const OF_VERB = /(?<!(?:is|are|was|were)n)['’]t\s+$/iu; // don't run
  const LIGHT = /(?<![^\s,;(])\p{L}{1,3}(?!\p{L})/gu;
  const BEFORE_ID = /(?:^|[,;(]|(?<!\p{L})(?:the|in|except|outside|without|ohne|sauf))\s*$/iu; // “not us” may be a pronoun
  const AFTER_ID = /^\s*(?:$|[^\p{L}\s])/u;

  /** The results without what a query refuses. If it asks for nothing else, what is in the same category. */
  function hitsWithoutRefused(index, query) {
    const text = withoutLightIds(withoutNotOnly(query, index), index);
    const first = readRefusals(text, index);
    const named = first.names.filter(({ word }) => word);
    const said = mentionsOf(index, named.map(({ word }) => word)).map(({ mentioning }) => mentioning);
    const unread = said.flatMap(({ pending }) => pending);
    if (unread.length) {
      return { ...NOTHING, isQuery: true, asked: [], states: () => true, unread };
    }
    const isWord = ({ owners, word }) => said.some((mentioning) => mentioning.words.includes(word) && isOrdinary(index, owners, word, mentioning));
    const ordinary = new Set(named.filter(isWord).map(({ word }) => word)); // no internet isn't Internet Directory
    const refusal = ordinary.size ? readRefusals(text, index, ordinary) : first;
    const hits = acceptedHits(index, refusal);
    return refusal.typed ? deniersFirst(index, hits, refusal.typed, (saying) => sayersLast(index, refusal, hits, saying)) : hits;
  }

  /* What is found without what was ignored, with the partners last that say it of themselves (`saying`): not a consultancy. */
  function sayersLast(index, refusal, hits, saying) {
    const { ignored } = refusal;
    const isFound = ({ applications, mentioned, partly }) => applications.length + mentioned.length + partly.length > 0;
    if (!ignored.length || !saying.length || !isFound(hits)) {
      return hits;
    }
    const rest = restOf(index, refusal, ignored);
    const unread = unreadOf(rest);
    if (unread.length || !rest.isQuery || !isFound(rest)) {
      return { ...hits, unread: [...hits.unread, ...unread] };
    }
    const covered = new Map([...rest.covered, ...saying.map((number) => [number, LEAST])]);
    const [mentioned, partly] = [rest.mentioned, rest.partly].map((texts) => sortedBy(texts, ({ number }) => saying.includes(number)));
    return { ...rest, covered, mentioned, partly, nearest: [...asIgnored(ignored), ...rest.nearest] };
  }

  function acceptedHits(index, refusal) {
    const { text, refused, others } = refusal;
    const hits = accepted(index, refusal, text);
    if (unreadOf(hits).length) {
      return hits;
    }
    const isNamed = hits.applications.length + hits.partners.length > 0;
    if (refusal.isDenial && (isNamed || hits.mentioned.length)) {
      return withoutDenied(index, hits, refusal.ignored);
    }
    return isNamed || !refused.length || others === undefined ? withoutIgnored(index, refusal, hits) : withTexts(hits, accepted(index, refusal, others));
  }

  /* The texts that deny what a query doesn't want, if there are any, or else everyone. */
  function withoutDenied(index, hits, ignored) {
    const said = hits.mentioned.slice(0, MOST_QUOTED);
    const unread = said.length ? hits.mentioning.pendingOf(said) : [];
    const isDenying = unread.length > 0 || said.some((each) => isDenied(quote(hits.mentioning, each)));
    return isDenying ? { ...hits, unread } : everyoneLast(index, hits, ignored);
  }

  /* Everyone, if a query says only what it doesn't want, and that is no name here. Those that were found by its words come last: they are the opposite. */
  function everyoneLast(index, hits, ignored) {
    const found = listersOf(index, meantIn(hits));
    [...hits.partners, ...hits.mentioned.map(({ number }) => number)].forEach((number) => (found[number] = 1));
    const partners = [0, 1].flatMap((isFound) => [...found.keys()].filter((number) => found[number] === isFound));
    return { ...hits, ...NOTHING, isQuery: true, asked: [], states: () => true, partners, nearest: asIgnored(ignored) };
  }

  /* What is in the category of what something else is asked for, with the texts that have the rest of the question. */
  function withTexts({ mentioned, partly, mentioning }, hits) {
    const said = mentioned.length ? mentioned : partly;
    const covered = new Map([...hits.covered, ...said.map(({ number }) => [number, 1 + (hits.covered.get(number) ?? 0)])]);
    return hits.applications.length ? { ...hits, mentioned, partly, mentioning, covered } : hits;
  }

  /* What is found without what was ignored, if an answer says so: nobody looks for that. Unless nothing else is asked for. */
  function withoutIgnored(index, refusal, hits) {
    const { roles } = refusal;
    const told = [...asIgnored(roles), ...hits.nearest.filter(({ kind }) => kind === "ignored")];
    const rest = told.length ? restOf(index, refusal, told.map(({ name }) => name)) : hits;
    const isFound = told.length && rest.isQuery && (roles.length || rest.applications.length + rest.partners.length > 0);
    return isFound ? { ...rest, covered: hits.covered, nearest: [...told, ...rest.nearest] } : hits; // what values mean may be the denial: no agent
  }

  /* The results of a query without what it refuses. */
  const accepted = (index, refusal, asked) => hitsOf(index, readQuery(asked, index), (hits) => withoutRefused(index, hits, refusal));

  /* The results of a query without some of its parts. The caller says that they were ignored. */
  const restOf = (index, refusal, parts) => accepted(index, { ...refusal, ignored: [] }, without(refusal.text, parts));

  /* The parts of the texts to load before results are complete. */
  const unreadOf = ({ unread, mentioning }) => [...unread, ...(mentioning?.pending ?? [])];

  const without = (text, parts) => parts.reduce((left, part) => left.replace(part, " "), text);

  const isAllLight = (text, { light }) => queryWords(text).every((word) => light.has(word));

  /*
   * The text without the applications and the values that it refuses: `refused`, and `values`, pairs of a field and its
   * values; `names` has each as it is called, except `ordinary` words of names. `others`: a query for what is in the category of the
   * applications, if it asks for something instead of them.
   */
  function readRefusals(text, index, ordinary = new Set()) {
    const tokens = tokensIn(text).map((token) => ({ ...token, isOrdinary: ordinary.has(token.words.join("")) }));
    const names = [];
    const ignored = [];
    const roles = []; // what isn't applied and not looked for, either: not as a managed service
    let typed = ""; // the first values, or what else is denied
    let left = "";
    let from = 0;
    let isInstead = false;
    for (const { 0: words, index: at } of text.matchAll(REFUSING)) {
      const first = at < from ? -1 : tokens.findIndex(({ start }) => start >= at + words.length);
      const own = first < 0 ? null : statementAt(tokens, first, index);
      const named = first < 0 ? [] : own ? own.names : refusedFrom(tokens, first, index, OF_VERB.test(words));
      if (own && !own.isWish) {
        left += `${text.slice(from, tokens[own.first].start)} `;
        from = endOf(tokens, named.at(-1).end);
      } else if (named.length) {
        names.push(...named);
        left += `${text.slice(from, at)} `;
        from = endOf(tokens, named.at(-1).end);
        typed ||= named[0].values ? text.slice(tokens[first].start, from) : "";
        isInstead ||= REPLACING.test(words);
      } else if (first >= 0) {
        const role = roleAfter(tokens, first);
        typed ||= clauseFrom(tokens, first, text);
        roles.push(...(role ? [text.slice(at, role.end)] : []));
        ignored.push(...(role || OF_VERB.test(words) ? [] : thingAfter(tokens, first, index)).map(({ end }) => text.slice(at, end)));
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
    const isEmpty = !names.length && isAllLight(left, index); // all that it says is what those who ask have
    const isDenial = !names.length && ignored.length > 0 && !REPLACING.test(text) && isAllLight(without(left, ignored), index);
    return { text: isOnly ? `${others ?? ""} ${isAny ? "" : left}` : isEmpty ? text : left, isDenial, names, refused, values, others: isInstead && kinds.size === 1 ? others : undefined, ignored, roles, typed };
  }

  /* What a denial names: after a verb values, and after one of wishing anything, whoever wishes: we run Linux but don't want a vault. */
  function refusedFrom(tokens, first, index, isOfVerb) {
    const isWish = isOfVerb && WISHING.test(tokens[first].typed);
    return isWish ? namesFrom(tokens, first + 1, index, false) : namesFrom(tokens, first, index, isOfVerb);
  }

  /* A few words from a position, up to a sign, without those that mean little before them. */
  function clauseFrom(tokens, first, text) {
    const start = first + countOfPassing(tokens, first);
    const words = tokens.slice(start, start + LONGEST_CLAUSE);
    const end = words.findIndex(({ signs }) => signs);
    return text.slice(words[0].start, words.at(end).end);
  }

  /* Where a name ends in the text, with a word after it that says nothing. */
  const endOf = (tokens, end) => (tokens[end - 1].signs || !AFTER_NAME.test(tokens[end]?.typed ?? "") ? tokens[end - 1].end : tokens[end].end);

  /* The text without words that deny nothing. A comma before them stays if it is one between names: write to it, not only read it. */
  function withoutNotOnly(text, index) {
    const isBeforeName = (at) => namesFrom(tokensIn(text.slice(at)), 0, index, false).length > 0;
    return text.replaceAll(NOT_ONLY, (words, at) => (words.startsWith(",") && isBeforeName(at + words.length) ? ", " : " "));
  }

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

  Object.assign(catalogFinder, { hitsWithoutRefused });
})();
