// Which characters a reader can see, as far as it is one character that tells.

// What the page was made with: the patterns and limits of the checks.
globalThis.catalogEntry = {
  checks: JSON.parse(document.querySelector("[data-catalog-form]").dataset.checks),
};

(() => {
  const { blank, pictographs } = catalogEntry.checks;
  const SHAPELESS = `[\\p{C}\\p{Zl}\\p{Zp}]|(?! )\\p{Zs}|${blank}`;
  // Joiners and selectors make emoji and the letters of some scripts out of their neighbors.
  const SHAPING = `[\\n\\t\\u200c\\u200d\\ufe0f]|${pictographs}`;
  const HIDDEN = new RegExp(`(?!${SHAPING})(?:${SHAPELESS})`, "gu");
  const ONE_SHAPELESS = new RegExp(SHAPELESS, "u");

  /** Whether a character by itself has a shape; a line end and a tab have none. */
  function hasShape(char) {
    return !ONE_SHAPELESS.test(char);
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
    let hidden = 0;
    const seen = text.replaceAll("\r\n", "\n").replace(HIDDEN, (char) => {
      hidden += 1;
      return replacement(char);
    });
    return { text: seen, hidden };
  }

  Object.assign(catalogEntry, { hasShape, withoutHidden });
})();
