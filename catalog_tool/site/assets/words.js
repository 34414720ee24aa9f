// Full-text search: only the page that has it loads its script.

if (document.querySelector("[data-catalog-words]")) {
  const script = document.createElement("script");
  script.src = new URL("words/words-page.js", document.currentScript.src).href;
  document.head.append(script);
}
