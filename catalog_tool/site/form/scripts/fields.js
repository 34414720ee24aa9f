// Reads the values of the entry from the form, and checks them.

(() => {
  const { LABELS, applicationsFault, applicationsIn, checks, countWords, dateFault } = catalogEntry;
  const { faultOf, linesOf, listsIn, quote, withoutHidden } = catalogEntry;
  const { identifier } = catalogNames;
  const { gettext } = catalogWords;
  const ID = new RegExp(`^(?:${checks.id})$`);
  const NO_VALUE = new RegExp(checks.noValue, "iu");
  const UNMARKED_LINE = new RegExp(checks.unmarkedLine, "gmu");

  const form = document.querySelector("[data-catalog-form]");
  const fields = [...form.querySelectorAll("[data-field]")];
  const fileName = form.querySelector("[data-file-name]");

  const isBlank = (text) => !text.trim();
  const inputOf = (place) =>
    place.querySelector(":scope > :is(input, textarea, select), :scope > .catalog-choices input");
  const fieldOf = (key) => fields.find((field) => field.dataset.field === key);
  const textIn = (place) => withoutHidden(inputOf(place).value).text;

  const READERS = {
    choice: (field) => inputOf(field).value,
    choices: (field) => [...field.querySelectorAll("input:checked")].map(({ value }) => value),
    date: (field) => inputOf(field).value,
    line: (field) => textIn(field).trim(),
    lines: (field) => (field.dataset.groups === undefined ? linesOf : applicationsIn)(textIn(field)),
    links: (field) => rowsOf(field).map(linkOf).filter(Boolean),
    text: (field) => `${markList(textIn(field)).trimEnd()}\n`,
  };

  /** Write a dash in front of lines that begin with other signs, as catalog_tool/text/bullets.py. */
  function markList(text) {
    const marked = (...match) => `${match.at(-1).indent}- ${match.at(-1).emoji ?? ""}`;
    return (text.match(UNMARKED_LINE) ?? []).length > 1 ? text.replace(UNMARKED_LINE, marked) : text;
  }

  function rowsOf(field) {
    return [...field.querySelectorAll("[data-rows] > *")];
  }

  function linkOf(row) {
    const parts = [...row.querySelectorAll("[data-part]")];
    const filled = parts.filter((part) => !isBlank(textIn(part)));
    return filled.length
      ? Object.fromEntries(filled.map((part) => [part.dataset.part, textIn(part).trim()]))
      : null;
  }

  function valueOf(field) {
    const value = READERS[field.dataset.control](field);
    const isTyped = typeof value === "string" && field.dataset.control !== "choice";
    return isTyped && field.dataset.required === undefined && NO_VALUE.test(value) ? "" : value;
  }

  /** Return the values of the entry by key, in the order of the format. */
  function readValues() {
    const byKey = new Map(fields.map((field) => [field.dataset.field, valueOf(field)]));
    const pairs = form.dataset.keys.split(" ").map((key) => [key, byKey.get(key)]);
    const isGiven = (value) => (typeof value === "string" ? !isBlank(value) : (value.length ?? value.size) > 0);
    return Object.fromEntries(pairs.filter(([, value]) => isGiven(value)));
  }

  function wordCounts(values) {
    return {
      description: countWords(values.description ?? ""),
      applications_note: countWords(values.applications_note ?? ""),
      applications: countWords(listsIn(values.applications).flat(2).join("\n")),
      former_names: countWords((values.former_names ?? []).join("\n")),
      products: countWords((values.products ?? []).join("\n")),
      summary: countWords(values.summary ?? ""),
      links: countWords((values.links ?? []).map(({ label }) => label ?? "").join("\n")),
    };
  }

  /** Return the name of the file without its ending; "" if there is none yet. */
  function fileId({ name = "" }) {
    const preferred = identifier(name);
    if (form.dataset.loaded) {
      return form.dataset.loaded;
    }
    const free = checks.reserved.includes(preferred)
      ? `${preferred}${form.dataset.freeingWord}`
      : preferred;
    return free || (name ? textIn(fileName) : "");
  }

  const valueFault = (kind, value, most) => faultOf(kind, value, Number(most));
  const missing = (label) => ({
    message: gettext("“%(field)s” is empty.", { field: label }),
    hint: gettext("Fill it in."),
  });

  function* faultsOf(field, values) {
    const { field: key, control, kind, most, required } = field.dataset;
    if (control !== "links") {
      yield [field, null];
    }
    if (required !== undefined && !(key in values)) {
      yield [field, missing(LABELS[key])];
    } else if (control === "links") {
      yield* rowsOf(field).flatMap(linkFaults);
    } else if (key in values && control === "date") {
      yield [field, dateFault(values[key])];
    } else if (key in values && !control.startsWith("choice")) {
      yield [field, firstFault(kind, values[key], most)];
    }
    if (key === "applications") {
      yield [field, applicationsFault(values)];
    }
  }

  /** Return the first fault of a value, of a list, or of the names of groups and their members. */
  function firstFault(kind, value, most) {
    if (!(value instanceof Map)) {
      return [value].flat().map((one) => valueFault(kind, one, most)).find(Boolean) ?? null;
    }
    const groups = [...value.keys()].filter(Boolean);
    return firstFault("name", groups, most) ?? firstFault(kind, [...value.values()].flat(), most);
  }

  function linkFaults(row) {
    const link = linkOf(row);
    return [...row.querySelectorAll("[data-part]")].map((part) => {
      const { part: key, kind, most } = part.dataset;
      const fault = link && (key in link ? valueFault(kind, link[key], most) : missing(part.dataset.label));
      return [part, fault];
    });
  }

  function fileFault({ name = "" }) {
    if (!name || identifier(name) || form.dataset.loaded) {
      return null;
    }
    const id = textIn(fileName);
    if (checks.reserved.includes(id)) {
      return {
        message: gettext("%(value)s is reserved, so it can't be a file name.", { value: quote(id) }),
        hint: gettext("Add a word to the file name."),
      };
    }
    const isRight = ID.test(id) && id.length <= checks.idMaxLength;
    const problem = id
      ? gettext("%(value)s isn't a valid file name.", { value: quote(id) })
      : gettext("The file name is missing.");
    const hint = gettext("Use lowercase letters, digits, and single hyphens.");
    return isRight ? null : { message: problem, hint };
  }

  /** Return each checked place of the form, with its fault or null. */
  function faultsOfForm(values) {
    const pairs = fields.flatMap((field) => [...faultsOf(field, values)]);
    const faults = new Map();
    for (const [place, fault] of [...pairs, [fileName, fileFault(values)]]) {
      faults.set(place, faults.get(place) ?? fault);
    }
    return faults;
  }

  Object.assign(catalogEntry, { faultsOfForm, fieldOf, fields, fileId, inputOf, readValues, rowsOf });
  Object.assign(catalogEntry, { textIn, wordCounts });
})();
