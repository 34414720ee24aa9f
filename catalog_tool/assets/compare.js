// Comparing partners: only a page that offers it fetches what makes it work. Where that cannot be
// fetched the page is as it is without scripts.

(() => {
  const base = document.currentScript.src;
  const TRAY = ["compare/compare-tray.js"];
  const COMPARISON = [
    "finder/interface-address.js",
    "finder/interface-elements.js",
    "finder/interface-loading.js",
    "compare/compare-choice.js",
    "compare/compare-facts.js",
    "compare/compare-rows.js",
    "compare/compare-table.js",
    "compare/compare-picker.js",
    "compare/compare-page.js",
  ];

  const wanted = [
    ...(document.querySelector("[data-compare]") ? COMPARISON : []),
    ...(document.querySelector("[data-compare-pick]") ? TRAY : []),
  ];
  for (const path of wanted) {
    const script = document.createElement("script");
    script.src = new URL(path, base).href;
    script.async = false; // in this order
    script.addEventListener("error", () => {
      document.documentElement.classList.add("catalog-not-comparing");
    });
    document.head.append(script);
  }
})();
