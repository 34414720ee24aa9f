// The table of a comparison. It has the same rows as the table of a page without scripts.

(() => {
  const { applicationAddress, element, link, partnerAddress } = globalThis.catalogFinderView;
  const FOREIGN = "nofollow noopener noreferrer";
  const { gettext } = catalogWords;

  /* The rows above the applications; those of own fields are the same for all partners. */
  function statedRows(columns) {
    const fields = columns.find(({ facts }) => facts)?.facts.stated ?? [];
    const own = fields.map(({ label }, at) => [label, (column) => ownField(column, at)]);
    return [
      [gettext("Contact"), contact],
      [gettext("Website"), website],
      ...own,
      [gettext("Tested on (attested by the %(partner)s)"), test],
    ];
  }

  /**
   * The table in a region that scrolls if the table is wider than the window.
   *
   * @param columns partners with their facts: `{partner, facts, position}`
   * @param groups rows by category: `[{title, applications}]`, each application `{name, slug, partners}`
   * @param isOnlyDifferences whether to leave out rows that are equal in all columns
   * @param onRemove function that gets the id of the partner to remove
   */
  function table(columns, groups, isOnlyDifferences, onRemove) {
    const attributes = { class: "catalog-compare__table" };
    const made = element("table", attributes, caption(columns), head(columns, onRemove));
    made.append(body(statedRows(columns).map(([title, cell]) => statedRow(title, columns, cell)), isOnlyDifferences));
    for (const group of groups) {
      const rows = group.applications.map((application) => applicationRow(application, columns));
      made.append(body(rows, isOnlyDifferences, groupRow(group.title, columns)));
    }
    for (const empty of [...made.tBodies].filter((each) => !each.querySelector("[scope=row]"))) {
      empty.remove();
    }
    const region = { class: "catalog-compare", role: "region", tabindex: "0" };
    return element("div", { ...region, "aria-labelledby": "compare-caption" }, made);
  }

  function caption(columns) {
    const names = columns.map(({ partner }) => partner.name);
    return element("caption", { id: "compare-caption", class: "catalog-hidden" }, names.join(", "));
  }

  function head(columns, onRemove) {
    const heads = columns.map(({ partner }) => columnHead(partner, onRemove));
    return element("thead", {}, element("tr", {}, element("td"), heads));
  }

  function columnHead(partner, onRemove) {
    const label = gettext("Remove %(name)s", { name: partner.name });
    const attributes = { type: "button", class: "catalog-compare__remove", "aria-label": label };
    const remove = element("button", attributes, gettext("Remove"));
    remove.addEventListener("click", () => onRemove(partner.id));
    return element("th", { scope: "col" }, partnerLink(partner, partner.name), remove);
  }

  function body(rows, isOnlyDifferences, heading = null) {
    const shown = isOnlyDifferences ? rows.filter(differs) : rows;
    return element("tbody", {}, heading, shown);
  }

  // Rows with the same text in all columns don't help to choose.
  function differs(row) {
    const [, ...cells] = row.cells;
    return new Set(cells.map((cell) => cell.textContent)).size > 1;
  }

  function groupRow(title, columns) {
    const attributes = { scope: "rowgroup", colspan: columns.length + 1 };
    return element("tr", {}, element("th", attributes, element("span", {}, title)));
  }

  function statedRow(title, columns, cell) {
    return rowOf(title, columns.map((column) => element("td", {}, cell(column))));
  }

  function applicationRow(application, columns) {
    const title = link(applicationAddress(application.slug), {}, application.name);
    return rowOf(title, columns.map(({ position }) => listing(application.partners.includes(position))));
  }

  function rowOf(title, cells) {
    return element("tr", {}, element("th", { scope: "row" }, title), cells);
  }

  // Screen readers read "not listed" for an empty cell. That isn't a "no".
  function listing(isListed) {
    const words = element("span", { class: "catalog-hidden" }, isListed ? gettext("listed") : gettext("not listed"));
    if (!isListed) {
      return element("td", {}, words);
    }
    const mark = element("span", { "aria-hidden": "true" }, "✓");
    return element("td", { class: "catalog-compare__listed" }, mark, words);
  }

  // If the facts can't be loaded, link to the partner's page.
  function contact({ partner, facts }) {
    const label = gettext("Contact %(name)s", { name: partner.name });
    if (facts?.contact === "") {
      return unstated();
    }
    return facts?.contact ? foreignLink(facts.contact, label) : partnerLink(partner, label);
  }

  function website({ partner, facts }) {
    return facts?.website
      ? foreignLink(facts.website, new URL(facts.website).hostname.replace(/^www\./, ""))
      : partnerLink(partner, gettext("Website of %(name)s", { name: partner.name }));
  }

  function test({ partner, facts }) {
    if (!facts) {
      return partnerLink(partner, gettext("See %(name)s", { name: partner.name }));
    }
    const { testedBy, testedOn } = facts;
    const day = testedOn ? element("time", { datetime: testedOn }, testedOn) : unstated();
    return testedBy ? [day, element("br"), testedBy] : day;
  }

  function ownField({ partner, facts }, at) {
    if (!facts) {
      return partnerLink(partner, gettext("See %(name)s", { name: partner.name }));
    }
    const { values } = facts.stated[at];
    const shown = values.map(({ text, target }) => (target ? foreignLink(target, text) : text));
    return shown.length ? shown.flatMap((each, n) => (n ? [", ", each] : [each])) : unstated();
  }

  function unstated() {
    return element("span", { class: "catalog-unstated" }, gettext("not stated"));
  }

  function partnerLink(partner, label) {
    return link(partnerAddress(partner.id), {}, label);
  }

  function foreignLink(target, label) {
    return link(target, { rel: FOREIGN }, label);
  }

  globalThis.catalogCompare.table = table;
})();
