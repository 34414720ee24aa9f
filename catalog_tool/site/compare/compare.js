// Comparison: only a page that offers it loads its script. The finder offers it in its answers. If the
// script can't be loaded, the page looks as it does without scripts.

(() => {
  const base = document.currentScript.src;

  function load(path) {
    catalogLoad(new URL(path, base)).catch(() => {
      document.documentElement.classList.add("catalog-not-comparing");
    });
  }

  function loadTray() {
    if (document.querySelector("[data-compare-pick]")) {
      document.removeEventListener("catalog-picks", loadTray);
      load("compare/compare-tray.js");
    }
  }

  if (document.querySelector("[data-compare]")) {
    load("compare/comparison.js");
  }
  document.addEventListener("catalog-picks", loadTray);
  loadTray();
})();
