// Which applications a comparison has rows for, and what that says at a glance.

(() => {
  /**
   * Applications that any of the partners lists, by category; those without one come last.
   *
   * @param index of the finder
   * @param partners as the index has them
   * @param other the title of the applications without a category
   * @returns `[{title, applications}]`, everything in the order of the catalog
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

  /** One sentence on how much the partners have in common. */
  function summary(partners) {
    const [first, ...rest] = partners.map(({ applications }) => new Set(applications));
    const all = new Set(partners.flatMap(({ applications }) => [...applications])).size;
    const common = [...first].filter((each) => rest.every((others) => others.has(each))).length;
    const applications = all === 1 ? "1 application" : `${all} applications`;
    if (!rest.length) {
      return `${applications} listed. Add another partner to compare.`;
    }
    const who = rest.length === 1 ? "both partners" : `all ${partners.length} partners`;
    return `${applications} listed, ${common || "none"} of them by ${who}.`;
  }

  globalThis.catalogCompare.rows = { groups, summary };
})();
