// Finds invisible characters, one at a time.

// The patterns and limits of the checks, from the page.
globalThis.catalogEntry = {
  checks: JSON.parse(document.querySelector("[data-catalog-form]").dataset.checks),
};

(() => {
  const { blank, pictographs } = catalogEntry.checks;
  const SHAPELESS = `[\\p{C}\\p{Zl}\\p{Zp}]|(?! )\\p{Zs}|${blank}`;
  // Joiners and selectors form emoji and letters of some scripts with their neighbors.
  const SHAPING = `[\\n\\t\\u200c\\u200d\\ufe0f]|${pictographs}`;
  const HIDDEN = new RegExp(`(?!${SHAPING})(?:${SHAPELESS})`, "gu");
  const ONE_SHAPELESS = new RegExp(SHAPELESS, "u");

  /** Whether a character is visible. A line end and a tab aren't. */
  function hasShape(char) {
    return !ONE_SHAPELESS.test(char);
  }

  /** The replacement of an invisible character: a space, a line end, or nothing. */
  function replacement(char) {
    if (/\p{Zs}/u.test(char)) {
      return " ";
    }
    return /[\r\x85\u2028\u2029]/.test(char) ? "\n" : "";
  }

  /** Return the visible text, and the number of invisible characters. */
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
