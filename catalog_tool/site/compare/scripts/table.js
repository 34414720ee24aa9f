// The table of a comparison. It has the same rows as the table of a page without scripts. Roles are in the
// elements, because phones show a row as a grid.

(() => {
  const { applicationAddress, element, link, partnerAddress } = globalThis.catalogFinderView;
  const { FOREIGN, contactLink, partnerName, rows } = globalThis.catalogCompare;
  const { gettext } = catalogWords;

  /**
   * The table.
   *
   * @param columns partners with their facts: `{partner, facts, position}`
   * @param parts what `rows.parts` returned
   * @param onRemove function that gets the id of the partner to remove
   */
  function table(columns, parts, onRemove) {
    const names = columns.map(({ partner }) => partner.name);
    const attributes = { class: "catalog-table catalog-compare", role: "table", "data-columns": columns.length, tabindex: "-1" };
    const heads = columns.map((column) => columnHead(column, onRemove));
    return element(
      "table",
      attributes,
      element("caption", { class: "catalog-hidden" }, names.join(", ")),
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, element("td", { role: "cell" }), heads)),
      parts.map((part, at) => body(part, part.group !== parts[at - 1]?.group, names)),
    );
  }

  function columnHead({ partner, facts }, onRemove) {
    const label = gettext("Remove %(name)s", { name: partner.name });
    const attributes = { class: "catalog-button catalog-button--small catalog-button--plain catalog-compare__remove", "aria-label": label };
    const remove = catalogButton(attributes, () => onRemove(partner.id), gettext("Remove"));
    const buttons = element("div", { class: "catalog-buttons" }, contactLink(partner, facts), remove);
    return element("th", { scope: "col", role: "columnheader" }, partnerName(partner, facts), buttons);
  }

  function body({ group, title, rows: shown }, isFirst, names) {
    const width = names.length + 1;
    const headings = [isFirst && heading("catalog-compare__group", group, width), title && heading("catalog-compare__part", title, width)];
    return element("tbody", { role: "rowgroup" }, headings.filter(Boolean), shown.map((row) => bodyRow(row, names)));
  }

  function heading(style, title, width) {
    return element("tr", { role: "row", class: style }, element("th", { scope: "rowgroup", role: "rowheader", colspan: width }, title));
  }

  /* On a phone, each of four cells is a line that begins with the name of its partner. */
  function bodyRow({ title, slug, cells }, names) {
    const name = slug ? link(applicationAddress(slug), {}, title) : title;
    const head = element("th", { scope: "row", role: "rowheader" }, name);
    return element("tr", { role: "row" }, head, cells.map((cell, at) => element("td", { role: "cell", "data-partner": names[at] }, cellContent(cell))));
  }

  /* "Not stated" and "not listed" are words, because a dash looks like a no. */
  function cellContent(cell) {
    if (cell === null) {
      return element("span", { class: "catalog-unstated" }, rows.cellText(cell));
    }
    if ("isListed" in cell) {
      const style = cell.isListed ? "catalog-yes" : "catalog-no";
      return element("span", { class: style }, rows.cellText(cell));
    }
    if (cell.partner) {
      return link(partnerAddress(cell.partner.id), {}, gettext("See %(name)s", { name: cell.partner.name }));
    }
    const shown = cell.map(({ text, target }) => (target ? link(target, { rel: FOREIGN }, breakable(text)) : text));
    return shown.flatMap((each, at) => (at ? [", ", each] : [each]));
  }

  /* A long host breaks at its dots rather than in a word. */
  const breakable = (host) => host.split(/(?<=\.)/).flatMap((label, at) => (at ? [element("wbr", {}), label] : [label]));

  globalThis.catalogCompare.table = table;
})();
