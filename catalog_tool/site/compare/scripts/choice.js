// Which partners are compared: the address says it, so that a comparison can be shared.

(() => {
  const SHOWN = 60; // characters of a text from the address that a message repeats

  /**
   * What the address of the page asks for.
   *
   * @param search the query of the address, with its question mark
   * @param positions of every partner in the catalog, by id
   * @param most partners that are compared
   * @returns chosen ids, each once and in the order asked for; and what to tell the reader
   */
  function read(search, positions, most) {
    const asked = new URLSearchParams(search).get("partners");
    const ids = [...new Set((asked ?? "").split(",").map((id) => id.trim()).filter(Boolean))];
    const known = ids.filter((id) => positions.has(id));
    const unknown = ids.filter((id) => !positions.has(id));
    return {
      isAsked: asked !== null,
      chosen: known.slice(0, most),
      leftOut: known.slice(most),
      unknown: unknown.slice(0, most).map(shortened),
      unknownCount: unknown.length,
    };
  }

  /** The address of a comparison, relative to the page of comparisons. */
  function address(chosen, isOnlyDifferences) {
    const differences = isOnlyDifferences ? "&only=differences" : "";
    return `?partners=${chosen.join(",")}${differences}`;
  }

  function isOnlyDifferences(search) {
    return new URLSearchParams(search).get("only") === "differences";
  }

  function shortened(text) {
    const characters = [...text];
    return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join("")}…` : text;
  }

  globalThis.catalogCompare = { choice: { address, isOnlyDifferences, read } };
})();
