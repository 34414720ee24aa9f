// Grades how well each text matches each word of a query.

(() => {
  const { GRADE, SHORTEST_MISTYPED, SOURCE, formsOf } = catalogFinder;
  const LONGEST_SPLIT = 4; // most words of a query that can be one word of a name
  const SHORTEST_PART = 3; // letters of the shorter part of a split, mistyped word

  /** For each word of a query, the grade of each text. */
  function gradesOfTexts(texts, attempt) {
    const { words, hosts, others } = attempt.query;
    const byWord = words.map(() => new Uint8Array(texts.texts.length));
    const isFound = words.map(() => false);
    const isKnown = words.map(() => false);
    for (let first = 0; first < words.length; first += 1) {
      const last = Math.min(first + LONGEST_SPLIT, words.length);
      for (let end = first + 1; end <= last; end += 1) {
        const run = words.slice(first, end).join("");
        // Too many words begin with a single letter, unless the reader is still typing it.
        const isInHost = words.slice(first, end).some((word) => hosts.has(word));
        const isName = end === first + 1 && words.length > 1 && texts.names.has(run); // AD isn't ADP
        const whole = isInHost || isName || (end < words.length && [...run].length === 1);
        const longer = words.filter((word) => word !== run && word.startsWith(run));
        const hits = texts.withWord(run, { whole, longer });
        byWord.slice(first, end).forEach((graded) => raise(graded, hits));
        if (hits.length) {
          isFound.fill(true, first, end);
        }
        if (hits.some((grade, at) => at % 2 && grade === GRADE.WHOLE)) {
          isKnown.fill(true, first, end);
        }
      }
    }
    words.forEach((word, at) => {
      for (const other of formsOf(word).slice(1)) {
        const hits = texts.withWord(other, { whole: true, longer: [] });
        raise(byWord[at], hits.map((each, position) => (position % 2 ? GRADE.BEGINNING : each)));
        isFound[at] ||= hits.length > 0;
        isKnown[at] ||= hits.length > 0;
      }
    });
    if (attempt.isDescribed) {
      words.forEach((word, at) => {
        texts.described.get(word)?.forEach((number) => (byWord[at][number] = GRADE.WHOLE));
      });
    }
    if (attempt.shortest) {
      addMistyped(texts, attempt, byWord, isFound, isKnown);
    }
    // JDBC is what partners state as SQL, and not what has SQL in its name.
    const onlyStated = (grades) => grades.map((grade, number) => (texts.texts[number].source === SOURCE.FIELD ? grade : 0));
    return byWord.map((grades, at) => (others.has(words[at]) ? onlyStated(grades) : grades));
  }

  function addMistyped(texts, { query: { words }, required, shortest, exact }, byWord, isFound, isKnown) {
    const mayBe = required.filter((at) => !exact.has(words[at]));
    for (const [first, end] of mistypedRuns(words, mayBe)) {
      if (!isKnown.slice(first, end).includes(false)) {
        continue; // a word of any name isn't mistyped
      }
      if (shortest < SHORTEST_MISTYPED && isFound.slice(first, end).includes(true)) {
        continue; // a short word that was found isn't mistyped
      }
      const word = words.slice(first, end).join("");
      const isLast = end === words.length;
      for (const number of texts.findMistyped(word, { shortest, isLast })) {
        byWord.slice(first, end).forEach((each) => (each[number] ||= GRADE.TYPO));
      }
    }
  }

  /* The range of each required word, and of two words that may be one word of a name. */
  function mistypedRuns(words, required) {
    const isPart = (at) => required.includes(at) && [...words[at]].length >= SHORTEST_PART;
    const pairs = required.filter((at) => isPart(at) && isPart(at + 1));
    return [...required.map((at) => [at, at + 1]), ...pairs.map((at) => [at, at + 2])];
  }

  function raise(graded, hits) {
    for (let at = 0; at < hits.length; at += 2) {
      graded[hits[at]] = Math.max(graded[hits[at]], hits[at + 1]);
    }
  }

  /** The grade of each application and partner: the best grade of its texts. */
  function gradesOfOwners({ texts: { texts }, owners }, graded) {
    const found = new Uint8Array(owners.length);
    for (let number = 0; number < graded.length; number += 1) {
      if (graded[number]) {
        for (const owner of texts[number].owners) {
          found[owner] = Math.max(found[owner], graded[number]);
        }
      }
    }
    return found;
  }

  Object.assign(catalogFinder, { LONGEST_SPLIT, gradesOfOwners, gradesOfTexts });
})();
