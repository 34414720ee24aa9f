// The values of own fields by what people call them.

(() => {
  const { formsOf, queryWords } = catalogFinder;
  const SHORTEST_BEGUN = 5; // letters
  const IS_CODE = /^[a-z]{1,3}$|[0-9]/; // the id of a value that isn't a word: us, 24h

  /** The values of a field that a query can name: {key, id, name, words, aliases}. A "yes" has the name of its field. */
  function searchedValues({ key, label, values }) {
    const isYesNo = values.length === 2 && values[0][0] === "yes" && values[1][0] === "no";
    const named = isYesNo ? [["yes", label]] : values;
    return named.map(([id, name, ...aliases]) => ({ key, id, name, words: queryWords(name), aliases }));
  }

  /** Whether some words have those of a name, except for a few words of questions: our own servers are On your own servers. */
  function isValueIn(words, parts, fillers) {
    const found = parts.filter((part) => words.includes(part));
    const isNamed = found.some((part) => !fillers.has(part)) && parts.every((part) => found.includes(part) || fillers.has(part));
    return found.length > 0 && (found.length === parts.length || (isNamed && 2 * found.length >= parts.length));
  }

  /** The words of the names of values by all their names, and by ids, as joined words: see `FinderIndex.otherValues`. */
  function otherValuesOf(index) {
    const telling = (words) => words.filter((word) => !index.fillers.has(word));
    const [forms, ids, long, names] = [
      index.values.flatMap(({ aliases, words }) => [words, ...aliases.map(queryWords)].flatMap((called) => formsOf(called.join(" ")).map((form) => [[form], words]))), // a Nordic company, consultancies
      index.values.filter(({ id }) => IS_CODE.test(id) && !isAmbiguous(index, id)).map(({ id, words }) => [queryWords(id), words]),
      index.values.map(({ words }) => [telling(words), words]).filter(([some]) => some.length > 1), // in our data center
      index.values.flatMap(({ aliases, words }) => [[words, words], ...aliases.map((alias) => [queryWords(alias), words])]),
    ];
    return new Map([...forms, ...ids, ...long, ...names].map(([typed, words]) => [typed.join(""), words]));
  }

  /* Whether the id of a value is a word of other values, or of what a category is about. */
  const isAmbiguous = (index, id) => id === "yes" || index.texts.described.has(id) || index.valuesWith(id).some(([, values]) => values.length > 1);

  /** By joined neighboring words of a query that begin another name of only one value, if nothing else has them, the words of its name: on-prem. */
  function valuesBegunBy({ fillers, otherValues, texts }, words) {
    if (!otherValues.size) {
      return [];
    }
    const isNew = words.map((word) => fillers.has(word) || !texts.withWord(word, { whole: false, longer: [] }).length);
    const runs = newRuns(words, isNew).filter((run) => run.length === words.length || !fillers.has(run.at(-1)));
    const begun = runs.map((run) => run.join("")).filter(({ length }) => length >= SHORTEST_BEGUN);
    const namesOf = (run) => [...otherValues].filter(([other]) => other.startsWith(run)).map(([, name]) => name);
    const isOne = ([, names]) => names.length > 0 && names.every((name) => name.join() === names[0].join());
    return begun.filter((run) => !otherValues.has(run)).map((run) => [run, namesOf(run)]).filter(isOne).map(([run, [name]]) => [run, name]);
  }

  /* The runs of at least two neighboring words that are all new. */
  function newRuns(words, isNew) {
    const runs = [];
    for (let first = 0; first < words.length; first += 1) {
      for (let end = first + 1; isNew[first] && end < words.length && isNew[end]; end += 1) {
        runs.push(words.slice(first, end + 1));
      }
    }
    return runs;
  }

  Object.assign(catalogFinder, { isValueIn, otherValuesOf, searchedValues, valuesBegunBy });
})();
