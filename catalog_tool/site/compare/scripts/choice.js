// Reads the selected partners from the address, so that a comparison can be shared.

(() => {
  const SHOWN = 60; // most characters of an id from the address in a message

  /**
   * Read the comparison from the address of the page.
   *
   * @param search the query of the address, with its question mark
   * @param positions of every partner in the catalog, by id
   * @param most number of partners that can be compared
   * @returns the selected ids in order, each once; and the ids that can't be shown
   */
  function read(search, positions, most) {
    const value = new URLSearchParams(search).get("partners");
    const ids = [...new Set((value ?? "").split(",").map((id) => id.trim()).filter(Boolean))];
    const known = ids.filter((id) => positions.has(id));
    const unknown = ids.filter((id) => !positions.has(id));
    return {
      isAsked: value !== null,
      chosen: known.slice(0, most),
      leftOut: known.slice(most),
      unknown: unknown.slice(0, most).map(shorten),
      unknownCount: unknown.length,
    };
  }

  /** The address of a comparison, relative to the comparison page. */
  function address(chosen, isOnlyDifferences) {
    const differences = isOnlyDifferences ? "&only=differences" : "";
    return `?partners=${chosen.join(",")}${differences}`;
  }

  function isOnlyDifferences(search) {
    return new URLSearchParams(search).get("only") === "differences";
  }

  function shorten(text) {
    const characters = [...text];
    return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join("")}…` : text;
  }

  globalThis.catalogCompare = { choice: { address, isOnlyDifferences, read } };
})();
