// Counts the letters that differ between two words, to offer names like a query.

(() => {
  const { countBits, isSwapped } = catalogFinder;
  const MOST_LETTERS = 4096; // more than a query of 200 characters can decompose to
  const ROWS = [0, 1, 2].map(() => new Uint16Array(MOST_LETTERS)); // reused for each word

  /** Whether `most` edits can be enough, going by the letters. An edit adds or removes one letter. */
  function mayBeWithin(typed, word, most) {
    return countBits(typed & ~word) <= most && countBits(word & ~typed) <= most;
  }

  /** The number of edits between two words, or undefined if there are more than `most`. */
  function withinEdits(typed, word, most) {
    let [before, last, now] = ROWS;
    for (let column = 0; column <= word.length; column += 1) {
      last[column] = column;
    }
    let leastOfLast = 0;
    for (let row = 1; row <= typed.length; row += 1) {
      let least = row;
      now[0] = row;
      for (let column = 1; column <= word.length; column += 1) {
        now[column] = editsAt(typed, word, row, column, before, last, now);
        least = Math.min(least, now[column]);
      }
      if (least > most && leastOfLast > most) {
        return undefined; // a swap looks two rows back
      }
      [before, last, now] = [last, now, before];
      leastOfLast = least;
    }
    return last[word.length] <= most ? last[word.length] : undefined;
  }

  function editsAt(typed, word, row, column, before, last, now) {
    const change = typed[row - 1] === word[column - 1] ? 0 : 1;
    const edits = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + change);
    const isSwap = row > 1 && column > 1 && isSwapped(typed, word, row - 2, column - 2);
    return isSwap ? Math.min(edits, before[column - 2] + 1) : edits;
  }

  Object.assign(catalogFinder, { mayBeWithin, withinEdits });
})();
