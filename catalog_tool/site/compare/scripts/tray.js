// A tray at the bottom of the window keeps the selected partners from page to page. The selection
// never leaves the browser, and it ends with the tab.

(() => {
  const ROOT = new URL("../../", document.currentScript.src);
  const { gettext, mark } = catalogWords;
  const KEY = `catalog-compare:${ROOT.pathname}`; // several catalogs can share a host
  const MOST = 4;
  const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  const picks = () => [...document.querySelectorAll("[data-compare-pick]")];
  const tray = makeTray();
  let chosen = readChosen();

  function makeTray() {
    const names = catalogElement("p", { class: "catalog-tray__names" });
    const link = catalogElement("a", { class: "catalog-button catalog-button--primary" });
    const clear = catalogButton({ class: "catalog-button" }, clearTray, gettext("Clear"));
    const made = catalogElement("section", { class: "catalog-tray", "aria-label": gettext("Comparison"), hidden: true }, names, link, clear);
    // In the page from the start: screen readers don't announce a new element with its text.
    const status = catalogElement("p", { class: "catalog-hidden", role: "status" });
    [made, status].forEach((each) => mark(each));
    document.querySelector("main .catalog-page").append(status, made);
    return { link, made, names, status };
  }

  function clearTray() {
    choose([]);
    picks()[0]?.focus({ preventScroll: true });
  }

  // The stored value could be anything, because other pages of the host can write it.
  function readChosen() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
      return kept
        .filter(([id, name]) => ID.test(id) && typeof name === "string")
        .slice(0, MOST);
    } catch {
      return [];
    }
  }

  function choose(partners) {
    chosen = partners;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(partners));
    } catch {
      // The tray then lasts only as long as the page.
    }
    show();
    const values = { count: partners.length, most: MOST };
    tray.status.textContent = gettext("%(count)s of %(most)s %(partners)s selected.", values);
  }

  function refuse() {
    const refusal = gettext("You can compare up to %(most)s %(partners)s. Remove one first.", { most: MOST });
    show(refusal);
    tray.status.textContent = refusal;
  }

  /* Check the boxes of the selected partners. */
  function check() {
    const ids = chosen.map(([id]) => id);
    for (const pick of picks()) {
      pick.checked = ids.includes(pick.value);
    }
  }

  function show(refusal = "") {
    check();
    const ids = chosen.map(([id]) => id);
    tray.made.hidden = !ids.length;
    document.documentElement.classList.toggle("catalog-has-tray", ids.length > 0);
    const names = chosen.map(([, name]) => name).join(", ");
    const invitation = gettext("%(name)s: select another %(partner)s to compare.", { name: names });
    tray.names.textContent = refusal || (ids.length === 1 ? invitation : names);
    tray.link.textContent = gettext("Compare (%(count)s)", { count: ids.length });
    const page = location.protocol === "file:" ? "index.html" : "";
    tray.link.href = new URL(`compare/${page}?partners=${ids.join(",")}`, ROOT).href;
  }

  function onChange({ target }) {
    if (!(target instanceof HTMLInputElement) || target.dataset.comparePick === undefined) {
      return;
    }
    const others = chosen.filter(([id]) => id !== target.value);
    if (target.checked && others.length === MOST) {
      refuse();
      return;
    }
    choose(target.checked ? [...others, [target.value, target.dataset.comparePick]] : others);
  }

  document.addEventListener("change", onChange);
  document.addEventListener("catalog-picks", check);
  addEventListener("pageshow", () => {
    chosen = readChosen(); // another page may have changed it
    show();
  });
  show();
})();
