// The form for a new entry: only the page that has it loads its script.

if (document.querySelector("[data-catalog-form]")) {
  const script = document.createElement("script");
  script.src = new URL("form/form.js", document.currentScript.src).href;
  document.head.append(script);
}
