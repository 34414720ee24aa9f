// Loads the facts of partners that aren't in the finder's index.

(() => {
  const FOLDER = new URL("../compare-facts/", document.currentScript.src);
  const PROTOCOLS = ["https:", "mailto:"];
  const IN_A_FILE = 64; // as in facts.py
  const fetched = new Map();
  const finished = new Set();

  const fileOf = (position) => Math.floor(position / IN_A_FILE);

  /**
   * Load the contact, website, test, own fields, summary, logo, and row of one partner.
   *
   * @param partner from the index
   * @param position of the partner in the catalog
   * @returns a promise of the facts; null if they can't be loaded
   */
  async function of(partner, position) {
    const number = fileOf(position);
    if (!fetched.has(number)) {
      fetched.set(number, catalogLoad(new URL(`${number}.js`, FOLDER)).catch(() => {}));
    }
    await fetched.get(number);
    finished.add(number);
    return read(partner, position);
  }

  /** The same facts if they are loaded, and undefined until then. */
  function read(partner, position) {
    const number = fileOf(position);
    if (!finished.has(number)) {
      return undefined;
    }
    const listed = globalThis.catalogCompareFacts?.[number] ?? [];
    const facts = listed.find(([id]) => id === partner.id);
    if (!facts) {
      return null;
    }
    const [, contact, [host, website], testedOn, testedBy, fields, summary, drawn, names, row, status] = facts;
    const stated = fields.map(([label, values]) => ({
      label,
      values: values.map(([text, target]) => ({ text, target: safeAddress(target) })),
    }));
    const [initials, tile] = drawn;
    const logo = typeof drawn === "string" ? { address: drawn } : { initials, tile };
    const shown = { host, names, row, status, summary, logo };
    return { contact: safeAddress(contact), website: safeAddress(website), testedOn, testedBy, stated, ...shown };
  }

  // The checks allow no other addresses in the catalog, and neither does this page.
  function safeAddress(address) {
    const isSafe = URL.canParse(address) && PROTOCOLS.includes(new URL(address).protocol);
    return isSafe || address === "" ? address : null;
  }

  (globalThis.catalogCompare ??= {}).facts = { of, read };
})();
