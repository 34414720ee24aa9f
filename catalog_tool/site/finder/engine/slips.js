// Finds mistyped words: one letter missing, added, changed, or swapped with the next. Digits must
// match, because R/2 and R/3 are different products.

(() => {
  const SHORTEST_MISTYPED = 4; // letters of the shortest word that can be mistyped
  const AFTER_SLIP = 2; // letters that must follow a slip at the beginning of a word
  const MOST_LETTERS = 4096; // more than a query of 200 characters can decompose to
  const ROWS = [0, 1, 2].map(() => new Uint16Array(MOST_LETTERS)); // reused for each word
  const ZERO = 48;
  const NINE = 57;

  /** Whether two different words are one slip apart. */
  function isSlip(typed, word) {
    return afterSlip(typed, word, (at, from) => {
      return typed.length - at === word.length - from && word.startsWith(typed.slice(at), from);
    });
  }

  /** Whether a typed word may be meant as another: gsuite isn't suite, and test isn't rest. */
  function isMistyped(typed, word) {
    const isOther = typed.length <= SHORTEST_MISTYPED && typed.slice(1) === word.slice(1);
    return word !== typed.slice(1) && !isOther && isSlip(typed, word);
  }

  /** Whether a word begins with the typed letters, except for one slip inside them. */
  function isSlipInBeginning(typed, word) {
    return typed[0] === word[0] && afterSlip(typed, word, (at, from) => {
      return typed.length - at >= AFTER_SLIP && word.startsWith(typed.slice(at), from);
    });
  }

  /* Whether the words are equal after one of the slips that explain their first difference. */
  function afterSlip(typed, word, isAlike) {
    const at = firstDifference(typed, word);
    const isTyped = !isDigit(typed, at);
    const isMeant = !isDigit(word, at);
    if (at === typed.length || at === word.length) {
      return isTyped && isMeant && isAlike(Math.min(at + 1, typed.length), Math.min(at + 1, word.length));
    }
    return (
      (isTyped && isAlike(at + 1, at)) ||
      (isMeant && isAlike(at, at + 1)) ||
      (isTyped && isMeant && isAlike(at + 1, at + 1)) ||
      (isTyped && isMeant && isSwapped(typed, word, at, at) && isAlike(at + 2, at + 2))
    );
  }

  function isSwapped(typed, word, at, from) {
    return (
      at + 1 < typed.length && typed[at] === word[from + 1] && typed[at + 1] === word[from]
    );
  }

  function isDigit(text, at) {
    const code = text.charCodeAt(at);
    return code >= ZERO && code <= NINE;
  }

  function firstDifference(typed, word) {
    let at = 0;
    while (at < typed.length && at < word.length && typed.charCodeAt(at) === word.charCodeAt(at)) {
      at += 1;
    }
    return at;
  }

  /** The letters of a word as bits. Some letters share a bit. */
  function lettersOf(word) {
    let letters = 0;
    for (let at = 0; at < word.length; at += 1) {
      letters |= 1 << word.charCodeAt(at); // the last five bits of the code
    }
    return letters;
  }

  /** Whether `most` edits can be enough, going by the letters. An edit adds or removes one letter. */
  function mayBeWithin(typed, word, most) {
    return countBits(typed & ~word) <= most && countBits(word & ~typed) <= most;
  }

  function countBits(bits) {
    let count = 0;
    for (let left = bits; left; left &= left - 1) {
      count += 1;
    }
    return count;
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

  Object.assign(catalogFinder, { SHORTEST_MISTYPED, isMistyped, isSlip, isSlipInBeginning });
  Object.assign(catalogFinder, { countBits, lettersOf, mayBeWithin, withinEdits });
})();
