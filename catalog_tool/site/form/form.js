// The form of a new entry: only the page that has it fetches what makes it work.

if (document.querySelector("[data-catalog-form]")) {
  const script = document.createElement("script");
  script.src = new URL("form/form.js", document.currentScript.src).href;
  document.head.append(script);
}
