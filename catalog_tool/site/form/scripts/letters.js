// Letters that pose as others; the rules of catalog_tool/text/characters/scripts.py and compatibility_letters.py.

(() => {
  const { framedAndSmall } = catalogEntry.knowledge.letters;
  const HONEST = /^[ªº™℠№]$/;
  const EMOJI = new Set("🅰🅱🅾🅿Ⓜℹ");
  const DIGIT_IN_COSTUME = /^[\uff10-\uff19\u{1d7ce}-\u{1d7ff}\u{1fbf0}-\u{1fbf9}]$/u;
  const WORD = /[\p{L}\p{N}]+/gu;
  const MICRO = /(?<![A-Za-z])[\u00b5\u03bc](?=[A-Za-z])/g;
  // Scripts that may stand beside Latin letters, and those that may begin or end a Latin word.
  const UNSPACED = "Bopomofo Han Hangul Hiragana Katakana Khmer Lao Myanmar Thai Tibetan";
  const JOINED =
    "Arabic Bengali Devanagari Ethiopic Gujarati Gurmukhi Hebrew Kannada Malayalam Oriya Sinhala " +
    "Tamil Telugu Thaana";
  // Those that stay by themselves. Two that are rarer than these are told apart by the checks.
  const STRICT = "Latin Armenian Cherokee Coptic Cyrillic Georgian Greek Lisu";
  const named = (names) =>
    names.split(" ").map((name) => [name, new RegExp(`^\\p{Script=${name}}$`, "u")]);
  const SCRIPTS = [...named(STRICT), ...named(UNSPACED), ...named(JOINED)];
  const UNSPACED_NAMES = new Set(UNSPACED.split(" "));
  const JOINED_NAMES = new Set(JOINED.split(" "));
  const STRANGERS_SHOWN = 3;

  /** A letter in costume as the plain one; "" if it is plain itself. */
  function plainLetter(char) {
    if (char <= "\u024f" || HONEST.test(char) || char.normalize("NFC") !== char) {
      return "";
    }
    const plain = framedAndSmall[char] ?? char.normalize("NFKC");
    const isLetter = /^[\0-\x7f]*[A-Za-z][\0-\x7f]*$/.test(plain);
    return isLetter || DIGIT_IN_COSTUME.test(char) ? plain : "";
  }

  function runsInCostume(text) {
    const runs = [];
    let isGoingOn = false;
    for (const char of text) {
      const plain = plainLetter(char);
      if (plain && !isGoingOn) {
        runs.push({ shown: "", plain: "" });
      }
      if (plain) {
        runs.at(-1).shown += char;
        runs.at(-1).plain += plain;
      }
      isGoingOn = Boolean(plain);
    }
    return runs.filter(({ shown }) => !EMOJI.has(shown));
  }

  function alphabetOf(char) {
    if (/\p{Nd}/u.test(char)) {
      return /[0-9]/.test(char) ? "" : "digit";
    }
    const isLetter = /(?!\p{Lm})\p{L}/u.test(char);
    const isStyled = char > "\x7f" && /^[\0-\x7f]*$/.test(char.normalize("NFKC"));
    if (!isLetter || isStyled) {
      return "";
    }
    return SCRIPTS.find(([, script]) => script.test(char))?.[0] ?? "Other";
  }

  /** Whether alphabets stand together in a word as they do in honest ones. */
  function isUsual(alphabets) {
    const strict = alphabets.filter((name) => !UNSPACED_NAMES.has(name) && !JOINED_NAMES.has(name));
    const runs = alphabets.filter((name, at) => name !== alphabets[at - 1]);
    const isParted = runs.filter((name) => name === "Latin").length > 1;
    const isJoinedInside = runs.slice(1, -1).some((name) => JOINED_NAMES.has(name));
    return new Set(strict).size <= 1 && !(isParted && isJoinedInside);
  }

  function mixture(word) {
    const letters = [...word.replace(MICRO, "")].map((char) => [char, alphabetOf(char)]);
    const known = letters.filter(([, alphabet]) => alphabet);
    const alphabets = known.map(([, alphabet]) => alphabet);
    if (new Set(alphabets).size < 2 || isUsual(alphabets)) {
      return null;
    }
    const count = (name) => (name === "digit" ? 0 : alphabets.filter((each) => each === name).length);
    const main = [...new Set(alphabets)].sort((one, other) => count(other) - count(one))[0];
    const strangers = known.filter(([, alphabet]) => alphabet !== main).map(([char]) => char);
    return { word, main, strangers: [...new Set(strangers)].slice(0, STRANGERS_SHOWN) };
  }

  const codePoint = (char) =>
    `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

  /**
   * Return what is wrong with the letters of a name, as { message, hint }, or null.
   *
   * @param {string} name what was typed
   * @param {(text: string) => string} quoted how a text is shown in a message
   */
  function letterFault(name, quoted) {
    const [run] = runsInCostume(name);
    if (run) {
      const plain = [...name].map((char) => plainLetter(char) || char).join("");
      return {
        message: `${quoted(run.shown)} is ${quoted(run.plain)} in letters of another shape.`,
        hint: `Write it in plain letters: ${plain}`,
      };
    }
    const unmarked = name.normalize("NFC").replace(/\p{M}/gu, "");
    const mixed = (unmarked.match(WORD) ?? []).map(mixture).find(Boolean);
    return mixed
      ? {
          message: `${quoted(mixed.word)} mixes ${mixed.main} letters with others: ${mixed.strangers.map(codePoint).join(", ")}.`,
          hint: "Type the whole word with one keyboard.",
        }
      : null;
  }

  Object.assign(catalogEntry, { letterFault });
})();
