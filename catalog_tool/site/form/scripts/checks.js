// What the checks will say of a value, as far as their patterns and limits tell.

(() => {
  const SHOWN_MAX_LENGTH = 60;
  const { kinds, refusals } = catalogEntry.checks;
  const PATTERNS = refusals.map(({ pattern, flags }) => new RegExp(pattern, flags));

  /** Text in quotation marks, as the checks show it. */
  function quoted(text) {
    const chars = [...text];
    const shown =
      chars.length > SHOWN_MAX_LENGTH ? `${chars.slice(0, SHOWN_MAX_LENGTH - 1).join("")}…` : text;
    const mark = shown.includes("'") && !shown.includes('"') ? '"' : "'";
    const escaped = shown.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
    return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
  }

  function faultBy(row, value) {
    const { reason, hint, showsLower, quotesMatch } = refusals[row];
    const match = PATTERNS[row].exec(value);
    const found = match?.groups?.found ?? "";
    const told = reason.replace("{found}", () => (showsLower ? found.toLowerCase() : found));
    return match && { message: `${quoted(quotesMatch ? match[0] : value)} ${told}.`, hint };
  }

  /**
   * Return why a value cannot be published, as { message, hint }, or null.
   *
   * @param {string} kind what is typed into the field
   * @param {string} value what was typed; not blank
   * @param {number} most characters that it may have; 0 if the kind says it
   */
  function faultOf(kind, value, most) {
    const { length } = [...value];
    if (most && length > most) {
      const reason = `has ${length} characters, at most ${most} are allowed`;
      return { message: `${quoted(value)} ${reason}.`, hint: "Shorten it." };
    }
    const { refused } = kinds[kind].find(({ about }) => new RegExp(about, "u").test(value));
    return refused.map((row) => faultBy(row, value)).find(Boolean) ?? null;
  }

  /** Count the words of a text, roughly as the checks do: they count what Markdown makes of it. */
  function countWords(text) {
    const runs = text.replace(/^ *\d+[.)](?= )/gm, "").split(/\s+/);
    return runs.filter((run) => /[\p{L}\p{N}]/u.test(run)).length;
  }

  /** Return what the checks say of too many words, as { message, hint }, or null. */
  function wordFault(counts, limit) {
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const surplus = total - limit;
    if (surplus <= 0) {
      return null;
    }
    const most = Object.entries(counts).filter(([, count]) => count);
    const places = most.sort(([, one], [, other]) => other - one).map((pair) => pair.join(" "));
    const message = `The entry has about ${total} words, ${surplus} more than the ${limit} allowed: ${places.join(", ")}.`;
    const words = surplus === 1 ? "1 word" : `${surplus} words`;
    return { message, hint: `Cut ${words}; your website has room for the rest.` };
  }

  Object.assign(catalogEntry, { countWords, faultOf, quoted, wordFault });
})();
