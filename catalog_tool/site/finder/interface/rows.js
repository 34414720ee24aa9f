// A partner in an answer, as in the lists of the pages: who, what, which applications, what it states,
// contact, and comparison. The name is in the index, and the rest in files that are loaded for the rows
// that are shown. Until then, a row keeps the room.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { element, highlight, link, number, pageAddress, partnerAddress, sitePath } = finderView;
  const { gettext } = catalogWords;
  const EXTERNAL = "nofollow noopener noreferrer"; // as on partners' links in the pages
  const NAMED = 3; // applications

  const known = new Map(); // the facts of partners by id, as far as they are loaded; null if they can't be
  let wanted = new Map(); // the partners of rows without facts

  /*
   * The row of a partner. `about`: the applications that were asked for, a reason, or a quote, and where it is from (null if the
   * partner isn't here for what it says).
   * `search` has the partners by id, each with its position in the catalog.
   */
  function partnerRow(id, { asked = [], reason = null, quote = null, where = null }, search) {
    const { partner, position } = search.partners.get(id);
    const facts = known.get(id) ?? globalThis.catalogCompare.facts.read(partner, position);
    known.set(id, facts);
    search.told.add(id);
    if (facts === undefined) {
      wanted.set(id, { partner, position });
    }
    return element(
      "li",
      { class: "catalog-row", "data-waiting": facts === undefined },
      logo(facts?.logo),
      name(partner, reason, search.query),
      quote ?? element("p", {}, facts?.summary ?? ""),
      element("p", { class: "catalog-apps" }, facts ? applications(facts, partner, asked, where) : ""),
      facts ? stated(facts, partner, search) : null,
      facts ? contact(facts, partner) : null,
      search.partners.size > 1 ? pick(partner) : null,
    );
  }

  function logo(drawn) {
    if (drawn?.address) {
      const attributes = { src: sitePath(drawn.address), width: 40, height: 40, alt: "" };
      return element("span", { class: "catalog-logo catalog-logo--drawn" }, element("img", attributes));
    }
    const tile = drawn ? ` catalog-logo--${drawn.tile}` : "";
    return element("span", { class: `catalog-logo${tile}`, "aria-hidden": "true" }, drawn?.initials ?? "");
  }

  function name(partner, reason, query) {
    const linked = link(partnerAddress(partner.id), { "data-hit": true }, highlight(partner.name, query));
    return element("h3", { class: "catalog-name" }, linked, reason);
  }

  /* The first applications, and how many more; those that were asked for come first. */
  function applications({ names }, partner, asked, where) {
    if (typeof names === "string") {
      return [where, names];
    }
    const shown = [...new Set([...asked, ...names])].slice(0, Math.max(NAMED, asked.length));
    const nodes = shown.flatMap((each, at) => [at ? ", " : "", asked.includes(each) ? element("b", {}, each) : each]);
    const more = partner.applications.length - shown.length;
    const list = more > 0 ? around(gettext("%(names)s, and %(number)s more", { names: NAMES, number: number(more) }), nodes) : nodes;
    return where === null ? list : [where, ...around(gettext("Lists %(names)s.", { names: NAMES }), list)];
  }

  const NAMES = "\n"; // in no message

  /* A message with elements in place of its names. */
  function around(message, nodes) {
    const [before, after] = message.split(NAMES);
    return [before, ...nodes, after];
  }

  /* What a partner states. What was asked for or refused is told, also if it isn't stated. */
  function stated({ row, status: [text, isFresh, day] }, partner, { answer: { asked, failing } }) {
    const fitting = asked.flatMap(([key, values, names]) => names.filter((_, at) => partner.stated[key].includes(values[at])));
    const { unstated, refused } = failing[partner.id] ?? { unstated: [], refused: [] };
    const told = [
      unstated.length && gettext("Not stated: %(names)s", { names: unstated.join(", ") }),
      refused.length && gettext("You excluded: %(names)s", { names: refused.join(", ") }),
    ];
    const facts = [row, ...fitting.filter((each) => !row.includes(each)), ...told];
    const nodes = facts.filter(Boolean).join("\u00a0· ").split(/(\u00a0· |, )/).map((each) => (fitting.includes(each) ? element("mark", {}, each) : each));
    const fresh = isFresh ? " catalog-status--fresh" : "";
    const status = text ? element("time", { class: `catalog-status${fresh}`, datetime: day }, text) : null;
    return nodes[0] || status ? element("p", { class: "catalog-stated" }, nodes, " ", status) : null;
  }

  function contact({ contact: target, website }, { name: of }) {
    const address = target || website;
    const [kind, word, label] = target
      ? ["contact", gettext("Contact"), gettext("Contact %(name)s", { name: of })]
      : ["website", gettext("Website"), gettext("Website of %(name)s", { name: of })];
    const style = `catalog-button catalog-button--small catalog-button--${kind}`;
    return address ? link(address, { class: style, rel: EXTERNAL, "aria-label": label, "data-mail": address.replace("mailto:", "") }, word) : null;
  }

  function pick({ id, name: of }) {
    return element(
      "label",
      { class: "catalog-check" },
      element("input", { type: "checkbox", value: id, "data-compare-pick": of, "aria-label": gettext("Compare %(name)s", { name: of }) }),
      ` ${gettext("Compare")}`,
    );
  }

  /* Load the facts of the rows that wait for them. Resolves to whether there were any. */
  async function loadFacts() {
    const waiting = [...wanted];
    wanted = new Map();
    const { facts } = globalThis.catalogCompare;
    await Promise.all(waiting.map(([, { partner, position }]) => facts.of(partner, position)));
    return waiting.length > 0;
  }

  /* The address that compares partners. */
  const compareAddress = (ids) => `${pageAddress("compare/")}?partners=${ids.join(",")}`;

  Object.assign(finderView, { EXTERNAL, compareAddress, loadFacts, partnerRow });
})();
