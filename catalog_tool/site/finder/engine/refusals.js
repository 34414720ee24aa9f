// What a query refuses: Workday, but not in the US; an alternative to CyberArk.

(() => {
  const { SOURCE, queryWords } = catalogFinder;
  const IS_TELLING = /.{4}|[0-9]/u; // of a word that is a name without the others: M3
  const MOST_OF_WORD = 3; // applications that a word of their names refuses

  // As queries are folded: außer is ausser.
  const NEGATION = /^(not|except|outside|without|nicht|kein.*|ohne|ausser.*)$/;
  const ARTICLE = /^(the|an?|de[mnrs]|die|das)$/;
  const BEFORE_NAME =
    /\b(?:not|neither|without|except(?:\s+for)?|\w+er\s+than|instead\s+of|nicht|weder|ohne|kein\w*|au(?:ß|ss)er|(?:an)?statt|alternativ\w*\s+(?:to|zu[rm]?|für))\s+(?:(?:the|our|from|with|de[mnrs]|die|das|von|mit)\s+)?/giu;
  const WORDS_OF_NAME = /^[^\s,;?!]+(?:\s+[^\s,;?!]+){0,3}/u;
  const OR = /^\s*,?\s*(?:or|nor|oder|noch)\s+/iu;

  /**
   * The text without the applications that it refuses, which are `refused`. `others`: a query for what
   * is in their category.
   */
  function readRefusals(text, index) {
    const refused = [];
    let left = "";
    let from = 0;
    for (const { 0: words, index: at } of text.matchAll(BEFORE_NAME)) {
      const start = at + words.length;
      const end = at < from ? start : endOfNames(text, start, index, refused);
      if (end > start) {
        left += `${text.slice(from, at)} `;
        from = end;
      }
    }
    left += text.slice(from);
    const isLight = (word) => index.fillers.has(word) || index.kinds.has(word) || index.otherValues.has(word);
    const others = index.categories[index.owners[refused[0]]?.category] ?? "";
    return { text: refused.length && queryWords(left).every(isLight) ? `${others} ${left}` : left, refused, others };
  }

  /* Where the names of applications that begin at a position end: Kafka or Oracle. */
  function endOfNames(text, start, index, refused) {
    let [end, at] = [start, start];
    for (let named = nameAt(text, at, index); named; named = at > end ? nameAt(text, at, index) : null) {
      refused.push(...named.owners);
      end = named.end;
      at = end + (OR.exec(text.slice(end))?.[0].length ?? 0);
    }
    return end;
  }

  /* The longest name or vendor of applications at a position, or a word of few names. */
  function nameAt(text, start, { fieldWords, firstPartner, texts }) {
    const ownersOf = (numbers, last) => {
      const named = numbers.map((number) => texts.texts[number]).filter(({ source, owners }) => source <= last && owners[0] < firstPartner);
      return [...new Set(named.flatMap(({ owners }) => owners))];
    };
    let run = WORDS_OF_NAME.exec(text.slice(start))?.[0] ?? "";
    let key = "";
    for (; run; run = run.replace(/\s*\S+$/u, "")) {
      key = queryWords(run).join("");
      const owners = ownersOf(texts.names.get(key) ?? [], SOURCE.VENDOR);
      if (owners.length) {
        return { end: start + run.length, owners };
      }
    }
    const owners = !IS_TELLING.test(key) || fieldWords.has(key) ? [] : ownersOf(texts.withWholeWord(key), SOURCE.ALIAS);
    return owners.length && owners.length <= MOST_OF_WORD ? { end: start + /^\S+?(?=[\s,;?!]|$)/u.exec(text.slice(start))[0].length, owners } : null;
  }

  /** The results without applications that the query refuses. Partners that list them come last. */
  function withoutRefused(index, hits, refused) {
    const shunned = new Set(refused);
    if (!refused.length) {
      return { ...hits, shunned };
    }
    const lists = (number) => index.partners[number]?.applications.some((each) => shunned.has(each)) ?? false;
    const last = (every) => [false, true].flatMap((isLast) => every.filter((each) => lists(each.number ?? each) === isLast));
    const names = refused.map((owner) => index.owners[owner].name);
    const applications = hits.applications.filter((owner) => !shunned.has(owner));
    const nearest = hits.nearest.filter(({ name }) => !names.includes(name));
    return { ...hits, shunned, applications, nearest, partners: last(hits.partners), mentioned: last(hits.mentioned), partly: last(hits.partly) };
  }

  /** The words of values after a negation: Workday, but not in the US. */
  function refusedIn({ fieldWords, fillers }, words) {
    let isRefused = false;
    return words.filter((word) => {
      isRefused = NEGATION.test(word) || (isRefused && (fieldWords.has(word) || fillers.has(word) || ARTICLE.test(word)));
      return isRefused && fieldWords.has(word);
    });
  }

  Object.assign(catalogFinder, { readRefusals, refusedIn, withoutRefused });
})();
