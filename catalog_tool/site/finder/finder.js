// The finder: only a page that has one loads its scripts. Without scripts, or if they can't be loaded,
// the page keeps its link to the list.

(() => {
  const finder = document.querySelector("[data-catalog-finder]");
  if (!finder) {
    return;
  }
  const form = finder.querySelector("form");
  const plain = finder.querySelector("[data-plain]");

  function show(isUsable) {
    form.hidden = !isUsable;
    plain.hidden = isUsable;
  }

  show(true);
  const script = document.createElement("script");
  script.src = new URL("finder/interface.js", document.currentScript.src).href;
  script.addEventListener("error", () => show(false));
  document.head.append(script);
})();
