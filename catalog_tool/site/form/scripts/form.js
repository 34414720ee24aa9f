// Runs the form: writes the file from the fields, and shows each problem at its field.

(() => {
  const { canonical, entryText, faultsOfForm, fieldOf, fileId, inputOf, linesOf } = catalogEntry;
  const { quote, readValues, sameKey, textIn, withoutHidden, wordCounts, wordFault } = catalogEntry;
  const { identifier } = catalogNames;
  const LONGEST_LINK = 7500; // characters; servers refuse addresses of about 8,000 and more
  const SPELLINGS_SHOWN = 20;

  const form = document.querySelector("[data-catalog-form]");
  const find = (selector) => form.querySelector(selector);
  // Fields that the reader has left once; all of them after an attempt to open the pull request.
  const visited = new Set();

  const sentence = ({ message, hint }) => `${message} ${hint}`;

  function say(text) {
    find("[data-status]").textContent = text;
  }

  function show(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
    element.hidden = !text;
  }

  /* Show the state of the form. */

  function showFaults(faults) {
    for (const [place, fault] of faults) {
      const isShown = fault && visited.has(place);
      show(place.querySelector(":scope > [data-fault]"), isShown ? sentence(fault) : "");
      inputOf(place).setAttribute("aria-invalid", String(Boolean(isShown)));
    }
    showSummary([...faults].filter(([place, fault]) => fault && visited.has(place)));
  }

  function showSummary(faults) {
    const summary = find("[data-summary]");
    const lines = faults.map(([place, fault]) => summaryLine(inputOf(place).id, fault.message));
    const list = summary.querySelector("ul");
    // Don't replace a link that the reader is following.
    if (list.textContent !== lines.map((line) => line.textContent).join("")) {
      list.replaceChildren(...lines);
    }
    summary.hidden = summary.hidden || !lines.length;
  }

  function summaryLine(id, message) {
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = message;
    const line = document.createElement("li");
    line.append(link);
    return line;
  }

  function showNotices() {
    for (const notice of form.querySelectorAll("[data-notice]")) {
      const { hidden } = withoutHidden(inputOf(notice.parentElement).value);
      const removed = hidden === 1 ? "1 invisible character was" : `${hidden} invisible characters were`;
      show(notice, hidden ? `${removed} removed or replaced.` : "");
    }
  }

  function showSpellings(applications) {
    const list = find("[data-spellings]");
    const spellings = applications
      .map((name) => ({ name, meant: canonical(name) ?? name }))
      .filter(({ name, meant }) => name !== meant)
      .slice(0, SPELLINGS_SHOWN);
    const shown = JSON.stringify(spellings);
    // Don't replace a button that the reader is pressing.
    if (list.dataset.shown !== shown) {
      list.dataset.shown = shown;
      list.replaceChildren(...spellings.map(spellingLine));
      list.hidden = !spellings.length;
    }
  }

  function spellingLine({ name, meant }) {
    const verb = sameKey(name) === sameKey(meant) ? "spelled" : "called";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "catalog-button";
    button.textContent = `Change to ${meant}`;
    button.addEventListener("click", () => respell(name, meant));
    const line = document.createElement("li");
    line.append(`${quote(name)} is ${verb} ${quote(meant)} in this catalog. `, button);
    return line;
  }

  function respell(name, meant) {
    const input = inputOf(fieldOf("applications"));
    const lines = textIn(fieldOf("applications")).split("\n");
    input.value = lines.map((line) => (line.trim() === name ? meant : line)).join("\n");
    input.focus();
    update();
    say(`Changed '${name}' to '${meant}'.`);
  }

  function showWords(values) {
    const counts = wordCounts(values);
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const { limit } = form.dataset;
    const fault = limit ? wordFault(counts, Number(limit)) : null;
    show(find("[data-words]"), `About ${total}${limit && ` of ${limit}`} words`);
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
    const text = entryText(values, form.dataset.schema);
    const id = fileId(values) || "your-company";
    find("[data-file-name]").hidden = !values.name || Boolean(identifier(values.name));
    show(find("[data-yaml]"), text);
    show(find("[data-path]"), `${form.dataset.partners}/${id}.yaml`);
    showWays(id, text);
    return { text, id };
  }

  function showWays(id, text) {
    const { newFile } = form.dataset;
    const empty = `${newFile}?filename=${encodeURIComponent(id)}.yaml`;
    const link = `${empty}&value=${encodeURIComponent(text)}`;
    const way = !newFile ? "alone" : link.length > LONGEST_LINK ? "long" : "link";
    for (const part of form.querySelectorAll("[data-when]")) {
      part.hidden = part.dataset.when !== way;
    }
    find("[data-open]").href = way === "link" ? link : "#your-file";
    find("[data-open]").hidden = way !== "link";
    find("[data-empty-file]")?.setAttribute("href", empty);
    find("[data-copy]").classList.toggle("catalog-button--primary", way !== "link");
  }

  /** Read the form, and update the page. */
  function update() {
    const values = readValues();
    const faults = faultsOfForm(values);
    showNotices();
    showSpellings(values.applications ?? []);
    showFaults(faults);
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
      say("Copied.");
    } catch {
      getSelection().selectAllChildren(find("[data-yaml]"));
      say("Your browser didn’t allow copying. The text is selected, so copy it with the keyboard.");
    }
  }

  function download() {
    const { text, id } = showAll();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    link.download = `${id}.yaml`;
    link.click();
    URL.revokeObjectURL(link.href);
    say(`Saved as ${id}.yaml.`);
  }

  function addKnown() {
    const known = find("#known-application");
    const name = withoutHidden(known.value).text.trim();
    if (!name) {
      known.focus();
      return;
    }
    const meant = canonical(name) ?? name;
    const applications = fieldOf("applications");
    inputOf(applications).value = [...linesOf(textIn(applications)), meant].join("\n");
    known.value = "";
    known.focus();
    update();
    say(`Added '${meant}' to the list.`);
  }

  let rows = 0;

  function addRow(field) {
    const row = field.querySelector("[data-row]").content.firstElementChild.cloneNode(true);
    rows += 1;
    for (const part of row.querySelectorAll("[data-part]")) {
      const id = `entry-link-${rows}-${part.dataset.part}`;
      inputOf(part).id = id;
      part.querySelector("label").htmlFor = id;
      part.querySelector("[data-notice]").id = `${id}-notice`;
      part.querySelector("[data-fault]").id = `${id}-fault`;
      inputOf(part).setAttribute("aria-describedby", `${id}-notice ${id}-fault`);
    }
    row.querySelector("[data-remove]").addEventListener("click", () => removeRow(field, row));
    field.querySelector("[data-rows]").append(row);
    row.querySelector("input").focus();
  }

  function removeRow(field, row) {
    row.remove();
    field.querySelector("[data-add-row]").focus();
    update();
    say("Link removed.");
  }

  form.addEventListener("input", update);
  form.addEventListener("change", ({ target }) => {
    visited.add(target.closest("[data-part], [data-field], [data-file-name]"));
    update();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.id === "known-application") {
      event.preventDefault();
      addKnown();
    }
  });
  find("[data-open]").addEventListener("click", open);
  find("[data-copy]").addEventListener("click", copy);
  find("[data-download]").addEventListener("click", download);
  find("[data-add-known]")?.addEventListener("click", addKnown);
  for (const button of form.querySelectorAll("[data-add-row]")) {
    button.addEventListener("click", () => addRow(button.closest("[data-field]")));
  }
  document.querySelector("[data-catalog-form-alternative]").hidden = true;
  form.hidden = false;
  update();
})();
