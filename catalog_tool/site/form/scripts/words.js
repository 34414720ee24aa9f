// How words are counted; the rule of catalog_tool/text/words.py.

(() => {
  // Scripts written without spaces.
  const HAN_AND_KANA =
    "\\u3005-\\u3007\\u3040-\\u312f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const THAI_TO_KHMER = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff";
  const LETTERS = `(?:(?![${HAN_AND_KANA}${THAI_TO_KHMER}])[\\p{L}\\p{N}])+`;
  const RUNS = new RegExp(
    `(?<one>[Hh][Tt][Tt][Pp][Ss]?://\\S+|${LETTERS}(?:['’.\\-]${LETTERS})*)` +
      `|(?<two>[${HAN_AND_KANA}]+)|(?<four>[${THAI_TO_KHMER}]+)`,
    "gu",
  );
  const LONGEST_WORD = 30;
  const PARTING_NOTHING = new RegExp(`(?![${THAI_TO_KHMER}])[\\p{Mn}\\p{Mc}]`, "gu");

  /** A run of letters is one word for every 30 characters begun, a web address always one. */
  function wordsIn(run) {
    return /^https?:\/\//i.test(run) ? 1 : Math.ceil([...run].length / LONGEST_WORD);
  }

  /** Count the words of plain text as a reader would. */
  function countWords(text) {
    const unmarked = text.normalize("NFKC").replace(PARTING_NOTHING, "");
    let count = 0;
    for (const { groups } of unmarked.matchAll(RUNS)) {
      count += groups.one ? wordsIn(groups.one) : 0;
      count += Math.ceil([...(groups.two ?? "")].length / 2);
      count += Math.ceil([...(groups.four ?? "")].length / 4);
    }
    return count;
  }

  Object.assign(catalogEntry, { countWords });
})();
