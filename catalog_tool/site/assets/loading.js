// Loads a script of the site when it is needed, also one that only has data: a page on disk can't read
// anything else. After a failure, the next call may try again.

globalThis.catalogLoad = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`${address} couldn't be loaded`));
    });
    document.head.append(script);
  });
