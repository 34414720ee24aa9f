// What a query asks for; the rules of catalog_tool/finder/query.py.

(() => {
  const { SHORTEST_MISTYPED, beginningOf, isSlip, latin, queryWords } = catalogFinder;
  const SHORTEST_AT_LAST = 3;
  const SHORTEST_MISTYPED_FILLER = 6;
  // Words of questions: whatever is found need not have them, but ranks before others if it has.
  const FILLERS = new Set(
    `
      a an the this that these those any anyone anybody someone somebody some all
      who whom which what where how is are be there it its
      do does did can could will would should have has had need needs want wants
      i me my mine we us our ours you your yours they their
      for from to into of in on at by with without via through over using use uses and or please
      find list search show looking look get buy offer offers offering sell sells
      connect connects connected connecting connection connections connector connectors
      integrate integrates integrated integrating integration integrations
      provision provisions provisioned provisioning sync syncs synchronize synchronise
      support supports supported supporting work works working
      partner partners provider providers company companies
      gateway gateways adapter adapters app apps application applications
      api apis interface interfaces
      user users account accounts
    `.trim().split(/\s+/),
  );

  /** What a text asks for. */
  function readQuery(text) {
    const words = [...new Set(queryWords(text))];
    const isAllFiller = words.every((word) => FILLERS.has(word));
    return { typed: latin(beginningOf(text)), words, isAllFiller };
  }

  /** The readings of a query, the strictest first; the first that finds something counts. */
  function* attempts(query, interfaces) {
    const { words } = query;
    const every = words.map((_, at) => at);
    const content = query.isAllFiller ? every : every.filter((at) => !FILLERS.has(words[at]));
    yield { query, required: content, shortest: SHORTEST_MISTYPED };
    const core = content.filter((at) => !mayBeLeftOut(words, at, interfaces));
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
  function mayBeLeftOut(words, at, interfaces) {
    const word = words[at];
    const fillers = [...FILLERS];
    const isUnfinished = at > 0 && at === words.length - 1;
    return (
      interfaces.has(word) ||
      (isUnfinished && fillers.some((filler) => filler.startsWith(word))) ||
      fillers.some(
        (filler) => Math.min(word.length, filler.length) >= SHORTEST_MISTYPED_FILLER && isSlip(word, filler),
      )
    );
  }

  Object.assign(catalogFinder, { attempts, readQuery });
})();
