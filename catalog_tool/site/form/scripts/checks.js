// Checks a value with the patterns and limits of the rules, in the words of the rules.

(() => {
  const SHOWN_MAX_LENGTH = 60;
  const { dates, instead, kinds, link, refusals } = catalogEntry.checks;
  const { gettext, ngettext } = catalogWords;
  const form = document.querySelector("[data-catalog-form]");
  const LABELS = Object.fromEntries(
    [...form.querySelectorAll("[data-field]")].map(({ dataset }) => [dataset.field, dataset.label]),
  );
  const PATTERNS = refusals.map(({ pattern, flags }) => new RegExp(pattern, flags));

  /** Text in quotation marks, as the checks write it. */
  function quote(text) {
    const chars = [...text];
    const shown =
      chars.length > SHOWN_MAX_LENGTH ? `${chars.slice(0, SHOWN_MAX_LENGTH - 1).join("")}…` : text;
    const mark = shown.includes("'") && !shown.includes('"') ? '"' : "'";
    const escaped = shown.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
    return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
  }

  /** Text of the rules, which is English, about keys, in words about the fields of the form. */
  function inFields(text) {
    return text.replace(/'([a-z_]+)'/g, (quoted, key) => (LABELS[key] ? `“${LABELS[key]}”` : quoted));
  }

  function faultBy(row, value) {
    const { reason, hint, showsLower, quotesMatch } = refusals[row];
    const match = PATTERNS[row].exec(value);
    const found = match?.groups?.found ?? "";
    const problem = reason.replace("{found}", () => (showsLower ? found.toLowerCase() : found));
    const subject = quotesMatch ? found || match?.[0] : value;
    return match && { message: `${quote(subject)} ${problem}.`, hint: inFields(hint), lang: "en" };
  }

  /**
   * Return why a value can't be published, as { message, hint, lang }, or null; rules speak English.
   *
   * @param {string} kind kind of the value
   * @param {string} value the value; not blank
   * @param {number} most maximum number of characters; 0 if the kind limits it
   */
  function faultOf(kind, value, most) {
    const { length } = [...value];
    if (most && length > most) {
      const message = gettext("%(value)s has %(length)s characters, but at most %(most)s are allowed.", {
        value: quote(value),
        length,
        most,
      });
      return { message, hint: gettext("Shorten it.") };
    }
    const { refused } = kinds[kind].find(({ about }) => new RegExp(about, "u").test(value));
    const fault = firstFault(refused, value);
    if (fault) {
      return firstFault(instead[kind] ?? [], value) ?? withScheme(kind, value, fault);
    }
    const links = kind === "markdown" ? [...value.matchAll(new RegExp(link, "gu"))] : [];
    return links.map(({ groups }) => faultOf("web", groups.target, 0)).find(Boolean) ?? null;
  }

  function firstFault(rows, value) {
    return rows.map((row) => faultBy(row, value)).find(Boolean) ?? null;
  }

  /** Advise to add https:// in front of an address if only that is missing. */
  function withScheme(kind, value, fault) {
    const meant = value.replace(/^(?:https?\s*:)?[\s\/]*/i, "https://");
    const { refused } = kinds.web[0];
    const isMeant = instead[kind] && meant !== value && !firstFault(refused, meant);
    return isMeant ? { ...fault, hint: `Write ${meant}` } : fault;
  }

  /** Return why a day can't be that of a test, or null. */
  function dateFault(day) {
    const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const problem = day < dates.first ? dates.early : day > tomorrow ? dates.future : "";
    return problem ? { message: `'${day}' ${problem}.`, hint: dates.hint, lang: "en" } : null;
  }

  /** Count the words of a text, roughly as the checks do, which count the rendered text. */
  function countWords(text) {
    const runs = text.replace(/^ *\d+[.)](?= )/gm, "").split(/\s+/);
    return runs.filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
  }

  /** Return the problem of too many words, as { message, hint }, or null. */
  function wordFault(counts, limit) {
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const surplus = total - limit;
    if (surplus <= 0) {
      return null;
    }
    const most = Object.entries(counts).filter(([, count]) => count);
    most.sort(([, one], [, other]) => other - one);
    const places = most.map(([key, count]) => `${LABELS[key]} ${count}`);
    const message = gettext(
      "The entry has about %(total)s words, %(surplus)s more than the %(limit)s allowed: %(places)s.",
      { total, surplus, limit, places: places.join(", ") },
    );
    const hint = ngettext(
      "Cut %(num)s word. Your website has room for the rest.",
      "Cut %(num)s words. Your website has room for the rest.",
      surplus,
    );
    return { message, hint };
  }

  Object.assign(catalogEntry, { LABELS, countWords, dateFault, faultOf, quote, wordFault });
})();
