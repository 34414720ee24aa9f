// Loads a script of the site when it is needed, also one that only has data: a page on disk can't read
// anything else. The finder has its own, which tries again.

globalThis.catalogLoad = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
