// Which addresses can be published; the rules of catalog_tool/text/urls/address.py and shorteners.py.

(() => {
  const { forwarders, namesOfNumbers, reservedEndings, secrets } = catalogEntry.knowledge.addresses;
  const RESERVED_ENDINGS = new Set(reservedEndings);
  const NAMES_OF_NUMBERS = new Set(namesOfNumbers);
  const SECRET = new RegExp(`[?&;](${secrets.join("|")})=[^&;#]`, "i");
  const HTTPS = /^https:\/\/([^/?#]*)([^]*)$/;
  const REST = /^(?:[/?#](?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?#]|%[0-9A-Fa-f]{2})*)?$/;
  const ENCODED_CONTROL = /%(?:[01][0-9A-Fa-f]|7[Ff])/;
  const ONWARD = /[?#&;][^=&;]*=\s*(?:https?:)?[/\\]{2,}([^/\\?#&;]+)/gi;
  const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
  const TOP_LABEL = /^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/i;
  const NUMBER_IN_NAME = /(?:^|[.-])\d{1,3}(?:[.-]\d{1,3}){3}[.-]/;
  const HOST_MAX_LENGTH = 253;
  const LOCAL_PART = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*$/;
  const LOCAL_PART_MAX_LENGTH = 64;
  const PARTS_OF_COUNTRY = 2;
  const PLAIN_EMAIL = "Write one plain e-mail address, for example sales@contoso.com.";
  const OPEN_IT = "Open it, and copy the address of the page.";

  const malformed = (reason) => ({
    reason,
    hint: "Copy the address from the browser's address bar.",
  });

  function characterFault(address) {
    if (/\s/.test(address)) {
      return malformed("contains a space");
    }
    return /[^ -~]/.test(address) ? malformed("contains a character outside plain ASCII") : null;
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

  function hostFault(host) {
    const labels = host.split(".");
    const ending = labels.at(-1);
    if (host.length > HOST_MAX_LENGTH || !labels.every((label) => HOST_LABEL.test(label))) {
      return "is not a valid host name";
    }
    if (RESERVED_ENDINGS.has(ending.toLowerCase())) {
      return `ends in .${ending.toLowerCase()}, which is reserved and reaches nobody`;
    }
    if (labels.length === 1) {
      return "is a single word, not a public host name";
    }
    if (!TOP_LABEL.test(ending)) {
      const isWord = /^[a-z]+$/i.test(ending);
      return isWord
        ? `ends in .${ending}, which no public host name does`
        : "is an IP address or ends in a number";
    }
    const service = labels.slice(-2).join(".").toLowerCase();
    const isNumber = NAMES_OF_NUMBERS.has(service) || NUMBER_IN_NAME.test(host);
    return isNumber ? "stands for an IP address" : "";
  }

  function authorityFault(authority) {
    if (authority.includes("@")) {
      return malformed("has a user name before the host");
    }
    if (/^https?:$/i.test(authority)) {
      return malformed("says twice how it begins");
    }
    if (authority.includes(":")) {
      return malformed("names a port or an IP address; only plain host names are published");
    }
    const reason = hostFault(authority);
    return reason ? malformed(`has a host that ${reason}`) : null;
  }

  /** What follows a host as a server reads it: decoded twice, but of ASCII only. */
  function decoded(rest) {
    const once = (text) =>
      text.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
    return once(once(rest));
  }

  function isOf(name, forwarder) {
    if (!forwarder.endsWith(".")) {
      return `.${name}`.endsWith(`.${forwarder}`);
    }
    const at = `.${name}`.lastIndexOf(`.${forwarder}`);
    const ending = name.slice(at + forwarder.length);
    return at >= 0 && ending.split(".").length <= PARTS_OF_COUNTRY;
  }

  function begins(path, start) {
    const behind = path.slice(start.length);
    return path.startsWith(start) && (start.endsWith("/") || !/^[a-z0-9]/.test(behind));
  }

  /** The service that forwards an address, or "" if none does that we know of. */
  function forwarderOf(host, rest) {
    const name = host.toLowerCase().replace(/^www\./, "");
    const service = name.split(".").slice(-2).join(".");
    if (forwarders.includes(service)) {
      return service;
    }
    const path = decoded(rest).toLowerCase().replace(/\/+/g, "/");
    const isForwarded = forwarders.some((forwarder) => {
      const slash = forwarder.indexOf("/");
      return (
        slash > 0 && isOf(name, forwarder.slice(0, slash)) && begins(path, forwarder.slice(slash))
      );
    });
    return isForwarded ? name : "";
  }

  function onwardHost(host, rest) {
    const own = host.toLowerCase().replace(/^www\./, "");
    const hosts = [...decoded(rest).matchAll(ONWARD)].map((found) => found[1].toLowerCase());
    return hosts.find((each) => !`.${each}`.endsWith(`.${own}`)) ?? "";
  }

  function concealmentFault(host, rest) {
    const service = forwarderOf(host, rest);
    if (service) {
      return { reason: `leads through ${service}, which hides where it ends`, hint: OPEN_IT };
    }
    const onward = onwardHost(host, rest);
    if (onward) {
      return { reason: `carries another address, of ${onward}`, hint: OPEN_IT };
    }
    const secret = SECRET.exec(rest);
    if (secret) {
      return malformed(`carries what looks like a secret (${secret[1]}=)`);
    }
    const isOrder = rest.includes(":~:");
    return isOrder ? malformed("tells the browser what to mark on the page (:~:)") : null;
  }

  function restFault(host, rest) {
    if (!REST.test(rest)) {
      return malformed("has a character after the host that an address cannot contain");
    }
    const control = ENCODED_CONTROL.exec(rest);
    return control
      ? malformed(`holds a control character (${control[0]})`)
      : concealmentFault(host, rest);
  }

  /** Return why a web address cannot be published, as { reason, hint }, or null. */
  function webFault(address) {
    const [, host, rest] = HTTPS.exec(address) ?? [];
    const fault = characterFault(address);
    if (fault || host === undefined) {
      return fault ?? schemeFault(address);
    }
    return authorityFault(host) ?? restFault(host, rest);
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

  /** Return why a contact, a web or an e-mail address, cannot be published, or null. */
  function contactFault(address) {
    return address.includes("@") && !address.includes("/") ? emailFault(address) : webFault(address);
  }

  Object.assign(catalogEntry, { contactFault, webFault });
})();
