// Which marks make emphasis or strikethrough, and so are not seen: CommonMark's rules.

(() => {
  const BLANK = /[\s\p{Zs}]/u;
  const PUNCTUATION = /[\p{P}\p{S}]/u;

  /** A run of emphasis marks, one record a mark, as CommonMark tells what each of them may do. */
  function emphasisMarks(run, before, after) {
    const [isBlankBefore, isBlankAfter] = [!before || BLANK.test(before), !after || BLANK.test(after)];
    const [isMarkBefore, isMarkAfter] = [PUNCTUATION.test(before), PUNCTUATION.test(after)];
    const left = !isBlankAfter && (!isMarkAfter || isBlankBefore || isMarkBefore);
    const right = !isBlankBefore && (!isMarkBefore || isBlankAfter || isMarkAfter);
    const isUnderscore = run[0] === "_";
    const opens = left && (!isUnderscore || !right || isMarkBefore);
    const closes = right && (!isUnderscore || !left || isMarkAfter);
    const isStrike = run[0] === "~";
    const marks = isStrike ? [...(run.length % 2 ? ["~"] : []), ...(run.match(/~~/g) ?? [])] : [...run];
    return marks.map((text) => ({
      text,
      mark: text.length === 1 && isStrike ? "" : run[0],
      length: isStrike ? 0 : run.length,
      opens,
      closes,
    }));
  }

  function mayPair(opener, closer) {
    const sum = opener.length + closer.length;
    const isOdd = sum % 3 === 0 && opener.length % 3 !== 0;
    return opener.opens && opener.mark === closer.mark && !((opener.closes || closer.opens) && isOdd);
  }

  /** Empty the marks that make emphasis: they are not seen. */
  function pairMarks(pieces) {
    const marks = pieces.filter((piece) => piece.mark);
    const waiting = [];
    for (const closer of marks) {
      let at = closer.closes ? waiting.length - 1 : -1;
      while (at >= 0 && !(waiting[at].place !== closer.place && mayPair(waiting[at], closer))) {
        at -= 1;
      }
      if (at >= 0) {
        waiting[at].text = "";
        closer.text = "";
        waiting.length = at;
      } else {
        waiting.push(closer);
      }
    }
  }

  Object.assign(catalogEntry, { emphasisMarks, pairMarks });
})();
