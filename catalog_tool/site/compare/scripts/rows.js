// The rows of a comparison, as values: what each partner states, and who lists which application.

(() => {
  const { gettext, ngettext, number } = catalogWords;

  /**
   * The parts of a comparison.
   *
   * @param index the finder's index
   * @param columns partners with their facts: `{partner, facts, position}`
   * @returns `[{group, title, rows}]`; a row is `{title, slug, cells}`, with the slug of an application. A
   *   cell is `{text, target}` values in a list, or `isListed`, or null if nothing is stated.
   */
  function parts(index, columns) {
    const stated = { group: gettext("At a glance"), title: "", rows: statedRows(columns) };
    const listed = listedParts(index, columns).map((part) => ({ group: gettext("%(Applications)s"), ...part }));
    return [stated, ...listed];
  }

  /* The rows of own fields are the same for all partners. */
  function statedRows(columns) {
    const fields = columns.find(({ facts }) => facts)?.facts.stated ?? [];
    return [
      row(gettext("What it does"), columns, ({ summary }) => valuesOf(summary)),
      row(gettext("Tested on (attested by the %(partner)s)"), columns, ({ testedOn, testedBy }) => valuesOf([testedOn, testedBy].filter(Boolean).join(": "))),
      ...fields.map(({ label }, at) => row(label, columns, ({ stated }) => (stated[at].values.length ? stated[at].values : null))),
      row(gettext("Website"), columns, ({ host, website }) => (website ? [{ text: host, target: website }] : null)),
    ];
  }

  const valuesOf = (text) => (text ? [{ text, target: "" }] : null);

  function row(title, columns, cell) {
    return { title, slug: "", cells: columns.map(({ partner, facts }) => (facts ? cell(facts) : { partner })) };
  }

  /* The applications by the number of partners that list them: all, fewer, only one of them. */
  function listedParts(index, columns) {
    const positions = columns.map(({ position }) => position);
    const listed = new Set(columns.flatMap(({ partner }) => [...partner.applications]));
    const byListers = new Map();
    for (const application of [...listed].sort((one, other) => one - other).map((each) => index.applications[each])) {
      const listers = positions.filter((position) => application.partners.includes(position));
      const key = listers.length > 1 ? listers.length : -positions.indexOf(listers[0]);
      const cells = positions.map((position) => ({ isListed: listers.includes(position) }));
      byListers.set(key, [...(byListers.get(key) ?? []), { title: application.name, slug: application.slug, cells }]);
    }
    const keys = [...byListers.keys()].sort((one, other) => other - one);
    return keys.map((key) => ({ title: partTitle(key, columns), rows: byListers.get(key) }));
  }

  function partTitle(key, columns) {
    if (columns.length === 1) {
      return "";
    }
    if (key <= 0) {
      return gettext("Only %(name)s", { name: columns[-key].partner.name });
    }
    const values = { count: number(key), total: number(columns.length) };
    if (key < columns.length) {
      return gettext("Listed by %(count)s of %(total)s", values);
    }
    return key === 2 ? gettext("Listed by both") : gettext("Listed by all %(count)s", values);
  }

  /** What a cell says. A row whose cells all say the same doesn't help to choose. */
  function cellText(cell) {
    if (cell === null) {
      return gettext("not stated");
    }
    if ("isListed" in cell) {
      return cell.isListed ? gettext("Listed") : gettext("not listed");
    }
    return cell.partner ? "" : cell.map(({ text }) => text).join(", ");
  }

  const differs = ({ cells }) => new Set(cells.map(cellText)).size > 1;

  /** One sentence about what the partners have in common. */
  function summary(partners) {
    const [first, ...rest] = partners.map(({ applications }) => new Set(applications));
    const all = new Set(partners.flatMap(({ applications }) => [...applications])).size;
    const common = [...first].filter((each) => rest.every((others) => others.has(each))).length;
    const listed = ngettext("%(num)s %(application)s listed.", "%(num)s %(applications)s listed.", all);
    if (!rest.length) {
      return `${listed} ${gettext("Add another %(partner)s to compare.")}`;
    }
    const shared = common
      ? gettext("%(count)s of them by all %(partners)s.", { count: number(common) })
      : gettext("None of them by all %(partners)s.");
    return `${listed} ${shared}`;
  }

  globalThis.catalogCompare.rows = { cellText, differs, parts, summary };
})();
