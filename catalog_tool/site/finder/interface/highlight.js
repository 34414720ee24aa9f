// Marks the typed words of a name: "top secret" marks TopSecret. The last one may be unfinished: "zur"
// marks the start of Zürich, but "po" doesn't mark the start of PostgreSQL.

(() => {
  const finderView = globalThis.catalogFinderView;
  const SHORTEST = 3; // letters of an unfinished word that is marked
  const WITHOUT_SPACES = /\p{Lo}/u; // letters of scripts whose words are shorter, or aren't separated
  const LETTER = /[\p{L}\p{N}\p{Mn}\p{Mc}]/u;

  /* The folded letters of a text, each with its position and whether it starts a word. */
  function lettersOf(text) {
    const letters = [];
    let isStart = true;
    let start = 0;
    for (const char of text) {
      const end = start + char.length;
      const folded = catalogNames.fold(char);
      if (!LETTER.test(char)) {
        isStart = true;
      } else if (!folded) {
        // A combining accent belongs to the letter before it.
        Object.assign(letters.at(-1) ?? {}, { end });
      } else {
        for (const letter of folded.split("")) {
          letters.push({ letter, start, end, isStart });
          isStart = false;
        }
      }
      start = end;
    }
    return letters;
  }

  /* The ranges of a text to mark, in order and separate: [[start, end], …] in UTF-16 units. */
  function marks(text, query) {
    const letters = lettersOf(text);
    const spelled = letters.map(({ letter }) => letter).join("");
    const found = [];
    for (const [word, isUnfinished] of wordsOf(query)) {
      for (let at = spelled.indexOf(word); at >= 0; at = spelled.indexOf(word, at + 1)) {
        const isWhole = letters[at + word.length]?.isStart ?? true;
        if (letters[at].isStart && (isWhole || isUnfinished)) {
          found.push([letters[at].start, letters[at + word.length - 1].end]);
        }
      }
    }
    return joinRanges(found.sort(([one], [other]) => one - other));
  }

  /* The words of a query, and the whole query as one word, each with whether it may be unfinished. */
  function wordsOf(query) {
    const words = catalogNames.fold(query).match(/[\p{L}\p{N}\p{Mn}\p{Mc}]+/gu) ?? [];
    const isTyping = LETTER.test([...query].at(-1) ?? "");
    const mayGrow = (word) => isTyping && (word.length >= SHORTEST || WITHOUT_SPACES.test(word));
    return words.length
      ? [...words.map((word, at) => [word, at === words.length - 1 && mayGrow(word)]), [words.join(""), mayGrow(words.join(""))]]
      : [];
  }

  function joinRanges(found) {
    const ranges = [];
    for (const [start, end] of found) {
      const last = ranges.at(-1);
      if (last && start <= last[1]) {
        last[1] = Math.max(last[1], end);
      } else {
        ranges.push([start, end]);
      }
    }
    return ranges;
  }

  /* A text as nodes, with the typed letters in <mark>. */
  function highlight(text, query) {
    const nodes = [];
    let shown = 0;
    for (const [start, end] of marks(text, query)) {
      nodes.push(text.slice(shown, start), finderView.element("mark", {}, text.slice(start, end)));
      shown = end;
    }
    return [...nodes, text.slice(shown)];
  }

  Object.assign(finderView, { highlight, marks });
})();
