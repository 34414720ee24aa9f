// What the checks will say of a value, as far as a page can tell; in the words of the rules.

(() => {
  const { contactFault, letterFault, webFault } = catalogEntry;
  const { address, markup, nobody, nothing } = catalogEntry.knowledge.names;
  const whole = (pattern) => new RegExp(`^(?:${pattern})$`, "iu");
  const [ADDRESS, NOBODY, NOTHING] = [address, nobody, nothing].map(whole);
  const MARKUP = new RegExp(markup, "u");
  const SHOWN_MAX_LENGTH = 60;

  const lengthOf = (text) => [...text].length;

  /** Text in quotation marks, as the checks show it. */
  function quoted(text) {
    const chars = [...text];
    const shown =
      chars.length > SHOWN_MAX_LENGTH ? `${chars.slice(0, SHOWN_MAX_LENGTH - 1).join("")}…` : text;
    const mark = shown.includes("'") && !shown.includes('"') ? '"' : "'";
    const escaped = shown.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
    return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
  }

  function nameFault(name) {
    if (name !== name.trim().replace(/\s+/g, " ")) {
      return {
        reason: "begins or ends with a space, or has two in a row",
        hint: "Leave single spaces between words.",
      };
    }
    return null;
  }

  function visibleFault(text) {
    return /[\p{L}\p{N}]/u.test(text)
      ? null
      : { reason: "has no letter and no digit", hint: "Write a name that readers can search for." };
  }

  function usableFault(name) {
    if (NOTHING.test(name)) {
      return {
        reason: "is what a program writes where nothing was",
        hint: "Write the name, or remove the line.",
      };
    }
    if (ADDRESS.test(name)) {
      const hint = "Write a name; addresses belong to 'website', 'contact' or the 'url' of a link.";
      return { reason: "is an address, not a name", hint };
    }
    const [found] = MARKUP.exec(name) ?? [];
    return found
      ? {
          message: `${quoted(found.trim())} is markup, and names are plain text.`,
          hint: "Write it as plain text.",
        }
      : null;
  }

  /**
   * Return what only the name of a partner cannot be, as { message, hint }, or null.
   *
   * @param {string} name what was typed
   * @param {Vocabulary} vocabulary the known applications
   */
  function partnerFault(name, vocabulary) {
    return NOBODY.test(name)
      ? {
          message: `${quoted(name)} is not the name of a partner.`,
          hint: "Write the name as the company is registered.",
        }
      : catalogEntry.claimFault(name, vocabulary, quoted);
  }

  function loginFault(login) {
    const isLogin = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(login) && login.length <= 39;
    return isLogin
      ? null
      : { reason: "is not a GitHub login", hint: "Write the login without @." };
  }

  const CHECKS = {
    contact: contactFault,
    line: () => null,
    login: loginFault,
    name: (name) =>
      nameFault(name) ?? visibleFault(name) ?? usableFault(name) ?? letterFault(name, quoted),
    web: webFault,
  };

  /**
   * Return why a value cannot be published, as { message, hint }, or null.
   *
   * @param {string} kind one of the kinds above
   * @param {string} value what was typed; not blank
   * @param {number} most characters that it may have; 0 if the kind says it
   */
  function faultOf(kind, value, most) {
    const length = lengthOf(value);
    const isLong = most && length > most;
    const sized = { reason: `has ${length} characters, at most ${most} are allowed`, hint: "Shorten it." };
    const fault = isLong ? sized : CHECKS[kind](value);
    return fault && { message: `${quoted(value)} ${fault.reason}.`, ...fault };
  }

  /**
   * Return what the checks say of an application's name: a warning with the name to write, or null.
   *
   * @param {string} name what was typed
   * @param {Vocabulary} vocabulary the known applications
   */
  function spelling(name, vocabulary) {
    const canonical = vocabulary.canonical(name);
    if (canonical === name) {
      return null;
    }
    if (canonical) {
      const isSpelling = catalogEntry.sameKey(name) === catalogEntry.sameKey(canonical);
      const reason = isSpelling ? "is spelled" : "is known here as";
      return { message: `${quoted(name)} ${reason} ${quoted(canonical)}.`, meant: canonical };
    }
    const meant = vocabulary.nearMiss(name);
    return meant
      ? { message: `${quoted(name)} is nearly ${quoted(meant)}. Did you mean that?`, meant }
      : null;
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
    const message = `The entry has ${total} words, ${surplus} more than the ${limit} allowed: ${places.join(", ")}.`;
    const words = surplus === 1 ? "1 word" : `${surplus} words`;
    return { message, hint: `Cut ${words}; your website has room for the rest.` };
  }

  Object.assign(catalogEntry, { faultOf, partnerFault, spelling, wordFault });
})();
