// Which words of a query are required, and what to try if nothing is found.

(() => {
  const { SHORTEST_MISTYPED, SOURCE, formsOf, isSlip } = catalogFinder;
  const SHORTEST_AT_LAST = 3;
  const SHORTEST_MISTYPED_FILLER = 6;
  const LONGEST_NAME = 4; // words of the name of an application

  // How much a word means in a query.
  const WEIGHT = { FILLER: 0, KIND: 1, CONTENT: 2 };

  /** The readings of a query, strictest first. The first reading with results is used. */
  function readings(query, index) {
    const { words, acronyms } = query;
    const content = contentOf(words, index, acronyms);
    const inNames = wordsOfNames(words, index);
    const exact = inNames.size ? new Set([...index.fieldWords].filter((word) => !inNames.has(word))) : index.fieldWords;
    const core = coreOf(query, content, index, (at) => exact.has(words[at]) || (!inNames.has(words[at]) && mayBeLeftOut(words, at, index)));
    const isOther = core.length > 0 && core.join() !== content.join();
    const isStated = content.every((at) => core.includes(at) || exact.has(words[at])) && !isName(content, words, index);
    const named = core.map((at) => words[at]);
    const every = isStated && (isCategory(named, index) || isNameOf(named.join(""), index)) ? [core] : [content, core];
    return (isOther ? every : [content]).map((required) => ({ query, required, exact }));
  }

  /* The content without what may be left out, or a whole name that has it: System i, in Europe. */
  function coreOf({ words, acronyms }, content, index, mayBeLeft) {
    const left = content.filter(mayBeLeft);
    const kept = [...words.keys()].filter((at) => !left.includes(at));
    const core = contentOf(kept.map((at) => words[at]), index, acronyms).map((at) => kept[at]);
    return left.length < content.length || isName(core, words, index) ? core : [];
  }

  /** The words in the whole names of applications and categories, which aren't those of values: SQL in SQL Server. */
  function wordsOfNames(words, index) {
    const values = new Set();
    const names = [];
    for (let first = 0; first < words.length; first += 1) {
      let joined = "";
      for (let end = first + 1; end <= Math.min(words.length, first + LONGEST_NAME); end += 1) {
        joined += words[end - 1];
        const run = () => words.slice(first, end);
        index.otherValues.has(joined) && run().forEach((word) => values.add(word));
        isKnown(joined, index) && names.push(run());
      }
    }
    return new Set(names.filter((run) => !run.every((word) => values.has(word))).flat());
  }

  /** Whether joined words are a whole name of an application or a category. */
  const isKnown = (joined, index) => isNameOf(joined, index) || isCategoryName(joined, index);

  /* Whether joined words are a name of an application. */
  const isNameOf = (joined, { firstPartner, texts: { names, texts } }) =>
    names.get(joined)?.some((number) => texts[number].source <= SOURCE.ALIAS && texts[number].owners[0] < firstPartner);

  /* Whether some words are a name, and not only of a value. */
  const isName = (required, words, { texts: { names, texts } }) =>
    names.get(required.map((at) => words[at]).join(""))?.some((number) => texts[number].source !== SOURCE.FIELD);

  /* Whether words are a category. What partners state ranks those that list something in it. */
  const isCategory = (words, index) => isCategoryName(words.join(""), index) || (words.length === 1 && index.texts.described.has(words[0]));

  const isCategoryName = (joined, { texts: { names, texts } }) =>
    formsOf(joined).some((form) => names.get(form)?.some((number) => texts[number].source === SOURCE.CATEGORY));

  /** The same readings with typos, `shortest` letters long, strictest first. */
  function mistypedReadings(strict) {
    const isShortIn = ({ query, required }) => required.some((at) => isShort([...query.words[at]]));
    return [
      ...strict.map((reading) => ({ ...reading, shortest: SHORTEST_MISTYPED })),
      ...strict.filter(isShortIn).map((reading) => ({ ...reading, shortest: SHORTEST_AT_LAST })),
    ];
  }

  const isShort = ({ length }) => length >= SHORTEST_AT_LAST && length <= SHORTEST_MISTYPED;

  /** The words that a reading requires. */
  const wordsOf = ({ query, required }) => required.map((at) => query.words[at]);

  /** The same reading with descriptions of categories; null if they don't help. */
  function withDescriptions(attempt, index) {
    const isLight = (word) => attempt.exact.has(word) || index.light.has(word);
    const isDescribed = wordsOf(attempt).some((word) => !isLight(word) && index.texts.described.has(word));
    return isDescribed ? { ...attempt, isDescribed } : null;
  }

  /* A whole name among words of less weight, or the words of most weight. */
  function contentOf(words, index, acronyms) {
    const isCommon = words.some((word) => isKnown(word, index)) ? (word) => index.common.has(word) : () => false; // an identity connector for SAP
    const inNames = words.some((word, at) => at && index.fillers.has(word)) ? wordsOfNames(words, index) : new Set();
    const isEnd = (at) => at > 0 && [words[at - 1], words[at]].every((word) => inNames.has(word)) && !index.fillers.has(words[at - 1]); // IBM i
    const weights = words.map((word, at) => (acronyms.has(word) || isEnd(at) ? WEIGHT.CONTENT : isCommon(word) ? WEIGHT.KIND : weightOf(word, index)));
    const most = Math.max(...weights);
    const heaviest = words.map((_, at) => at).filter((at) => weights[at] === most);
    const hasContent = most === WEIGHT.CONTENT;
    const lastStart = hasContent ? heaviest[0] : words.length - 1;
    for (let first = 0; first <= lastStart; first += 1) {
      const shortest = Math.max(first, hasContent ? heaviest.at(-1) : 0);
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

  /* Whether a word is an unfinished or mistyped filler. */
  function mayBeLeftOut(words, at, index) {
    const word = words[at];
    const isUnfinished = at > 0 && at === words.length - 1 && !index.texts.names.has(word);
    return (
      (isUnfinished && isLike(index.light, (filler) => filler.startsWith(word))) ||
      (word.length >= SHORTEST_MISTYPED_FILLER && !index.texts.withWholeWord(word).length && isLike(index.light, (filler) => isMistypedAs(word, filler)))
    );
  }

  function isLike(words, isMeant) {
    for (const word of words) {
      if (isMeant(word)) {
        return true;
      }
    }
    return false;
  }

  /* Not another form of it: managed isn't manages. */
  const isMistypedAs = (word, filler) =>
    Math.min(word.length, filler.length) >= SHORTEST_MISTYPED_FILLER && isSlip(word, filler) && !word.startsWith(filler.slice(0, -1));

  Object.assign(catalogFinder, { contentOf, isKnown, mistypedReadings, readings, withDescriptions, wordsOf, wordsOfNames });
})();
