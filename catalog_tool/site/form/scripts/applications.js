// Reads, writes, and checks the list of applications, which can have groups.

(() => {
  const { LABELS, checks, quote, sameKey, sortNames } = catalogEntry;
  const { gettext } = catalogWords;
  const BETWEEN_NAMES = new RegExp(checks.betweenNames, "iu");
  const HEADING = new RegExp(checks.heading, "u");
  const LIST = new RegExp(checks.list, "iu");
  const MARK = new RegExp(checks.mark, "u");

  const options = [...document.querySelectorAll("#known-applications option")];
  const known = new Map([
    ...options.flatMap(({ value, dataset }) =>
      (dataset.aliases?.split("\n") ?? []).map((alias) => [sameKey(alias), value]),
    ),
    ...options.map(({ value }) => [sameKey(value), value]),
  ]);

  const lineOf = (text) => text.trim().replace(MARK, "");
  const linesOf = (text) => [...new Set(text.split("\n").map(lineOf))].filter(Boolean);

  /** Return a list of names, or of each group if a line ends in a colon. */
  function applicationsIn(text) {
    const groups = new Map([["", []]]);
    let names = groups.get("");
    for (const line of text.split("\n").map((each) => each.trim())) {
      const { group } = HEADING.exec(line)?.groups ?? {};
      if (group) {
        groups.set(group, groups.get(group) ?? []);
        names = groups.get(group);
      } else if (line && !names.includes(lineOf(line))) {
        names.push(lineOf(line));
      }
    }
    if (groups.size === 1) {
      return sortNames(names.filter(Boolean));
    }
    const named = [...groups.keys()].filter((group) => group || groups.get(group).length);
    return new Map(sortNames(named).map((group) => [group, sortNames(groups.get(group))]));
  }

  /** Return each list of names as [group, names]; the group is "" if there are none. */
  const listsIn = (applications = []) =>
    applications instanceof Map ? [...applications] : [["", applications]];
  const namesIn = (applications) => listsIn(applications).flatMap(([, names]) => names);

  /** Return values as lines that are read back as the same values. */
  function asLines(values) {
    const bare = (name) => (MARK.test(name) || HEADING.test(name) ? `- ${name}` : name);
    if (Array.isArray(values)) {
      return values.map(bare).join("\n");
    }
    const blocks = Object.entries(values).map(([group, names]) => [`${group}:`, ...names.map(bare)]);
    return blocks.map((lines) => lines.join("\n")).join("\n\n");
  }

  /** The canonical name of a known application in any spelling, or undefined. */
  function canonical(name) {
    return known.get(sameKey(name));
  }

  /** The parts of a name that looks like a list of several, or none. */
  function severalIn(name) {
    const parts = name.split(BETWEEN_NAMES).filter(Boolean);
    const found = new Set(parts.map(canonical).filter(Boolean));
    const isList = found.size > 1 || LIST.test(name);
    if (!isList || canonical(name)) {
      return [];
    }
    return parts.length > 1 ? parts : name.split("/").map((part) => part.trim());
  }

  function applicationsFault(values) {
    const keys = checks.oneOf;
    if (keys.length && !keys.some((key) => key in values)) {
      const fields = keys.map((key) => gettext("“%(text)s”", { text: LABELS[key] })).join(", ");
      const message = gettext("All of these fields are empty: %(fields)s.", { fields });
      return { message, hint: gettext("Fill in at least one of them.") };
    }
    const lists = listsIn(values.applications);
    return groupFault(lists) ?? repeatedFault(lists.flatMap(([, names]) => names));
  }

  function groupFault(lists) {
    if (lists.length > 1 && !lists[0][0]) {
      const hint = gettext("Write every name below a heading, or don't use headings.");
      const value = quote(lists[0][1][0]);
      return { message: gettext("%(value)s comes before the first heading.", { value }), hint };
    }
    const empty = lists.find(([group, names]) => group && !names.length);
    return (
      empty && {
        message: gettext("%(value)s has no %(applications)s.", { value: quote(empty[0]) }),
        hint: gettext("List them below it, or remove it."),
      }
    );
  }

  function repeatedFault(names) {
    const seen = new Map();
    for (const name of names) {
      const key = sameKey(canonical(name) ?? name);
      if (seen.has(key)) {
        const first = seen.get(key);
        const value = quote(name);
        const message =
          name === first
            ? gettext("%(value)s is already listed.", { value })
            : gettext("%(value)s is already listed as %(first)s.", { value, first: quote(first) });
        return { message, hint: gettext("Keep one of them.") };
      }
      seen.set(key, name);
    }
    return null;
  }

  Object.assign(catalogEntry, { applicationsFault, applicationsIn, asLines, canonical });
  Object.assign(catalogEntry, { lineOf, linesOf, listsIn, namesIn, severalIn });
})();
