// A partner in a table: its logo with its name, and how to contact it. Looks like the macros `logo` and
// `contact` of a page.

(() => {
  const { element, link, partnerAddress, sitePath } = globalThis.catalogFinderView;
  const { gettext } = catalogWords;
  const FOREIGN = "nofollow noopener noreferrer";

  /** The logo and the linked name of a partner. */
  function partnerName(partner, facts) {
    const name = element("span", { class: "catalog-name" }, link(partnerAddress(partner.id), {}, partner.name));
    return element("div", { class: "catalog-table__who" }, facts ? logo(facts.logo) : null, name);
  }

  function logo({ address, initials, tile }) {
    if (address) {
      const image = element("img", { src: sitePath(address), width: 40, height: 40, alt: "", loading: "lazy" });
      return element("span", { class: "catalog-logo catalog-logo--drawn catalog-logo--small" }, image);
    }
    return element("span", { class: `catalog-logo catalog-logo--${tile} catalog-logo--small`, "aria-hidden": "true" }, initials);
  }

  /** A link to contact a partner: to its website if it has no contact, to its page if that isn't known here. */
  function contactLink(partner, facts) {
    if (facts?.contact === "" && facts.website) {
      return button("website", facts.website, gettext("Website"), gettext("Website of %(name)s", { name: partner.name }));
    }
    const label = gettext("Contact %(name)s", { name: partner.name });
    return button("contact", facts?.contact || partnerAddress(partner.id), gettext("Contact"), label, !facts?.contact);
  }

  function button(kind, address, text, label, isOwn = false) {
    const style = `catalog-button catalog-button--small ${kind === "contact" ? "catalog-button--contact" : "catalog-button--website"}`;
    return link(address, { class: style, rel: !isOwn && FOREIGN, "aria-label": label, "data-mail": address.replace("mailto:", "") }, text);
  }

  Object.assign((globalThis.catalogCompare ??= {}), { FOREIGN, contactLink, partnerName });
})();
