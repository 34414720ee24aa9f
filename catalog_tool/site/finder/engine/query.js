// Reads a query: which words are required, and what to try if nothing is found.

(() => {
  const { GRADE, SHORTEST_MISTYPED, SOURCE, beginningOf, formsOf, isSlip, nameWords, queryWords, stemOf } = catalogFinder;
  const { latin } = catalogNames;
  const MOST_WORDS = 12; // so that a sentence is answered within a frame
  const MOST_UNFINISHED = 2;
  const SHORTEST_AT_LAST = 3;
  const SHORTEST_MISTYPED_FILLER = 6;

  // How much a word means in a query.
  const WEIGHT = { FILLER: 0, KIND: 1, CONTENT: 2 };
  // A year, Oracle 19c, V7R4. A number alone can be a name: Dynamics 365, chris 21.
  const VERSION = /^(?:(?:19|20)[0-9]{2}|[0-9]+[cgi]|v[0-9].*)$/u;
  const NUMBER = /^[0-9]+$/;

  const LONGEST_VALUE = 4; // words of the name of a value
  // What separates names in a list, besides words.
  const BETWEEN = /[,;|&\n]| [+/] /;

  // As queries are folded: außer is ausser.
  const NEGATION = /^(not|no|except|outside|without|nicht|kein.*|ohne|ausser.*)$/;

  const DETERMINER = /^(?:any|the|our|own|eine?[mnrs]?|die|das|der|de[mnrs])$/;
  const SHORTEST_DENIED = 3; // letters

  const ACRONYM = /\b[A-Z]{2}\b/g;
  const MAILBOX = /[^\s@]+@(?=\S)/g; // only the host of an address is searched
  const CONTRACTED = [[/(?<=\p{L})n['’]t(?!\p{L})/giu, "n not"], [/-t-(?=(?:il|elle|on)(?!\p{L}))/giu, " "], [/(?<!\p{L})(?:[cdjlmnst]|qu)['’](?=\p{L})/giu, " "]];
  const SYMBOL = /\p{So}/u;
  const HOST = /(?<![^\s/(<])((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?![\p{L}\p{N}])(\/\S*)?/gu;

  /** Parse a query. `others`: what is typed in place of words of values. */
  function readQuery(text, index) {
    const { fillers, kinds, otherValues } = index;
    const written = CONTRACTED.reduce((each, [short, long]) => each.replace(short, long), beginningOf(text).replace(MAILBOX, ""));
    const { typed, hosts } = readHosts(written, index);
    const spelled = withoutFillers(queryWords(typed), fillers);
    const acronyms = new Set((/\p{Ll}/u.test(typed) ? (typed.match(ACRONYM) ?? []) : []).map(latin));
    const isLight = (word) => (fillers.has(word) || kinds.has(word)) && !acronyms.has(word);
    const others = new Map();
    const renamed = renameValues(spelled, otherValues, isLight, others);
    const words = [...new Set(renamed)];
    const isAllFiller = words.every((word) => fillers.has(word));
    const isUnfinished = isAllFiller && words.length <= MOST_UNFINISHED; // “the” may begin a name
    const isVague = !isUnfinished && words.every(isLight) && !index.texts.names.has(contentOf(words, index).map((at) => words[at]).join(""));
    return { written: typed, typed: latin(typed), words, renamed, others, isAllFiller, isVague, acronyms, hosts, isSymbol: !words.length && SYMBOL.test(typed) };
  }

  /* The first words. In a long sentence, words that mean little make room for others. */
  function withoutFillers(words, fillers) {
    const telling = words.length > MOST_WORDS ? words.filter((word) => !fillers.has(word)) : words;
    return (telling.length ? telling : words).slice(0, MOST_WORDS);
  }

  /* With a name in place of the host that has it: treyresearch.net is Trey Research. `hosts` has the words of others. */
  function readHosts(text, index) {
    const hosts = new Set();
    const typed = text.replace(HOST, (address, host) => {
      const labels = latin(host).replaceAll("-", "").split(".").slice(0, -1);
      const label = labels.reduce((longest, each) => (each.length > longest.length ? each : longest), "");
      const isName = isHostOf(label, index) && !index.texts.names.has(nameWords(host).join(""));
      queryWords(isName ? label : host).forEach((word) => hosts.add(word));
      return isName ? ` ${label} ` : address;
    });
    return { typed, hosts };
  }

  /* Whether a partner's name begins with the name of a host, or an application has it. */
  function isHostOf(label, { texts, firstPartner }) {
    const isNamed = ({ source, owners }, number) =>
      source <= SOURCE.ALIAS && (texts.keys[number] === label || (owners[0] >= firstPartner && texts.start(number, label) === GRADE.WHOLE));
    return texts.withWholeWord(label).some((number) => isNamed(texts.texts[number], number));
  }

  /*
   * With the name of a value in place of another name: APAC is Asia Pacific. `others` gets the words that are not typed,
   * each with those that are.
   */
  function renameValues(words, otherValues, isLight, others) {
    for (let first = 0; first < words.length; first += 1) {
      for (let end = Math.min(words.length, first + LONGEST_VALUE); end > first; end -= 1) {
        const run = words.slice(first, end);
        const renamed = run.every(isLight) ? undefined : otherValues.get(run.join(""));
        if (renamed) {
          renamed.filter((word) => !words.includes(word)).forEach((word) => others.set(word, run));
          return [...words.slice(0, first), ...renamed, ...renameValues(words.slice(end), otherValues, isLight, others)];
        }
      }
    }
    return words;
  }

  /** The parts of a query that may name one thing each; none if it has only one. */
  function partsOf({ typed }, index) {
    const spaced = typed.split(/\s+/).map((word) => (index.joiners.has(word) ? "," : word)).join(" ");
    const parts = spaced.split(BETWEEN).map((part) => readQuery(part, index));
    const isVersion = (word) => NUMBER.test(word) && !index.texts.names.has(word);
    const isNamed = ({ words, isAllFiller }) => words.length && !isAllFiller && !NEGATION.test(words[0]) && !words.every(isVersion); // X, not in the cloud
    const named = parts.filter(isNamed);
    return named.length > 1 ? named : [];
  }

  /** The readings of a query, strictest first. The first reading with results is used. */
  function readings(query, index) {
    const { words } = query;
    const content = contentOf(words, index);
    const exact = wordsOfValues(words, index);
    const core = content.filter((at) => !mayBeLeftOut(words, at, index, exact));
    const isOther = core.length > 0 && core.length < content.length;
    const isStated = content.every((at) => core.includes(at) || exact.has(words[at])) && !isName(content, words, index);
    const every = isStated && isCategory(core.map((at) => words[at]), index) ? [core] : [content, core];
    return (isOther ? every : [content]).map((required) => ({ query, required, exact }));
  }

  /* The words of values, except in the whole name of an application of several words: SQL in SQL Server. */
  function wordsOfValues(words, { fieldWords, firstPartner, texts: { names, texts } }) {
    const isNamed = (run) => names.get(run.join(""))?.some((number) => texts[number].source <= SOURCE.ALIAS && texts[number].owners[0] < firstPartner);
    const runs = words.flatMap((_, at) => [2, 3, 4].map((length) => words.slice(at, at + length)).filter((run, length) => run.length > length + 1));
    const named = new Set(runs.filter((run) => run.some((word) => !fieldWords.has(word)) && isNamed(run)).flat());
    return named.size ? new Set([...fieldWords].filter((word) => !named.has(word))) : fieldWords;
  }

  const isName = (required, words, { texts }) => texts.names.has(required.map((at) => words[at]).join(""));

  /* Whether words are a category. What partners state ranks those that list something in it. */
  function isCategory(words, { texts: { described, names, texts } }) {
    const numbers = formsOf(words.join("")).flatMap((form) => names.get(form) ?? []);
    return numbers.some((number) => texts[number].source === SOURCE.CATEGORY) || (words.length === 1 && described.has(words[0]));
  }

  /** The same readings with typos, `shortest` letters long, strictest first. */
  function mistypedReadings(strict) {
    const isShortIn = ({ query, required }) => required.some((at) => isShort([...query.words[at]]));
    return [
      ...strict.map((reading) => ({ ...reading, shortest: SHORTEST_MISTYPED })),
      ...strict.filter(isShortIn).map((reading) => ({ ...reading, shortest: SHORTEST_AT_LAST })),
    ];
  }

  const isShort = ({ length }) => length >= SHORTEST_AT_LAST && length <= SHORTEST_MISTYPED;

  /** The reading with what a query denies, as texts say it: no API, without a Windows agent. Null if it denies nothing. */
  function denialIn(query, index) {
    const { words, others, isAllFiller, isVague } = query;
    const denying = words.findIndex((word) => NEGATION.test(word));
    const isThing = (at) => at > denying && words[at].length >= SHORTEST_DENIED && !DETERMINER.test(words[at]);
    const things = isAllFiller || isVague ? words.map((_, at) => at).filter(isThing).slice(0, 1) : contentOf(words, index).filter((at) => !others.has(words[at]));
    const isDenied = denying >= 0 && things.some(isThing);
    return isDenied ? { query, required: [...new Set([denying, ...things])], exact: index.fieldWords } : null;
  }

  /** The words that a reading requires. */
  const wordsOf = ({ query, required }) => required.map((at) => query.words[at]);

  /** The same reading with descriptions of categories; null if they don't help. */
  function withDescriptions(attempt, index) {
    const isLight = (word) => attempt.exact.has(word) || index.fillers.has(word) || index.kinds.has(word);
    const isDescribed = wordsOf(attempt).some((word) => !isLight(word) && index.texts.described.has(word));
    return isDescribed ? { ...attempt, isDescribed } : null;
  }

  /** The same reading without versions; null if there are none. */
  function withoutVersions(attempt) {
    const { words } = attempt.query;
    const isNumber = (at) => NUMBER.test(words[at] ?? "");
    const isVersion = (at) =>
      VERSION.test(words[at]) || (isNumber(at) && (isNumber(at - 1) || isNumber(at + 1)));
    const required = attempt.required.filter((at) => !isVersion(at));
    const isOther = required.length > 0 && required.length < attempt.required.length;
    return isOther ? { ...attempt, required } : null;
  }

  /* A whole name among words of less weight, or the words of most weight. */
  function contentOf(words, index) {
    const weights = words.map((word) => weightOf(word, index));
    const most = Math.max(...weights);
    const heaviest = words.map((_, at) => at).filter((at) => weights[at] === most);
    const isContent = most === WEIGHT.CONTENT;
    const lastStart = isContent ? heaviest[0] : words.length - 1;
    for (let first = 0; first <= lastStart; first += 1) {
      const shortest = Math.max(first, isContent ? heaviest.at(-1) : 0);
      for (let end = words.length; weights[first] && end > shortest; end -= 1) {
        if (index.texts.names.has(words.slice(first, end).join(""))) {
          return Array.from({ length: end - first }, (_, at) => first + at);
        }
      }
    }
    return heaviest;
  }

  function weightOf(word, { fillers, kinds }) {
    if (fillers.has(word)) {
      return WEIGHT.FILLER;
    }
    return kinds.has(word) ? WEIGHT.KIND : WEIGHT.CONTENT;
  }

  /* Whether a word is one of the name of a value, or an unfinished or mistyped filler. */
  function mayBeLeftOut(words, at, index, exact) {
    const word = words[at];
    const light = [...index.fillers, ...index.kinds];
    const isUnfinished = at > 0 && at === words.length - 1 && !index.texts.names.has(word);
    return (
      exact.has(word) ||
      (isUnfinished && light.some((filler) => filler.startsWith(word))) ||
      light.some(
        (filler) => Math.min(word.length, filler.length) >= SHORTEST_MISTYPED_FILLER && isSlip(word, filler) && stemOf(word) !== stemOf(filler), // managed isn't manages
      )
    );
  }

  Object.assign(catalogFinder, { denialIn, mistypedReadings, partsOf, readQuery, readings });
  Object.assign(catalogFinder, { withDescriptions, withoutVersions, wordsOf });
})();
