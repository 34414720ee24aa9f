// Finds partners by what the values that they state mean, if nobody says it: the owner described them.

(() => {
  const { formsOf, queryWords, typedWords } = catalogFinder;
  const SHORTEST_MEANT = 4; // letters

  /**
   * The partners that state the values whose descriptions have the most words of a query, at least half of those that tell
   * something, and one that no other description has. None, if a text has as many.
   */
  function findByMeaning(index, query, mentioning) {
    const words = query.words.filter((word) => word.length >= SHORTEST_MEANT && !isLight(index, word));
    const every = index.fields.flatMap(({ key, meanings }) => Object.entries(meanings).map(([value, text]) => ({ key, value, said: wordsIn(text, words) })));
    const isOnly = (word) => !index.texts.described.has(word) && every.filter(({ said }) => said.includes(word)).length === 1;
    const telling = every.filter(({ said }) => said.some(isOnly));
    const most = Math.max(...telling.map(({ said }) => said.length));
    const [first] = mentioning.findSome(mentioning.words, { inNames: true });
    if (2 * most < words.length || (first && mentioning.wordsIn(first).length >= most)) {
      return [];
    }
    return telling.filter(({ said }) => said.length === most).flatMap((each) => statingOf(index, each, query));
  }

  const isLight = ({ common, fieldWords, fillers, kinds }, word) => [common, fieldWords, fillers, kinds].some((each) => each.has(word));

  function wordsIn(text, words) {
    const known = new Set(queryWords(text).flatMap(formsOf));
    return words.filter((word) => known.has(word));
  }

  function statingOf({ firstPartner, partners }, { key, value, said }, { written }) {
    const typed = typedWords(written);
    const matched = said.map((word) => typed.get(word) ?? word).join(" ");
    const stating = [...partners.keys()].filter((number) => partners[number].stated[key].includes(value));
    return stating.map((number) => ({ owner: firstPartner + number, quality: 0, isWhole: true, match: "mentioned", matched }));
  }

  Object.assign(catalogFinder, { findByMeaning });
})();
