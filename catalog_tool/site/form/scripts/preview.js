// Shows the entry as a card of the catalog. Everything that was typed stays text.

(() => {
  const { LABELS, fieldOf, listsIn, namesIn } = catalogEntry;
  const { gettext, ngettext } = catalogWords;
  const element = catalogElement;
  const place = document.querySelector("[data-catalog-form] [data-preview]");

  const chips = (names) =>
    element("ul", { class: "catalog-chips" }, ...names.map((name) => element("li", {}, element("span", {}, name))));

  function* applicationParts(applications) {
    for (const [group, names] of listsIn(applications)) {
      yield* group ? [element("h5", { class: "catalog-group" }, group)] : [];
      yield chips(names);
    }
  }

  function textOf(key, value) {
    const box = fieldOf(key).dataset.control === "choices" && fieldOf(key).querySelector(`[value="${value}"]`);
    return box ? box.nextElementSibling.firstChild.data : value;
  }

  const linkText = ({ label = "", url = "" }) => [label, url].filter(Boolean).join(": ");

  function* factRows(facts) {
    for (const [key, value] of Object.entries(facts)) {
      yield element("dt", {}, LABELS[key]);
      yield* [value].flat().map((one) => element("dd", {}, one.url ?? one.label ? linkText(one) : textOf(key, one)));
    }
  }

  function summary(applications) {
    const { length } = namesIn(applications);
    return length
      ? ngettext("%(num)s %(application)s", "%(num)s %(applications)s", length)
      : gettext("No %(applications)s by name");
  }

  function showPreview({ name = gettext("Your company"), description = "", applications, maintainers, ...facts }) {
    const buttons = [
      element("span", { class: "catalog-button catalog-button--primary catalog-button--contact" }, gettext("Contact %(name)s", { name })),
      element("span", { class: "catalog-button catalog-button--website" }, gettext("Website")),
    ];
    place.replaceChildren(
      element("h4", { class: "catalog-name" }, element("b", {}, name)),
      element("p", { class: "catalog-apps" }, summary(applications)),
      element("p", { class: "catalog-form__text" }, description),
      ...applicationParts(applications),
      element("dl", {}, ...factRows(facts)),
      element("p", { class: "catalog-buttons" }, ...buttons),
    );
  }

  Object.assign(catalogEntry, { showPreview });
})();
