// Shows the entry as readers will see it; the description as text.

(() => {
  const { LABELS } = catalogEntry;
  const place = document.querySelector("[data-catalog-form] [data-preview]");

  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  function textOf(value) {
    const parts = [value].flat().map((part) => (part.url ? `${part.label ?? ""} (${part.url})` : part));
    return parts.join(", ");
  }

  function showPreview({ name, description, maintainers, ...facts }) {
    const list = document.createElement("dl");
    for (const [key, value] of Object.entries(facts)) {
      list.append(element("dt", LABELS[key]), element("dd", textOf(value)));
    }
    const text = element("p", description ?? "");
    place.replaceChildren(element("h3", name ?? "Your company"), text, list);
  }

  Object.assign(catalogEntry, { showPreview });
})();
