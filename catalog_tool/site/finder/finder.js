// The finder, in the page or in its header. The header loads the other scripts when its field gets the
// focus. Without scripts, or if they can't be loaded, the link to the list stays.

(() => {
  const EDITABLE = "input, textarea, select, [contenteditable]";
  const { src } = document.currentScript;
  const finder = document.querySelector("[data-catalog-finder]");
  if (!finder) {
    return;
  }
  const form = finder.querySelector("form");
  const plain = finder.querySelector("[data-plain]");
  const field = form.querySelector("input");

  function show(isUsable) {
    form.hidden = !isUsable;
    plain.hidden = isUsable;
  }

  function load() {
    const script = document.createElement("script");
    script.src = new URL("finder/interface.js", src).href;
    script.addEventListener("error", () => show(false));
    document.head.append(script);
  }

  show(true);
  // On disk, no server turns the address of a folder into its page.
  form.addEventListener("submit", (event) => {
    if (location.protocol === "file:" && !event.defaultPrevented) {
      event.preventDefault();
      location.assign(new URL(`../index.html?${new URLSearchParams({ q: field.value })}`, src));
    }
  });
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (key === "/" && !ctrlKey && !metaKey && !altKey && !target.closest?.(EDITABLE)) {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });
  if ("inHeader" in finder.dataset) {
    const query = globalThis.catalogReturn?.query;
    field.value = query ?? "";
    if (query) {
      load();
    } else {
      field.addEventListener("focus", load, { once: true });
    }
  } else {
    load();
  }
})();
