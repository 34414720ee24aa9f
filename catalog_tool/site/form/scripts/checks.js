// Checks a value with the patterns and limits of the rules, in the words of the rules.

(() => {
  const SHOWN_MAX_LENGTH = 60;
  const { kinds, refusals } = catalogEntry.checks;
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

  function faultBy(row, value) {
    const { reason, hint, showsLower, quotesMatch } = refusals[row];
    const match = PATTERNS[row].exec(value);
    const found = match?.groups?.found ?? "";
    const problem = reason.replace("{found}", () => (showsLower ? found.toLowerCase() : found));
    return match && { message: `${quote(quotesMatch ? match[0] : value)} ${problem}.`, hint };
  }

  /**
   * Return why a value can't be published, as { message, hint }, or null.
   *
   * @param {string} kind kind of the value
   * @param {string} value the value; not blank
   * @param {number} most maximum number of characters; 0 if the kind limits it
   */
  function faultOf(kind, value, most) {
    const { length } = [...value];
    if (most && length > most) {
      const reason = `has ${length} characters, but at most ${most} are allowed`;
      return { message: `${quote(value)} ${reason}.`, hint: "Shorten it." };
    }
    const { refused } = kinds[kind].find(({ about }) => new RegExp(about, "u").test(value));
    return refused.map((row) => faultBy(row, value)).find(Boolean) ?? null;
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
    const places = most.sort(([, one], [, other]) => other - one).map((pair) => pair.join(" "));
    const message = `The entry has about ${total} words, ${surplus} more than the ${limit} allowed: ${places.join(", ")}.`;
    const words = surplus === 1 ? "1 word" : `${surplus} words`;
    return { message, hint: `Cut ${words}. Your website has room for the rest.` };
  }

  Object.assign(catalogEntry, { countWords, faultOf, quote, wordFault });
})();
