// Which letters of a name were typed: "top secret" marks all of TopSecret, "zur" the start of Zürich.

(() => {
  const finderView = globalThis.catalogFinderView;
  const LETTER = /[\p{L}\p{N}\p{Mn}\p{Mc}]/u;

  /* The letters of a text as they compare: each with where it stands, and whether a word starts. */
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
        // An accent of its own belongs to the letter before it.
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

  /* The ranges of a text to mark, in order and apart: [[start, end], …] in UTF-16 units. */
  function marks(text, query) {
    const letters = lettersOf(text);
    const spelled = letters.map(({ letter }) => letter).join("");
    const found = [];
    for (const word of wordsOf(query)) {
      for (let at = spelled.indexOf(word); at >= 0; at = spelled.indexOf(word, at + 1)) {
        if (letters[at].isStart) {
          found.push([letters[at].start, letters[at + word.length - 1].end]);
        }
      }
    }
    return joined(found.sort(([one], [other]) => one - other));
  }

  /* The words of a query, and all of it as one word. */
  function wordsOf(query) {
    const words = catalogNames.fold(query).match(/[\p{L}\p{N}\p{Mn}\p{Mc}]+/gu) ?? [];
    return new Set(words.length ? [...words, words.join("")] : []);
  }

  function joined(found) {
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

  /* A text as nodes, with what was typed in <mark>. */
  function highlighted(text, query) {
    const nodes = [];
    let shown = 0;
    for (const [start, end] of marks(text, query)) {
      nodes.push(text.slice(shown, start), finderView.element("mark", {}, text.slice(start, end)));
      shown = end;
    }
    return [...nodes, text.slice(shown)];
  }

  Object.assign(finderView, { highlighted, marks });
})();
