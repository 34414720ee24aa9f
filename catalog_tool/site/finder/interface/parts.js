// A part of an answer: its title, its rows as far as there is room for them, and a button for more.

(() => {
  const finderView = globalThis.catalogFinderView;
  const { element, number } = finderView;
  const { gettext } = catalogWords;
  const FIRST_SHOWN = 8;
  const MORE_SHOWN = 50; // at a time, as many as a reader scans

  /* One part of the answer. `lines` are below its title, and `action` beside it. */
  function answer(key, title, lines, action, content) {
    const heading = `catalog-finder-${key.replace(":", "-")}`;
    const texts = lines.filter(Boolean).map((each) => element("p", {}, each));
    return element(
      "section",
      { class: "catalog-answer", "data-group": key, "aria-labelledby": heading },
      element("div", { class: "catalog-answer__head" }, element("div", {}, element("h2", { id: heading }, title), texts), action),
      content,
    );
  }

  /* The rows of partners, the first ones at once. `rowOf` returns the row of a member. */
  function rows(key, title, members, rowOf, { room, shown, showMore }, first = FIRST_SHOWN) {
    const count = shown[key] ?? first;
    return [
      listIn(room, members.slice(0, Math.min(count, room.left)).map(rowOf)),
      members.length > count ? moreButton(key, members.length, count, title, showMore) : null,
    ];
  }

  /* A list of rows, which take room from those after them. */
  function listIn(room, made) {
    room.left -= made.length;
    room.last ??= (room.left ? null : made.at(-1)) ?? null;
    return element("ul", { class: "catalog-list" }, made);
  }

  function moreButton(key, count, shown, title, showMore) {
    const isAll = count <= shown + MORE_SHOWN;
    const label = isAll
      ? gettext("Show all %(count)s", { count: number(count) })
      : gettext("Show %(count)s more", { count: number(MORE_SHOWN) });
    const attributes = { class: "catalog-button catalog-answer__more", "aria-label": `${label}: ${title}` };
    return catalogButton(attributes, () => showMore(key, shown), label);
  }

  /* A part that the reader can open and close. Its content is made when it is open. */
  function fold(key, title, { folds, drawn }, isOpen, draw) {
    const details = element("details", { class: "catalog-answer__fold", "data-group": key }, element("summary", {}, title));
    const fill = () => details.childElementCount > 1 || details.append(...draw().filter(Boolean));
    details.open = folds.get(key) ?? isOpen;
    if (details.open) {
      fill();
    }
    details.addEventListener("click", ({ target }) => {
      if (target.closest("summary")) {
        folds.set(key, !details.open); // the click opens or closes it next
        fill();
        drawn();
      }
    });
    return details;
  }

  Object.assign(finderView, { FIRST_SHOWN, MORE_SHOWN, answer, fold, listIn, moreButton, rows });
})();
