// The finder: only a page that has one fetches what makes it work. Without scripts, or where they
// cannot be fetched, the page keeps its link to the list.

(() => {
  const finder = document.querySelector("[data-catalog-finder]");
  if (!finder) {
    return;
  }
  const { src } = document.currentScript;
  const form = finder.querySelector("form");
  const plain = finder.querySelector("[data-plain]");

  function show(isUsable) {
    form.hidden = !isUsable;
    plain.hidden = isUsable;
  }

  show(true);
  const parts = "address elements highlight loading results facets nothing panel keys start";
  for (const part of parts.split(" ")) {
    const script = document.createElement("script");
    script.src = new URL(`finder/interface-${part}.js`, src).href;
    script.async = false; // in this order
    script.addEventListener("error", () => show(false));
    document.head.append(script);
  }
})();
