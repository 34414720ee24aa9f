// The words of the scripts. Their English text is their id; the build puts the messages of this
// site in front, if they differ.

globalThis.catalogWords ??= (() => {
  const messages = () => globalThis.catalogMessages ?? {};
  const language = document.documentElement.lang || "en";
  const rules = new Intl.PluralRules(language);
  // Catalogs have the forms of a plural in this order, as far as a language has them.
  const forms = ["zero", "one", "two", "few", "many", "other"].filter((form) =>
    rules.resolvedOptions().pluralCategories.includes(form),
  );
  const numbers = new Intl.NumberFormat(language);
  const number = (count) => numbers.format(count);
  const list = new Intl.ListFormat(language);

  function fill(pattern, values) {
    return pattern.replaceAll(/%(?:%|\((\w+)\)s)/g, (match, name) => (name ? String(values[name]) : "%"));
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

  return { gettext, list: (texts) => list.format(texts), ngettext, number };
})();
