// Which characters a reader can see; the rule of catalog_tool/text/characters/invisible.py.

// What the page was made with: the lists of the checks, by what they are about.
globalThis.catalogEntry = {
  knowledge: JSON.parse(document.querySelector("[data-catalog-form]").dataset.knowledge),
};

(() => {
  const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
  // Blank or shape-changing although Unicode calls them letters, marks or symbols.
  const BLANK =
    /[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\u{13441}\u{13442}\u{16fe4}\u{1d159}\u{e0100}-\u{e01ef}]/u;
  const PICTOGRAPH = /[\u{1f300}-\u{1faff}]/u;
  const EMOJI = /(?![\0-\x7f])[\p{So}\p{Sm}‼⁉ℹ〰]|[\u{1f300}-\u{1faff}]/u;
  const LETTER = /\p{L}/u;
  const ARABIC = /(?=\p{L})[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
  // The characters of Unicode's combining class 9.
  const VIRAMA =
    /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1715\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{11070}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{1193d}\u{1193e}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}]/u;
  const JOINER = "\u200d";
  const NON_JOINER = "\u200c";
  const EMOJI_PRESENTATION = "\ufe0f";
  const KEYCAP = "\u20e3";

  /** Whether a character by itself has a shape; a line end and a tab have none. */
  function hasShape(char) {
    return !UNPRINTABLE.test(char) && !BLANK.test(char);
  }

  /** Whether an invisible character shapes the visible ones around it. */
  function joins(char, before, after) {
    if (char === EMOJI_PRESENTATION) {
      return EMOJI.test(before) || (/[0-9#*]/.test(before) && after === KEYCAP);
    }
    if (char === JOINER && EMOJI.test(after)) {
      return before === EMOJI_PRESENTATION || EMOJI.test(before);
    }
    if ((char === JOINER || char === NON_JOINER) && VIRAMA.test(before)) {
      return LETTER.test(after);
    }
    return char === NON_JOINER && ARABIC.test(before) && ARABIC.test(after);
  }

  /** What to type in place of a hidden character: a space, a line end, or nothing. */
  function replacement(char) {
    if (/\p{Zs}/u.test(char)) {
      return " ";
    }
    return /[\r\x85\u2028\u2029]/.test(char) ? "\n" : "";
  }

  /** Return text as a reader sees it, and how many characters of it could not be seen. */
  function withoutHidden(text) {
    const chars = [...text.replaceAll("\r\n", "\n")];
    let hidden = 0;
    const seen = chars.map((char, at) => {
      const isSeen =
        char === "\n" ||
        char === "\t" ||
        hasShape(char) ||
        PICTOGRAPH.test(char) ||
        joins(char, chars[at - 1] ?? "", chars[at + 1] ?? "");
      hidden += isSeen ? 0 : 1;
      return isSeen ? char : replacement(char);
    });
    return { text: seen.join(""), hidden };
  }

  Object.assign(catalogEntry, { hasShape, withoutHidden });
})();
