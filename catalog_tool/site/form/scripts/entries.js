// Finds the entry of a partner that is in the catalog already, and reads it.

(() => {
  const { quote, sameKey } = catalogEntry;
  const { identifier } = catalogNames;
  const { gettext } = catalogWords;
  const FOLDER = new URL("../form-entries/", document.currentScript.src);
  const ENTRIES_IN_A_FILE = 64; // as catalog_tool/site/form/entries.py writes them
  const loads = new Map();

  function load(name) {
    if (!loads.has(name)) {
      loads.set(name, catalogLoad(new URL(`${name}.js`, FOLDER)));
    }
    return loads.get(name);
  }

  const pageOf = (address) =>
    address.toLowerCase().replace(/^https:\/\/(?:www\.)?/, "").replace(/#.*/, "").replace(/\/+$/, "");

  /** Return the partner with this name or website as { id, name, position, key }, or null. */
  function partnerLike({ name = "", website = "" }, loaded) {
    const wanted = { name: sameKey(name), id: identifier(name), page: pageOf(website) };
    for (const [position, [id, named, address]] of (globalThis.catalogFormData ?? []).entries()) {
      const isNamed = name && (sameKey(named) === wanted.name || id === wanted.id);
      if (id !== loaded && (isNamed || (website && pageOf(address) === wanted.page))) {
        return { id, name: named, position, key: isNamed ? "name" : "website" };
      }
    }
    return null;
  }

  /** Return what is wrong with an entry for a partner that has one. */
  function partnerFault({ name }) {
    const hint = gettext(
      "If it’s your company, load the entry and change it. If not, use a name and a page that are only yours.",
    );
    return { message: gettext("%(value)s is already in this catalog.", { value: quote(name) }), hint };
  }

  /** Return the values of an entry by key. */
  async function valuesOf({ position }) {
    const file = Math.floor(position / ENTRIES_IN_A_FILE);
    await load(file);
    return globalThis.catalogFormEntries[file][position % ENTRIES_IN_A_FILE];
  }

  Object.assign(catalogEntry, { loadIndex: () => load("index"), partnerFault, partnerLike, valuesOf });
})();
