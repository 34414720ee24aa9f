// What a query asks for; the rules of catalog_tool/finder/query.py.

(() => {
  const { SHORTEST_MISTYPED, beginningOf, isSlip, queryWords } = catalogFinder;
  const { latin } = catalogNames;
  const SHORTEST_AT_LAST = 3;
  const SHORTEST_MISTYPED_FILLER = 6;

  /** What a text asks for. `fillers` are words of questions: what is found need not have them. */
  function readQuery(text, fillers) {
    const words = [...new Set(queryWords(text))];
    const isAllFiller = words.every((word) => fillers.has(word));
    return { typed: latin(beginningOf(text)), words, isAllFiller };
  }

  /** The readings of a query, the strictest first; the first that finds something counts. */
  function* attempts(query, index) {
    const { words } = query;
    const every = words.map((_, at) => at);
    const content = query.isAllFiller ? every : every.filter((at) => !index.fillers.has(words[at]));
    yield { query, required: content, shortest: SHORTEST_MISTYPED };
    const core = content.filter((at) => !mayBeLeftOut(words, at, index));
    const isOther = core.length > 0 && core.length < content.length;
    if (isOther) {
      yield { query, required: core, shortest: SHORTEST_MISTYPED };
    }
    for (const required of isOther ? [content, core] : [content]) {
      if (required.some((at) => isShort([...words[at]]))) {
        yield { query, required, shortest: SHORTEST_AT_LAST };
      }
    }
  }

  const isShort = ({ length }) => length >= SHORTEST_AT_LAST && length <= SHORTEST_MISTYPED;

  /* Whether a word only says how to connect, or is a filler in the making or mistyped. */
  function mayBeLeftOut(words, at, index) {
    const word = words[at];
    const fillers = [...index.fillers];
    const isUnfinished = at > 0 && at === words.length - 1;
    return (
      index.interfaceWords.has(word) ||
      (isUnfinished && fillers.some((filler) => filler.startsWith(word))) ||
      fillers.some(
        (filler) => Math.min(word.length, filler.length) >= SHORTEST_MISTYPED_FILLER && isSlip(word, filler),
      )
    );
  }

  Object.assign(catalogFinder, { attempts, readQuery });
})();
