// Search in every word: only the page that offers it fetches what makes it work.

if (document.querySelector("[data-catalog-words]")) {
  const script = document.createElement("script");
  script.src = new URL("words/words-page.js", document.currentScript.src).href;
  document.head.append(script);
}
