// Offers other spellings and repairs of what was typed, each with a button.

(() => {
  const { asLines, canonical, checks, fieldOf, inputOf, lineOf, namesIn, applicationsIn } = catalogEntry;
  const { quote, sameKey, say, severalIn, textIn, withoutHidden } = catalogEntry;
  const { gettext, list, mark } = catalogWords;
  const SHOWN = 20;
  const form = document.querySelector("[data-catalog-form]");

  /** Change what was typed, as if it had been typed. */
  function retype(place, text) {
    inputOf(place).value = text;
    form.dispatchEvent(new Event("input"));
  }

  /** What the rules find but only the author can decide. */
  function* repairs({ dataset }, text) {
    const rows = checks.repairs.filter(({ kinds }) => kinds.includes(dataset.kind));
    for (const { pattern, flags, steps, reason } of rows) {
      const meant = (found) =>
        steps.reduce((done, [part, plain]) => done.replace(new RegExp(part, flags), () => plain), found);
      const match = [...text.matchAll(new RegExp(pattern, flags))].find(([found]) => meant(found) !== found);
      if (match) {
        yield {
          message: `${quote(match.groups?.found ?? match[0])} ${reason}.`,
          lang: "en",
          title: gettext("Change to %(name)s", { name: meant(match[0]) }),
          apply: (typed) => typed.replace(new RegExp(pattern, flags), meant),
          done: gettext("Changed to %(value)s.", { value: quote(meant(match[0])) }),
        };
      }
    }
  }

  function* spellings({ dataset }, text) {
    if (dataset.groups === undefined) {
      return;
    }
    for (const name of namesIn(applicationsIn(text))) {
      const meant = canonical(name) ?? name;
      const several = severalIn(name);
      const instead = several.length ? several : [meant];
      const values = { value: quote(name), meant: quote(meant) };
      const known =
        sameKey(name) === sameKey(meant)
          ? gettext("%(value)s is spelled %(meant)s in this catalog.", values)
          : gettext("%(value)s is called %(meant)s in this catalog.", values);
      const suggestion = {
        message: several.length
          ? gettext("%(value)s looks like several %(applications)s.", values)
          : known,
        title: several.length ? gettext("Put each on its own line") : gettext("Change to %(name)s", { name: meant }),
        apply: (typed) => respelled(typed, name, instead),
        done: gettext("Changed %(value)s to %(names)s.", { ...values, names: list(instead.map(quote)) }),
      };
      yield* name === meant && !several.length ? [] : [suggestion];
    }
  }

  function respelled(text, name, instead) {
    const lines = text.split("\n");
    return lines.map((line) => (lineOf(line) === name ? asLines(instead) : line)).join("\n");
  }

  function suggestionLine(place, { message, lang, title, apply, done }) {
    const change = () => {
      retype(place, apply(textIn(place)));
      inputOf(place).focus();
      say(done);
    };
    const reason = catalogElement("span", {}, message);
    mark(reason, lang);
    return catalogElement("li", {}, reason, " ", catalogButton({ class: "catalog-button" }, change, title));
  }

  function showSuggestions() {
    for (const list of form.querySelectorAll("[data-suggestions]")) {
      const place = list.parentElement;
      const text = textIn(place);
      const suggestions = [...repairs(place, text), ...spellings(place, text)].slice(0, SHOWN);
      const shown = suggestions.map(({ message }) => message).join("\n");
      // Don't replace a button that the reader is pressing.
      if (list.dataset.shown !== shown) {
        list.dataset.shown = shown;
        list.replaceChildren(...suggestions.map((each) => suggestionLine(place, each)));
        list.hidden = !suggestions.length;
      }
    }
  }

  function addKnown() {
    const known = form.querySelector("#known-application");
    const name = withoutHidden(known.value).text.trim();
    known.focus();
    if (name) {
      const meant = canonical(name) ?? name;
      const applications = fieldOf("applications");
      known.value = "";
      retype(applications, `${textIn(applications).trimEnd()}\n${asLines([meant])}`.trim());
      say(gettext("Added %(value)s to the list.", { value: quote(meant) }));
    }
  }

  form.querySelector("[data-add-known]")?.addEventListener("click", addKnown);
  form.querySelector("#known-application")?.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      addKnown();
    }
  });

  Object.assign(catalogEntry, { showSuggestions });
})();
