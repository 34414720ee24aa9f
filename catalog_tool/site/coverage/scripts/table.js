// The table of partners and applications. On phones and narrow paper, a row becomes a list: so roles
// are in the elements, and each cell has the name of its column.

(() => {
  const { applicationAddress, element, link } = globalThis.catalogFinderView;
  const { contactLink, partnerName } = globalThis.catalogCompare;
  const { gettext } = catalogWords;
  const FEW_COLUMNS = 7; // more have upright headings

  /**
   * The table of partners, best first.
   *
   * @param columns applications `{name, slug, number}` that any partner lists
   * @param rows `{partner, facts, listed: number[]}`
   * @param total number of names in the list
   */
  function coverageTable(columns, rows, total) {
    const isWide = columns.length > FEW_COLUMNS;
    const table = element("table", { class: `catalog-table catalog-cover${isWide ? " catalog-cover--wide" : ""}`, role: "table", "aria-labelledby": "coverage-partners" });
    const heads = [gettext("%(Partner)s"), gettext("Lists"), ...columns.map(columnHead), element("span", { class: "catalog-hidden" }, gettext("Contact"))];
    const head = element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, heads.map((each) => element("th", { scope: "col", role: "columnheader" }, each))));
    const body = element("tbody", { role: "rowgroup" }, rows.map((row) => tableRow(columns, row, total)));
    table.append(head, body);
    return element("div", { class: "catalog-scroll", role: "region", "aria-labelledby": "coverage-partners", tabindex: isWide && "0" }, table);
  }

  const columnHead = ({ name, slug }) => link(applicationAddress(slug), {}, element("span", {}, name));

  function tableRow(columns, { partner, facts, listed }, total) {
    const has = new Set(listed);
    return element(
      "tr",
      { role: "row" },
      element("th", { scope: "row", role: "rowheader" }, partnerName(partner, facts)),
      element("td", { role: "cell" }, score(listed.length, total)),
      columns.map(({ name, number }) => cell(name, has.has(number))),
      element("td", { role: "cell" }, contactLink(partner, facts)),
    );
  }

  function cell(name, isListed) {
    const words = isListed ? gettext("listed") : gettext("not listed");
    const attributes = { role: "cell", class: isListed ? "catalog-yes" : "catalog-no", "data-name": name };
    return element("td", attributes, element("span", { "aria-hidden": "true" }, isListed ? "✓" : "–"), element("span", { class: "catalog-hidden" }, words));
  }

  function score(count, total) {
    const bar = element("progress", { max: total, value: count, "aria-hidden": "true" });
    return element("span", { class: "catalog-score" }, bar, gettext("%(count)s of %(total)s", { count: catalogWords.number(count), total: catalogWords.number(total) }));
  }

  Object.assign(catalogCoverage, { coverageTable });
})();
