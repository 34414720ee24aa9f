// Runs the form: writes the file from the fields, and shows each problem at its field.

(() => {
  const { discardDraft, entryText, faultsOfForm, fieldOf, fileId, fillIn, inputOf } = catalogEntry;
  const { keepDraft, loadIndex, partnerFault, partnerLike, readValues, restoreDraft } = catalogEntry;
  const { say, showPreview, showSuggestions, valuesOf, withoutHidden } = catalogEntry;
  const { wordCounts, wordFault } = catalogEntry;
  const { identifier } = catalogNames;
  const { gettext, language, mark, ngettext } = catalogWords;
  const LONGEST_LINK = 7500; // characters; servers refuse addresses of about 8,000 and more

  const form = document.querySelector("[data-catalog-form]");
  const find = (selector) => form.querySelector(selector);
  // Fields that the reader has left once; all of them after an attempt to open the pull request.
  const visited = new Set();

  const sentence = ({ message, hint }) => `${message} ${hint}`;

  function show(element, text, lang = language) {
    if (element.textContent !== text) {
      element.textContent = text;
      mark(element, lang);
    }
    element.hidden = !text;
  }

  /* Show the state of the form. */

  function showFaults(faults) {
    for (const [place, fault] of faults) {
      const isShown = fault && visited.has(place);
      show(place.querySelector(":scope > [data-fault]"), isShown ? sentence(fault) : "", fault?.lang);
      inputOf(place).setAttribute("aria-invalid", String(Boolean(isShown)));
    }
    showSummary([...faults].filter(([place, fault]) => fault && visited.has(place)));
    const left = [...faults.values()].filter(Boolean).length;
    const things = ngettext("%(num)s thing to fill in or fix", "%(num)s things to fill in or fix", left);
    show(find("[data-left]"), left ? things : gettext("Nothing left to fix here"));
  }

  function showSummary(faults) {
    const summary = find("[data-summary]");
    const lines = faults.map(([place, fault]) => summaryLine(inputOf(place).id, fault));
    const list = summary.querySelector("ul");
    // Don't replace a link that the reader is following.
    if (list.textContent !== lines.map((line) => line.textContent).join("")) {
      list.replaceChildren(...lines);
    }
    summary.hidden = summary.hidden || !lines.length;
  }

  function summaryLine(id, { message, lang }) {
    const link = catalogElement("a", { href: `#${id}` }, message);
    mark(link, lang);
    return catalogElement("li", {}, link);
  }

  function showNotices() {
    for (const notice of form.querySelectorAll("[data-notice]")) {
      const { hidden } = withoutHidden(inputOf(notice.parentElement).value);
      const removed = ngettext(
        "%(num)s invisible character was removed or replaced.",
        "%(num)s invisible characters were removed or replaced.",
        hidden,
      );
      show(notice, hidden ? removed : "");
    }
  }

  /** Offer to load the entry of the partner that is in the catalog already. */
  function showOther(other) {
    const notice = find("[data-other]");
    notice.hidden = !other;
    if (other) {
      find("[data-other-link]").href = new URL(`../partners/${other.id}/`, location.href).href;
      find("[data-other-link]").textContent = other.name;
      fieldOf(other.key).append(notice);
    }
  }

  async function loadOther() {
    const other = partnerLike(readValues(), form.dataset.loaded);
    fillIn(await valuesOf(other), other.id);
    change();
    say(gettext("Loaded the entry of %(name)s.", { name: other.name }));
    inputOf(fieldOf("name")).focus();
  }

  function showWords(values) {
    const counts = wordCounts(values);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const { limit } = form.dataset;
    const fault = limit ? wordFault(counts, Number(limit)) : null;
    const count = limit
      ? gettext("About %(total)s of %(limit)s words", { total, limit })
      : ngettext("About %(num)s word", "About %(num)s words", total);
    show(find("[data-words]"), count);
    const place = find("[data-words-fault]");
    if (fault && !place.textContent) {
      say(fault.message);
    } else if (!fault && place.textContent) {
      say("");
    }
    show(place, fault ? sentence(fault) : "");
    return fault;
  }

  function showFile(values) {
    const text = entryText(values);
    const id = fileId(values) || "your-company";
    const { loaded } = form.dataset;
    find("[data-file-name]").hidden = !values.name || Boolean(identifier(values.name) || loaded);
    show(find("[data-yaml]"), text);
    show(find("[data-path]"), `${form.dataset.partners}/${id}.yaml`);
    showWays(id, text);
    find("[data-logo-way]")?.toggleAttribute("hidden", !values.logo);
    find("[data-logo]")?.replaceChildren(values.logo ?? "");
    return { text, id };
  }

  function showWays(id, text) {
    const { editFolder, loaded, newFile } = form.dataset;
    const empty = `${newFile}?filename=${encodeURIComponent(id)}.yaml`;
    const link = `${empty}&value=${encodeURIComponent(text)}`;
    const way = !newFile ? "alone" : loaded ? "change" : link.length > LONGEST_LINK ? "long" : "link";
    for (const part of form.querySelectorAll("[data-when]")) {
      part.hidden = part.dataset.when !== way;
    }
    find("[data-open]").href = way === "link" ? link : "#your-file";
    find("[data-open]").hidden = way !== "link";
    find("[data-empty-file]")?.setAttribute("href", empty);
    find("[data-edit-file]")?.setAttribute("href", `${editFolder}/${encodeURIComponent(id)}.yaml`);
    const copies = find(way === "link" ? "[data-copies]" : "[data-send]");
    if (find("[data-copy]").parentElement !== copies) {
      copies.prepend(find("[data-copy]"));
    }
    find("[data-copy]").classList.toggle("catalog-button--primary", way !== "link");
  }

  /** Read the form, and update the page. */
  function update() {
    const values = readValues();
    const faults = faultsOfForm(values);
    const other = partnerLike(values, form.dataset.loaded);
    if (other) {
      const place = fieldOf(other.key);
      faults.set(place, faults.get(place) ?? partnerFault(other));
    }
    showOther(other);
    showNotices();
    showSuggestions();
    showFaults(faults);
    showPreview(values);
    const isShort = !showWords(values);
    return { ...showFile(values), faults, isReady: isShort && ![...faults.values()].some(Boolean) };
  }

  /* Actions of the reader. */

  /** Show all problems, also at fields that the reader hasn't left yet. */
  function showAll() {
    update().faults.forEach((_, place) => visited.add(place));
    const file = update();
    for (const [place, fault] of file.faults) {
      const more = fault && place.closest("details");
      if (more) {
        more.open = true;
      }
    }
    find("[data-summary]").hidden = ![...file.faults.values()].some(Boolean);
    return file;
  }

  function open(event) {
    if (showAll().isReady) {
      return;
    }
    event.preventDefault();
    const summary = find("[data-summary]");
    (summary.hidden ? find("[data-word-count]") : summary).focus();
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(showAll().text);
      say(gettext("Copied."));
    } catch {
      find("[data-file]").open = true;
      getSelection().selectAllChildren(find("[data-yaml]"));
      say(gettext("Your browser didn’t allow copying. The text is selected, so copy it with the keyboard."));
    }
  }

  function download() {
    const { text, id } = showAll();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    link.download = `${id}.yaml`;
    link.click();
    URL.revokeObjectURL(link.href);
    say(gettext("Saved as %(file)s.", { file: `${id}.yaml` }));
  }

  function change() {
    update();
    keepDraft();
  }

  function showDraft() {
    const saved = restoreDraft();
    const notice = find("[data-draft]");
    notice.hidden = !saved;
    if (saved) {
      const when = { dateStyle: "medium", timeStyle: "short" };
      find("[data-draft-date]").textContent = saved.toLocaleString(language === "en" ? "en-US" : language, when);
      find(".catalog-form__more").open = true;
      loadIndex().then(update, () => {});
    }
  }

  function discard() {
    discardDraft();
    visited.clear();
    find("[data-draft]").hidden = true;
    update();
    inputOf(fieldOf("name")).focus();
    say(gettext("Draft discarded."));
  }

  form.addEventListener("input", change);
  form.addEventListener("change", ({ target }) => {
    visited.add(target.closest("[data-part], [data-field], [data-file-name]"));
    update();
    // Without the list of partners, the check on the pull request tells.
    loadIndex().then(update, () => {});
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  find("[data-open]").addEventListener("click", open);
  find("[data-copy]").addEventListener("click", copy);
  find("[data-download]").addEventListener("click", download);
  find("[data-load]").addEventListener("click", () => loadOther().catch(() => say(gettext("The entry couldn’t be loaded."))));
  find("[data-discard]").addEventListener("click", discard);
  document.querySelector("[data-catalog-form-alternative]").hidden = true;
  form.hidden = false;
  showDraft();
  update();
})();
