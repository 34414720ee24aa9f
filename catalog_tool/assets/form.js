// The form of a new entry: only the page that has it fetches what makes it work.

if (document.querySelector("[data-catalog-form]")) {
  const parts = "characters names words emphasis inline markdown yaml checks fields form".split(" ");
  for (const part of parts) {
    const script = document.createElement("script");
    script.src = new URL(`form/entry-${part}.js`, document.currentScript.src).href;
    script.async = false; // in this order
    document.head.append(script);
  }
}
