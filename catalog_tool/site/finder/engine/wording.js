// What an answer repeats of a query.

(() => {
  const { DENYING, queryWords, typedWords } = catalogFinder;
  const MOST_REPEATED = 3; // words
  const IS_NAME = /^\p{Lu}/u;
  const IS_END = /[.?!,]$/;
  const SIGNS_AROUND = /^[^\p{L}\p{N}.+#]+|[^\p{L}\p{N}+#)]+$/gu;

  /** A part of a query without the words of questions and the signs around it: Does anybody connect Kubernetes clusters? */
  function subjectOf(typed, { fillers }) {
    const tokens = typed.split(/\s+/).filter(Boolean);
    const areTelling = tokens.map((token) => queryWords(token).some((word) => !fillers.has(word) || DENYING.test(word)));
    const first = areTelling.indexOf(true);
    let last = areTelling.lastIndexOf(true);
    while (IS_NAME.test(tokens[last + 1] ?? "") && !IS_END.test(tokens[last])) {
      last += 1; // Pagoda Sync
    }
    return (first < 0 ? typed : tokens.slice(first, last + 1).join(" ")).replace(SIGNS_AROUND, "");
  }

  /** A query as it is, or what it is about, if it is long. */
  const shortened = (query, index) => (query.trim().split(/\s+/).length > MOST_REPEATED ? subjectOf(query, index) : query.trim());

  /** What spells words as the query does: österreich for osterreich; with its capitals if `isName`. */
  function spellingIn(query) {
    const typed = typedWords(query);
    const spell = (word) => typed.get(word) ?? word;
    return (words, isName = false) => words.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => (isName ? spell(word) : spell(word).toLowerCase()));
  }

  Object.assign(catalogFinder, { shortened, spellingIn, subjectOf });
})();
