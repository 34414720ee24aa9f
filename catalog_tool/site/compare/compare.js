// Comparing partners: only a page that offers it fetches what makes it work. Where that cannot be
// fetched the page is as it is without scripts.

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
