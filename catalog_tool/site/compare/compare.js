// Comparison: only a page that offers it loads its script. If the script can't be loaded, the page
// looks as it does without scripts.

(() => {
  const base = document.currentScript.src;
  const wanted = [
    ...(document.querySelector("[data-compare]") ? ["compare/comparison.js"] : []),
    ...(document.querySelector("[data-compare-pick]") ? ["compare/compare-tray.js"] : []),
  ];
  for (const path of wanted) {
    const script = document.createElement("script");
    script.src = new URL(path, base).href;
    script.addEventListener("error", () => {
      document.documentElement.classList.add("catalog-not-comparing");
    });
    document.head.append(script);
  }
})();
