// The results, in this order: who lists all of several applications, who lists each, partners, and who
// mentions it in other words.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { FIRST_SHOWN, answer, applicationAddress, applicationCount, compareAddress, element, fold, highlight, link, listIn } = finderView;
  const { moreButton, number, otherName, pageAddress, partnerCount, partnerRow, reason, rows } = finderView;
  const { gettext, list, ngettext } = catalogWords;
  const FIRST_OF_SEVERAL = 3; // partners of each of several applications
  const MOST_OPEN = 3; // applications that are shown with their partners, unless the query names more
  const MOST_SEARCHED = 100; // applications among which those are that the query names
  const PARTNERS_NAMED = 3;
  const MOST_COMPARED = 4;

  function compareLink(ids) {
    if (ids.length < 2 || ids.length > MOST_COMPARED) {
      return null;
    }
    const label = ids.length === 2 ? gettext("Compare both") : gettext("Compare all %(count)s", { count: number(ids.length) });
    return link(compareAddress(ids), { class: "catalog-button catalog-button--small" }, label);
  }

  /* The partners that list or mention all of several applications, which a list can check in more detail. */
  function togetherAnswer(search) {
    const { together } = search.answer;
    if (!together) {
      return null;
    }
    const { applications, others, partners } = together;
    const names = [...applications, ...others].map(({ name }) => name);
    const title = togetherTitle(together);
    const listed = applications.filter(({ slug }) => slug).map(({ name }) => name);
    const address = `${pageAddress("coverage/")}#list=${encodeURIComponent(names.join("\n"))}`;
    const check = link(address, { class: "catalog-button catalog-button--small" }, gettext("Check as a list"));
    return answer("together", title, others.length ? [] : [list(names)], check, rows("together", title, partners, (id) => partnerRow(id, { asked: listed }, search), search));
  }

  /* Who lists or mentions all of several applications, or which of them others do. */
  function togetherTitle({ applications, others, partners }) {
    const isMentioned = [...applications, ...others].some((each) => each.is_mentioned);
    const nobody = isMentioned ? gettext("Nobody lists or mentions all of them") : gettext("Nobody lists all of them");
    const told = { names: namesIn(applications), others: namesIn(others) };
    if (!partners.length) {
      return nobody;
    }
    if (!others.length) {
      return isMentioned
        ? ngettext("%(num)s %(partner)s lists or mentions all of them", "%(num)s %(partners)s list or mention all of them", partners.length)
        : ngettext("%(num)s %(partner)s lists all of them", "%(num)s %(partners)s list all of them", partners.length);
    }
    const most = isMentioned
      ? ngettext("%(num)s %(partner)s lists or mentions %(names)s, without %(others)s", "%(num)s %(partners)s list or mention %(names)s, without %(others)s", partners.length, told)
      : ngettext("%(num)s %(partner)s lists %(names)s, without %(others)s", "%(num)s %(partners)s list %(names)s, without %(others)s", partners.length, told);
    return `${nobody}. ${most}`;
  }

  const namesIn = (parts) => list(parts.map(({ name }) => name));

  const listedBy = (partners) => ngettext("%(num)s %(partner)s lists it.", "%(num)s %(partners)s list it.", partners.length);

  /* An application with the partners that list it. */
  function applicationAnswer(found, search, first) {
    const { name, slug, category, partners } = found;
    const key = `application:${slug}`;
    const title = link(applicationAddress(slug), { "data-hit": true }, highlight(name, search.query));
    const lists = listedBy(partners);
    const typed = otherName(found, search.query);
    const shown = search.categories[category];
    const line = typed ? `${lists} ${typed}` : [lists, " ", tag(shown), ...(reasonOnce(found, shown, search) ?? [])];
    const content = rows(key, name, partners, (id) => partnerRow(id, { asked: [name] }, search), search, first);
    return answer(key, title, [line], compareLink(partners), content);
  }

  /* Why an application was found. What is the same for several is said once. Below a text with the whole word, a name that only begins with it says so. */
  function reasonOnce(found, shown, { answer: { leading }, told }) {
    if (found.match === "close" && ["mentioned", "partly"].includes(leading)) {
      return [" ", element("span", { class: "catalog-hit__reason" }, gettext("close match"))];
    }
    const isTold = ["category", "mentioned"].includes(found.match) && told.has(found.matched);
    told.add(found.matched);
    return isTold ? null : reason(found, shown);
  }

  function tag(text) {
    return text ? element("span", { class: "catalog-tag" }, text) : null;
  }

  /*
   * The applications that are shown with their partners: those that the query names, the first if there
   * are many, and none if the query is only a filter.
   */
  function openApplications({ applications, together }) {
    const first = applications.slice(0, MOST_OPEN);
    if (!first.length || first[0].match === "all") {
      return [];
    }
    if (together) {
      const slugs = [...together.applications, ...together.others].map(({ slug }) => slug);
      return applications.slice(0, MOST_SEARCHED).filter(({ slug }) => slugs.includes(slug));
    }
    const named = first.filter(({ match }) => ["exact", "alias"].includes(match));
    return applications.length <= MOST_OPEN ? first : first.slice(0, Math.max(named.length, 1));
  }

  function applicationAnswers(open, search) {
    const first = open.length > 1 ? FIRST_OF_SEVERAL : FIRST_SHOWN;
    return open.map((found) => applicationAnswer(found, search, first));
  }

  /* The other applications, each in two lines. */
  function moreApplications(open, search) {
    const { applications, together } = search.answer;
    const left = applications.length - open.length;
    if (!left) {
      return null;
    }
    const title = open.length
      ? ngettext("%(num)s more %(application)s", "%(num)s more %(applications)s", left)
      : applicationCount(left);
    const count = search.shown.applications ?? FIRST_SHOWN;
    const shown = open.map(({ slug }) => slug);
    const others = applications
      .slice(0, open.length + count + (together ? MOST_SEARCHED : 0))
      .filter(({ slug }) => !shown.includes(slug));
    const hits = others.slice(0, Math.min(count, search.room.left)).map((found) => applicationHit(found, search));
    const note = gettext("Open one to contact or compare its %(partners)s.");
    return answer("applications", title, [note], null, [
      listIn(search.room, hits),
      left > count ? moreButton("applications", left, count, title, search.showMore) : null,
    ]);
  }

  /* An application, with its partners in a line that opens. */
  function applicationHit(found, search) {
    const { categories, partners: known, query } = search;
    const { name, slug, category, partners } = found;
    const shown = categories[category];
    const left = partners.length - PARTNERS_NAMED;
    const first = partners.slice(0, PARTNERS_NAMED).map((id) => known.get(id).partner.name).join(", ");
    const names = left > 0 ? gettext("%(names)s, and %(number)s more", { names: first, number: number(left) }) : first;
    const title = `${partnerCount(partners.length)}: ${names}`;
    const key = `application:${slug}`;
    const room = { left: Infinity }; // what a reader opens is shown at once
    const draw = () => rows(key, title, partners, (id) => partnerRow(id, { asked: [name] }, search), { ...search, room });
    const named = link(applicationAddress(slug), { class: "catalog-hit__name", "data-hit": true }, highlight(name, query));
    return element(
      "li",
      { class: "catalog-hit" },
      element("p", {}, named, " ", tag(shown), reasonOnce(found, shown, search)),
      fold(key, title, search, false, draw),
    );
  }

  function partnersAnswer(search) {
    const { partners } = search.answer;
    const title = partnerCount(partners.length);
    const isMark = search.answer.refused.length > 0; // beside a refused value, "states" marks those that state it
    const rowOf = (found) => partnerRow(found.id, { reason: isMark && found.match === "field" ? null : reason(found) }, search);
    return partners.length ? answer("partners", title, [], null, rows("partners", title, partners, rowOf, search)) : null;
  }

  /* The drawing of what texts say, which is loaded with them. */
  const textsView = () => (finderView.texts ??= globalThis.catalogFinderMentions?.(finderView));

  /*
   * The parts of the answer that say who lists or mentions it, the leading one first. A filter alone is about partners.
   */
  function resultParts(search) {
    const { applications, leading } = search.answer;
    const open = openApplications(search.answer);
    const parts = {
      applications: () => [...applicationAnswers(open, search), moreApplications(open, search)],
      partners: () => [partnersAnswer(search)],
      texts: () => [textsView()?.mentionedAnswer(search)],
    };
    const isAll = applications.slice(0, 1).some(({ match }) => match === "all");
    const first = isAll || leading === "partners" ? "partners" : leading === "applications" ? leading : "texts";
    const order = [first, ...Object.keys(parts).filter((part) => part !== first)];
    return [togetherAnswer(search), ...order.flatMap((part) => parts[part]()), textsView()?.alsoAnswer(search)].filter(Boolean);
  }

  Object.assign(finderView, { listedBy, resultParts, textsView, togetherTitle });
})();
