// Sorts and compares names. Same rules as catalog_tool/text/ordering.py.

(() => {
  const { fold } = catalogNames;
  const SPELLED = /[\p{L}\p{N}\p{Mn}\p{Mc}]/u;

  const inHex = (number) => number.toString(16).padStart(6, "0");
  const codePoints = (text) => [...text].map((char) => inHex(char.codePointAt(0))).join("");

  /** A name without case, accents, spaces, and punctuation. */
  function sameKey(name) {
    const folded = fold(name);
    return [...folded].filter((char) => SPELLED.test(char)).join("") || folded;
  }

  // Digits come before letters and are compared by value, at any length.
  function runKey(run) {
    const digits = run.replace(/^0+/, "");
    return /^[0-9]/.test(run) ? `1${inHex(digits.length)}${digits} ` : `2${codePoints(run)} `;
  }

  /** Return a text that sorts as the name should. */
  function sortKey(name) {
    const spelled = [...fold(name)].map((char) => (SPELLED.test(char) ? char : " ")).join("");
    const runs = spelled.match(/[0-9]+|[^0-9 ]+/g) ?? [];
    return `${runs.map(runKey).join("")} ${codePoints(name)}`;
  }

  /** Return names in the order of the catalog. */
  function sortNames(names) {
    const keys = new Map(names.map((name) => [sortKey(name), name]));
    return [...keys.keys()].sort().map((key) => keys.get(key));
  }

  Object.assign(catalogEntry, { sameKey, sortNames });
})();
