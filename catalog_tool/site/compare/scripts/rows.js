// The rows of a comparison, and a summary of them.

(() => {
  const { gettext, ngettext, number } = catalogWords;

  /**
   * The applications of the partners by category. Applications without one come last.
   *
   * @param index the finder's index
   * @param partners from the index
   * @param other title for applications without a category
   * @returns `[{title, applications}]` in the order of the catalog
   */
  function groups(index, partners, other) {
    const listed = [...new Set(partners.flatMap(({ applications }) => [...applications]))];
    const categories = index.named.category;
    const byCategory = new Map(categories.map(([id]) => [id, []]));
    const others = [];
    for (const position of listed.sort((one, next) => one - next)) {
      const application = index.applications[position];
      (byCategory.get(application.category) ?? others).push(application);
    }
    const titled = categories.map(([id, name]) => ({ title: name, applications: byCategory.get(id) }));
    const all = [...titled, { title: other, applications: others }];
    return all.filter(({ applications }) => applications.length);
  }

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

  globalThis.catalogCompare.rows = { groups, summary };
})();
