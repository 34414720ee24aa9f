// The words of the scripts. Their English text is their id; the build puts the messages of this
// site in front, if they differ.

globalThis.catalogWords ??= (() => {
  const messages = () => globalThis.catalogMessages ?? {};
  // What this catalog calls partners and applications; as in the placeholders if it says nothing else.
  const nounOf = (name) => globalThis.catalogNouns?.[name] ?? name;
  // English if the language of the page lacks messages.
  const language = globalThis.catalogLanguage ?? (document.documentElement.lang || "en");
  const rules = new Intl.PluralRules(language);
  // Catalogs have the forms of a plural in this order, as far as a language has them.
  const forms = ["zero", "one", "two", "few", "many", "other"].filter((form) =>
    rules.resolvedOptions().pluralCategories.includes(form),
  );
  const numbers = new Intl.NumberFormat(language);
  const number = (count) => numbers.format(count);
  const list = new Intl.ListFormat(language);

  function fill(pattern, values) {
    return pattern.replaceAll(/%(?:%|\((\w+)\)s)/g, (match, name) => (name ? String(values[name] ?? nounOf(name)) : "%"));
  }

  /* gettext("Remove %(name)s", { name }) */
  function gettext(message, values = {}) {
    return fill(messages()[message] ?? message, values);
  }

  /* ngettext("%(num)s partner", "%(num)s partners", 3) */
  function ngettext(one, other, count, values = {}) {
    const own = messages()[one];
    const english = count === 1 ? one : other;
    const pattern = own ? own[Math.min(forms.indexOf(rules.select(count)), own.length - 1)] : english;
    return fill(pattern, { num: number(count), ...values });
  }

  /* Say which language an element is in, if it isn't that of the page. */
  function mark(element, lang = language) {
    if (lang === document.documentElement.lang) {
      element.removeAttribute("lang");
    } else {
      element.lang = lang;
    }
  }

  return { gettext, language, list: (texts) => list.format(texts), mark, ngettext, number };
})();
