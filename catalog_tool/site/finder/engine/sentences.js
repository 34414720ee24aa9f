// Finds the sentence of a text that has the words of a query.

(() => {
  const { IS_DENSE, nameWords, rootOf, stemOf } = catalogFinder;
  const { latin } = catalogNames;
  const MOST_CHARACTERS = 200;
  const CUT = "…";
  const BETWEEN = " … "; // two sentences
  const BEFORE = 60; // characters before the first hit, if a sentence is cut
  const TOKENS = /(?:(?<![\p{L}\p{N}.])\.)?[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu; // also C++, C#, .NET
  const SIGNS = /^\.|[+#]+$/g;
  const MOST_KNOWN = 64; // texts; two keys show mostly the same
  const MOST_SOUGHT = 64; // words
  const sought = new Map();
  const known = new Map(); // the sentences of texts by their parts
  const ENDS = /[.!?]+(?=\s)|[。！？]|\n/gu;

  /**
   * The sentence with the most words, and where they are: {where, sentence, marks, words}; `words` are those that it has.
   *
   * @param {[string, string][]} parts pairs of place and text
   * @param {string[]} words
   * @param {string[]} unfinished the words that may only begin a word of the text
   * @param {string[]} others words that are only marked
   */
  function bestSentence(parts, words, unfinished, others = []) {
    const asked = [...words, ...others].map((word) => ({ ...soughtOf(word), isUnfinished: unfinished.includes(word) }));
    let best = null;
    for (const { where, sentence, tokens } of read(parts)) {
      const hits = hitsIn(tokens, asked);
      const found = new Set(hits.flatMap((each) => each.found).filter((word) => words.includes(word)));
      if (found.size > (best?.words.size ?? 0)) {
        best = { where, sentence, hits, words: found };
      }
    }
    return best ? { ...cut(best), words: best.words } : { where: parts[0]?.[0] ?? "", sentence: "", marks: [], words: new Set() };
  }

  /**
   * The same with a second sentence, if the first one lacks some of the words: {where, sentence, marks, isApart}. One that denies a word that
   * no other shown sentence has is more important than one with more words.
   *
   * @param {[string, string][]} parts
   * @param {{forms: string[], isNamed: boolean}[]} meant the forms of each word, and whether the partner has it in names, so that no
   *   second sentence is needed for it
   * @param {string[]} unfinished
   * @param {string[]} others
   * @param {function} isDenied whether a sentence denies what it is quoted for
   */
  function bestSentences(parts, meant, unfinished, others, isDenied) {
    const { words, ...first } = bestSentence(parts, meant.flatMap(({ forms }) => forms), unfinished, others);
    const lackedBy = (said) => ({ forms, isNamed }) => !isNamed && !forms.some((word) => said.has(word));
    const left = words.size ? meant.filter(lackedBy(words)) : [];
    const longest = left.length ? bestSentence(parts, left.flatMap(({ forms }) => forms), unfinished) : null;
    if (!longest?.words.size) {
      return { ...first, isApart: false };
    }
    const single = left.filter(lackedBy(longest.words)).map(({ forms }) => bestSentence(parts, forms, unfinished));
    const second = single.find(isDenied) ?? longest;
    const start = first.sentence.length + BETWEEN.length;
    const marks = second.marks.map((mark) => mark.map((at) => at + start));
    return { where: first.where, sentence: first.sentence + BETWEEN + second.sentence, marks: [...first.marks, ...marks], isApart: true };
  }

  /* How a word is sought in texts, kept for the other texts of the answer. */
  function soughtOf(word) {
    if (!sought.has(word)) {
      sought.size < MOST_SOUGHT || sought.clear();
      sought.set(word, { word, root: rootOf(word), stem: stemOf(word), isDense: IS_DENSE.test(word) });
    }
    return sought.get(word);
  }

  function sentencesOf(text) {
    const ends = [...text.matchAll(ENDS)].map(({ 0: { length }, index }) => index + length);
    const starts = [0, ...ends].map((start) => start + text.slice(start).search(/\S|$/));
    return starts.map((start, at) => [start, ends[at] ?? text.length]);
  }

  /* The sentences of a text with their tokens, kept for the next keys. */
  function read(parts) {
    if (!known.has(parts)) {
      if (known.size >= MOST_KNOWN) {
        known.delete(known.keys().next().value);
      }
      known.set(parts, parts.flatMap(([where, text]) => sentencesOf(text).map(([start, end]) => readSentence(where, text.slice(start, end)))));
    }
    return known.get(parts);
  }

  function readSentence(where, sentence) {
    const tokens = [...sentence.matchAll(TOKENS)].map(({ 0: token, index }) => {
      const text = latin(token);
      return { text, plain: text.replace(SIGNS, ""), parts: nameWords(text), start: index, end: index + token.length };
    });
    return { where, sentence, tokens };
  }

  /* The tokens of a sentence that have words of the query, with their positions. */
  function hitsIn(tokens, asked) {
    const hits = [];
    tokens.forEach((token, at) => {
      const { start, end } = token;
      const found = asked.filter((each) => isIn(each, token)).map(({ word }) => word);
      if (found.length) {
        hits.push({ start, end, found });
      }
      const next = tokens[at + 1];
      const joined = next ? token.text + next.text : "";
      const split = asked.filter(({ word }) => word === joined && !found.includes(word)).map(({ word }) => word);
      if (split.length) {
        hits.push({ start, end: next.end, found: split });
      }
    });
    return hits;
  }

  function isIn({ word, root, stem, isDense, isUnfinished }, { text, plain, parts }) {
    if (isDense) {
      return text.includes(word);
    }
    const isPart = parts.includes(word) || (plain.startsWith(root) && stemOf(plain) === stem);
    return isPart || (isUnfinished && plain.startsWith(word));
  }

  /* The part of a sentence around the first hit, at words. */
  function cut({ where, sentence, hits }) {
    const whole = sentence.trimEnd();
    if (whole.length <= MOST_CHARACTERS) {
      return { where, sentence: whole, marks: marksOf(hits, 0, 0, whole.length) };
    }
    const near = Math.max(0, Math.min(hits[0].start - BEFORE, whole.length - MOST_CHARACTERS));
    const start = near ? afterSpace(whole, near, hits[0].start) : 0;
    const end = start + MOST_CHARACTERS < whole.length ? beforeSpace(whole, start + MOST_CHARACTERS, hits[0].end) : whole.length;
    const [before, after] = [start ? CUT : "", end < whole.length ? CUT : ""];
    const shown = before + whole.slice(start, end) + after;
    return { where, sentence: shown, marks: marksOf(hits, start, before.length, end) };
  }

  function afterSpace(text, at, most) {
    const space = text.indexOf(" ", at);
    return space < 0 || space >= most ? atLetter(text, at) : space + 1;
  }

  function beforeSpace(text, at, least) {
    const space = text.lastIndexOf(" ", at);
    return space < least ? atLetter(text, Math.max(at, least)) : space;
  }

  /* Not between the two units of a letter. */
  const atLetter = (text, at) => at + Number(/^[\udc00-\udfff]/.test(text.slice(at, at + 1)));

  function marksOf(hits, start, shift, end) {
    const marks = [];
    for (const hit of hits.filter((each) => each.start >= start && each.end <= end)) {
      const last = marks.at(-1);
      if (last && hit.start - start + shift <= last[1]) {
        last[1] = Math.max(last[1], hit.end - start + shift);
      } else {
        marks.push([hit.start - start + shift, hit.end - start + shift]);
      }
    }
    return marks;
  }

  Object.assign(catalogFinder, { bestSentence, bestSentences });
})();
