// What the checks will say of a value, as far as a page can tell; in the words of the rules.

(() => {
  const RESERVED =
    "alt arpa corp example home internal intranet invalid lan local localhost localdomain mail " +
    "onion private test";
  const RESERVED_ENDINGS = new Set(RESERVED.split(" "));
  const ADDRESS_REST = /^(?:[/?#](?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-Fa-f]{2})*)?$/;
  const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
  const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/i;
  const LOCAL_PART = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*$/;
  const LOCAL_PART_MAX_LENGTH = 64;
  const HOST_MAX_LENGTH = 253;
  const PROGRAM_WORD = /^(?:null|nil|nan|none|undefined|\[object object\]|#n\/?a|#ref!)$/i;
  const WHOLE_ADDRESS = /^(?:(?:https?:|www\.|mailto:)\S*|[^\s@]+@[^\s@]+\.[^\s@]+)$/i;
  const SHOWN_MAX_LENGTH = 60;
  const PLAIN_EMAIL = "Write one plain e-mail address, for example sales@contoso.com.";

  const lengthOf = (text) => [...text].length;
  const malformed = (reason) => ({
    reason,
    hint: "Copy the address from the browser's address bar.",
  });

  /** Text in quotation marks, as the checks show it. */
  function quoted(text) {
    const chars = [...text];
    const shown =
      chars.length > SHOWN_MAX_LENGTH ? `${chars.slice(0, SHOWN_MAX_LENGTH - 1).join("")}…` : text;
    const mark = shown.includes("'") && !shown.includes('"') ? '"' : "'";
    const escaped = shown.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
    return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
  }

  function characterFault(address) {
    if (/\s/.test(address)) {
      return malformed("contains a space");
    }
    return /[^ -~]/.test(address) ? malformed("contains a character outside plain ASCII") : null;
  }

  function hostFault(host) {
    const labels = host.split(".");
    const ending = labels.at(-1).toLowerCase();
    if (host.length > HOST_MAX_LENGTH || !labels.every((label) => HOST_LABEL.test(label))) {
      return "is not a valid host name";
    }
    if (RESERVED_ENDINGS.has(ending)) {
      return `ends in .${ending}, which is reserved and reaches nobody`;
    }
    if (labels.length === 1) {
      return "is a single word, not a public host name";
    }
    return TOP_LABEL.test(ending) ? "" : "is an IP address or ends in a number";
  }

  function schemeFault(address) {
    const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(address)?.[0] ?? "";
    const isHost = address.split(":")[0].includes(".");
    if (scheme && !isHost && !scheme.toLowerCase().startsWith("http")) {
      return {
        reason: `uses ${scheme} where only https:// is published`,
        hint: "Give an https address.",
      };
    }
    return {
      reason: "does not start with https://",
      hint: "Write the whole address, starting with https://.",
    };
  }

  function authorityFault(authority) {
    if (authority.includes("@")) {
      return malformed("has a user name before the host");
    }
    if (authority.includes(":")) {
      return malformed("names a port or an IP address; only plain host names are published");
    }
    const reason = hostFault(authority);
    return reason ? malformed(`has a host that ${reason}`) : null;
  }

  function webFault(address) {
    const [, authority, rest] = /^https:\/\/([^/?#]*)([^]*)$/.exec(address) ?? [];
    if (characterFault(address)) {
      return characterFault(address);
    }
    if (authority === undefined) {
      return schemeFault(address);
    }
    const isStrange = !ADDRESS_REST.test(rest);
    const strange = malformed("has a character after the host that an address cannot contain");
    return authorityFault(authority) ?? (isStrange ? strange : null);
  }

  function emailFault(address) {
    const at = address.lastIndexOf("@");
    const [local, host] = [address.slice(0, at), address.slice(at + 1)];
    if (characterFault(address)) {
      return { ...characterFault(address), hint: PLAIN_EMAIL };
    }
    if (local.length > LOCAL_PART_MAX_LENGTH || !LOCAL_PART.test(local)) {
      return { reason: "is not one plain e-mail address", hint: PLAIN_EMAIL };
    }
    const reason = hostFault(host);
    return reason ? { reason: `has an e-mail domain that ${reason}`, hint: PLAIN_EMAIL } : null;
  }

  function contactFault(address) {
    return address.includes("@") && !address.includes("/") ? emailFault(address) : webFault(address);
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
    if (PROGRAM_WORD.test(name)) {
      return {
        reason: "is what a program writes where nothing was",
        hint: "Write the name, or remove the line.",
      };
    }
    const hint = "Write a name; addresses belong to 'website', 'contact' or the 'url' of a link.";
    return WHOLE_ADDRESS.test(name) ? { reason: "is an address, not a name", hint } : null;
  }

  function loginFault(login) {
    const isLogin = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(login) && login.length <= 39;
    return isLogin
      ? null
      : { reason: "is not a GitHub login", hint: "Write the login without @." };
  }

  // As catalog_tool/shorteners.py has it; the services are those that the page was made with.
  function forwarderOf(host, rest, services) {
    const name = host.toLowerCase().replace(/^www\./, "");
    const isOf = (service) => {
      const slash = service.indexOf("/");
      if (slash < 0) {
        return name.split(".").slice(-2).join(".") === service;
      }
      const [forwarder, path] = [service.slice(0, slash), service.slice(slash)];
      const isHost = forwarder.startsWith(".") ? name.endsWith(forwarder) : name === forwarder;
      return isHost && rest.toLowerCase().startsWith(path);
    };
    return services.find(isOf)?.split("/")[0].replace(/^\./, "") ?? "";
  }

  /**
   * Return that an address leads through a service which hides its end, or null.
   *
   * @param {string} address what was typed
   * @param {string[]} services hosts that forward, some with the path that does
   */
  function forwarderFault(address, services) {
    const [, host, rest] = /^https:\/\/([^/?#]*)([^]*)$/.exec(address) ?? [];
    const service = host && forwarderOf(host, rest, services);
    return service
      ? {
          message: `${quoted(address)} leads through ${service}, which hides where it ends.`,
          hint: "Open it, and copy the address of the page.",
        }
      : null;
  }

  const CHECKS = {
    contact: contactFault,
    line: () => null,
    login: loginFault,
    name: (name) => nameFault(name) ?? visibleFault(name) ?? usableFault(name),
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
    return fault && { message: `${quoted(value)} ${fault.reason}.`, hint: fault.hint };
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

  Object.assign(catalogEntry, { faultOf, forwarderFault, spelling, wordFault });
})();
