// The filters: groups of check boxes with counts, and the selected filters as chips.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { FACETS, element, number } = finderView;
  const { gettext } = catalogWords;

  /* The values to show; none if there is no choice. */
  function usefulValues(values) {
    const useful = values.filter(({ count, selected }) => count || selected);
    return useful.length > 1 || useful.some(({ selected }) => selected) ? useful : [];
  }

  function box(facet, { id, name, count, selected }) {
    const input = element("input", { type: "checkbox", name: facet, value: id });
    input.checked = selected;
    const shown = element("span", { class: "catalog-finder__count" }, number(count));
    return element("label", {}, input, element("span", {}, name), shown);
  }

  function facetGroup(facet, title, values) {
    const useful = usefulValues(values);
    return useful.length
      ? element(
          "fieldset",
          {},
          element("legend", {}, title),
          useful.map((value) => box(facet, value)),
        )
      : null;
  }

  function facetGroups(facets, titles) {
    return FACETS.map((facet) => facetGroup(facet, titles[facet], facets[facet])).filter(Boolean);
  }

  /*
   * Update the counts of existing boxes. Returns false if the boxes are for other values. Most keys
   * change only counts, and a box that stays keeps its focus.
   */
  function updateCounts(place, facets) {
    const values = FACETS.flatMap((facet) =>
      usefulValues(facets[facet]).map((value) => ({ facet, ...value })),
    );
    const boxes = [...place.querySelectorAll("input")];
    const isSame = ({ facet, id, selected }, at) =>
      boxes[at].name === facet && boxes[at].value === id && boxes[at].checked === selected;
    if (boxes.length !== values.length || !values.every(isSame)) {
      return false;
    }
    place.querySelectorAll(".catalog-finder__count").forEach((shown, at) => {
      const count = number(values[at].count);
      shown.textContent === count || (shown.textContent = count); // a new text is laid out again
    });
    return true;
  }

  /* Buttons that remove a filter. `without` gets a facet and a value, or nothing to remove all. */
  function chips({ engine, facets, titles, without }) {
    const chosen = FACETS.flatMap((facet) =>
      engine.facets.named[facet].filter(([id]) => facets[facet].includes(id)).map(([id, name]) => ({ facet, id, name })),
    );
    if (!chosen.length) {
      return null;
    }
    const made = chosen.map(({ facet, id, name }) => {
      const filter = `${titles[facet]}: ${name}`;
      return chip(filter, gettext("Remove the filter %(filter)s", { filter }), () => without(facet, id));
    });
    const all = catalogButton({ class: "catalog-finder__clear" }, () => without(), gettext("Clear all"));
    const lines = [...made, all].map((button) => element("li", {}, button));
    return element("ul", { class: "catalog-chips catalog-finder__chips", "aria-label": gettext("Selected filters") }, lines);
  }

  function chip(text, label, act) {
    const cross = element("span", { "aria-hidden": "true" }, "×");
    const attributes = { class: "catalog-finder__chip", "aria-label": label };
    return catalogButton(attributes, act, text, cross);
  }

  const hasFacets = ({ facets }) => FACETS.some((facet) => facets[facet].length);

  Object.assign(finderView, { chips, facetGroups, hasFacets, updateCounts });
})();
