// Whether somebody mistyped a word; the rules of catalog_tool/finder/slips.py.

(() => {
  const AFTER_SLIP = 2; // letters that must follow a slip in the beginning of a word
  const ZERO = 48;
  const NINE = 57;

  /** Whether two different words are one slip apart. */
  function isSlip(typed, word) {
    return afterSlip(typed, word, (at, from) => typed.length - at === word.length - from && word.startsWith(typed.slice(at), from));
  }

  /** Whether a word begins with what was typed, but for one slip well before the end. */
  function isSlipInBeginning(typed, word) {
    return afterSlip(typed, word, (at, from) => typed.length - at >= AFTER_SLIP && word.startsWith(typed.slice(at), from));
  }

  /* Whether the words go on alike after one of the slips that explain their first difference. */
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
      (isTyped && isMeant && (isAlike(at + 1, at + 1) || (isSwapped(typed, word, at) && isAlike(at + 2, at + 2))))
    );
  }

  function isSwapped(typed, word, at) {
    return (
      at + 1 < typed.length && typed[at] === word[at + 1] && typed[at + 1] === word[at]
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

  /** The number of edits between two words, or undefined where there are more than `most`. */
  function withinEdits(typed, word, most) {
    const width = word.length + 1;
    let before = new Array(width).fill(0);
    let last = Array.from({ length: width }, (_, column) => column);
    for (let row = 1; row <= typed.length; row += 1) {
      const now = [row];
      for (let column = 1; column < width; column += 1) {
        const isSame = typed[row - 1] === word[column - 1];
        now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
        if (row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]) {
          now[column] = Math.min(now[column], before[column - 2] + 1);
        }
      }
      if (Math.min(...now) > most && Math.min(...last) > most) {
        return undefined;
      }
      [before, last] = [last, now];
    }
    return last[width - 1] <= most ? last[width - 1] : undefined;
  }

  Object.assign(catalogFinder, { isSlip, isSlipInBeginning, withinEdits });
})();
