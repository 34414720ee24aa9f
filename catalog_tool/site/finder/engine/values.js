// The values of own fields by what people call them.

(() => {
  const { queryWords } = catalogFinder;
  const SHORTEST_BEGUN = 5; // letters
  const IS_CODE = /^[a-z]{1,3}$|[0-9]/; // the id of a value that isn't a word: us, 24h

  /** The values that a query can name. A "yes" has the name of its field. */
  function searchedValues({ label, values }) {
    const isYesNo = values.length === 2 && values[0][0] === "yes" && values[1][0] === "no";
    return isYesNo ? [["yes", label]] : values;
  }

  /** Whether some words have a name, except for a few words of questions: our own servers are On your own servers. */
  function isValueIn(words, name, fillers) {
    const parts = queryWords(name);
    const found = parts.filter((part) => words.includes(part));
    const isNamed = found.some((part) => !fillers.has(part)) && parts.every((part) => found.includes(part) || fillers.has(part));
    return found.length > 0 && (found.length === parts.length || (isNamed && 2 * found.length >= parts.length));
  }

  /** The words of the names of values by all their names, and by ids, as joined words: see `FinderIndex.otherValues`. */
  function otherValuesOf(index) {
    const values = index.fields.flatMap(searchedValues);
    const telling = (name) => queryWords(name).filter((word) => !index.fillers.has(word));
    const [ids, long, names] = [
      values.filter(([id]) => IS_CODE.test(id) && !isAmbiguous(index, id)).map(([id, name]) => [queryWords(id), name]),
      values.map(([, name]) => [telling(name), name]).filter(([words]) => words.length > 1), // in our data center
      values.flatMap(([, ...every]) => every.map((other) => [queryWords(other), every[0]])),
    ];
    return new Map([...ids, ...long, ...names].map(([words, name]) => [words.join(""), queryWords(name)]));
  }

  /* Whether the id of a value is a word of other values, or of what a category is about. */
  const isAmbiguous = (index, id) => id === "yes" || index.texts.described.has(id) || index.valuesWith(id).some(([, values]) => values.length > 1);

  /** By joined neighboring words of a query that begin another name of only one value, if nothing else has them, the words of its name: on-prem. */
  function valuesBegunBy({ fillers, otherValues, texts }, words) {
    const isKnown = (word) => !fillers.has(word) && texts.withWord(word, { whole: false, longer: [] }).length > 0;
    const isNew = (run) => run.length > 1 && (run.length === words.length || !fillers.has(run.at(-1))) && !run.some(isKnown);
    const runs = words.flatMap((_, end) => words.slice(0, end).map((_word, first) => words.slice(first, end + 1))).filter(isNew);
    const begun = runs.map((run) => run.join("")).filter(({ length }) => length >= SHORTEST_BEGUN);
    const namesOf = (run) => [...otherValues].filter(([other]) => other.startsWith(run)).map(([, name]) => name);
    const isOne = ([, names]) => names.length > 0 && names.every((name) => name.join() === names[0].join());
    return begun.filter((run) => !otherValues.has(run)).map((run) => [run, namesOf(run)]).filter(isOne).map(([run, [name]]) => [run, name]);
  }

  Object.assign(catalogFinder, { isValueIn, otherValuesOf, searchedValues, valuesBegunBy });
})();
