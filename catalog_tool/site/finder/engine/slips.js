// Finds mistyped words: one letter missing, added, changed, or swapped with the next. Digits must
// match, because R/2 and R/3 are different products.

(() => {
  const SHORTEST_MISTYPED = 4; // letters of the shortest word that can be mistyped
  const AFTER_SLIP = 2; // letters that must follow a slip at the beginning of a word
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

  /** Whether two letters of a word are those of another one, swapped. */
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

  /** How many bits of a number are set. */
  function countBits(bits) {
    let count = 0;
    for (let left = bits; left; left &= left - 1) {
      count += 1;
    }
    return count;
  }

  Object.assign(catalogFinder, { SHORTEST_MISTYPED, countBits, isMistyped, isSlip, isSlipInBeginning, isSwapped, lettersOf });
})();
