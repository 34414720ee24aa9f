// Reads a query: which words are required, and what to try if nothing is found.

(() => {
  const { DENYING, GRADE, JOINER, SHORTEST_MISTYPED, SOURCE, beginningOf, formsOf, isSlip, nameWords, queryWords, valuesBegunBy } = catalogFinder;
  const { latin } = catalogNames;
  const MOST_WORDS = 12; // so that a sentence is answered within a frame
  const MOST_UNFINISHED = 2;
  const SHORTEST_AT_LAST = 3;
  const SHORTEST_MISTYPED_FILLER = 6;

  // How much a word means in a query.
  const WEIGHT = { FILLER: 0, KIND: 1, CONTENT: 2 };
  const NUMBER = /^[0-9]+$/;

  const LONGEST_VALUE = 6; // words of the name of a value
  const LONGEST_NAME = 4; // words of the name of an application
  // What separates names in a list, besides words.
  const BETWEEN = /[,;|&\n]| [+/] /;

  const ACRONYM = /\b[A-Z]{2,5}\b/g;
  const MAILBOX = /[^\s@]+@(?=\S)/g; // only the host of an address is searched
  const CONTRACTED = [[/(?<=\p{L})n['’]t(?!\p{L})/giu, "n not"], [/-t-(?=(?:il|elle|on)(?!\p{L}))/giu, " "], [/(?<!\p{L})(?:[cdjlmnst]|qu)['’](?=\p{L})/giu, " "]];
  const SYMBOL = /\p{So}/u;
  const HOST = /(?<![^\s/(<])((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?![\p{L}\p{N}])(\/\S*)?/gu;

  /** Parse a query. `others`: what is typed in place of words of values. */
  function readQuery(text, index) {
    const { fillers, light, otherValues } = index;
    const written = CONTRACTED.reduce((each, [short, long]) => each.replace(short, long), beginningOf(text).replace(MAILBOX, ""));
    const { typed, hosts } = readHosts(written, index);
    const acronyms = new Set((/\p{Ll}/u.test(typed) ? (typed.match(ACRONYM) ?? []) : []).map(latin).filter((word) => otherValues.has(word) || isKnown(word, index)));
    const isLight = (word) => light.has(word) && !acronyms.has(word);
    const every = queryWords(typed);
    const named = wordsOfNames(every, index); // CA Top Secret isn't Canada's
    const isMeant = (run) => !run.every(isLight) && !(run.length === 1 && named.has(run[0]));
    const begun = valuesBegunBy(index, every);
    const known = begun.length ? new Map([...otherValues, ...begun]) : otherValues;
    const others = new Map();
    const spelled = renameValues(every, known, isMeant, others);
    const all = withoutWordsOfFields(spelled, named, index);
    const renamed = withoutFillers(all, index);
    const words = [...new Set(renamed)];
    const isAllFiller = words.every((word) => fillers.has(word) && !acronyms.has(word));
    const isUnfinished = isAllFiller && words.length <= MOST_UNFINISHED; // “the” may begin a name
    const isVague = !isUnfinished && words.every(isLight) && !index.texts.names.has(contentOf(words, index, acronyms).map((at) => words[at]).join(""));
    return { written: typed, typed: latin(typed), words, all, renamed, others, isAllFiller, isVague, acronyms, hosts, isSymbol: !words.length && SYMBOL.test(typed) };
  }

  /* Without words that only say which field a value is of: data in the US. A word beside another one of a name stays: data center. */
  function withoutWordsOfFields(words, named, index) {
    const asked = new Set(index.valuesIn(words).map(([key]) => key));
    const fields = index.fields.filter(({ key }) => asked.has(key));
    const isAbout = (word) => fields.some(({ about }) => about.has(word)) && !index.fieldWords.has(word) && !named.has(word);
    const isBeside = (at) => [words[at - 1], words[at + 1]].some((next) => next && !index.fillers.has(next) && index.texts.haveTogether(words[at], next));
    return words.filter((word, at) => !isAbout(word) || isBeside(at));
  }

  /* The first words. In a long sentence, words that mean little make room for others. */
  function withoutFillers(words, { fieldWords, fillers }) {
    const telling = words.length > MOST_WORDS ? words.filter((word) => !fillers.has(word) || fieldWords.has(word)) : words;
    return (telling.length ? telling : words).slice(0, MOST_WORDS);
  }

  /* With a name in place of the host that has it: treyresearch.net is Trey Research. `hosts` has the words of others. */
  function readHosts(text, index) {
    const hosts = new Set();
    const typed = text.replace(HOST, (address, host) => {
      const labels = latin(host).replaceAll("-", "").split(".").slice(0, -1);
      const label = labels.reduce((longest, each) => (each.length > longest.length ? each : longest), "");
      const isName = isHostOf(label, index) && !index.texts.names.has(nameWords(host).join(""));
      queryWords(isName ? label : host).forEach((word) => hosts.add(word));
      return isName ? ` ${label} ` : address;
    });
    return { typed, hosts };
  }

  /* Whether a partner's name begins with the name of a host, or an application has it. */
  function isHostOf(label, { texts, firstPartner }) {
    const isNamed = ({ source, owners }, number) =>
      source <= SOURCE.ALIAS && (texts.keys[number] === label || (owners[0] >= firstPartner && texts.start(number, label) === GRADE.WHOLE));
    return texts.withWholeWord(label).some((number) => isNamed(texts.texts[number], number));
  }

  /*
   * With the name of a value in place of another name: APAC is Asia Pacific. `others` gets the words that are not typed, or are several,
   * each with those that are.
   */
  function renameValues(words, otherValues, isMeant, others) {
    for (let first = 0; first < words.length; first += 1) {
      for (let end = Math.min(words.length, first + LONGEST_VALUE); end > first; end -= 1) {
        const run = words.slice(first, end);
        const renamed = isMeant(run) ? otherValues.get(run.join("")) : undefined;
        if (renamed) {
          renamed.filter((word) => run.length > 1 || !words.includes(word)).forEach((word) => others.set(word, run));
          return [...words.slice(0, first), ...renamed, ...renameValues(words.slice(end), otherValues, isMeant, others)];
        }
      }
    }
    return words;
  }

  const partsRead = new WeakMap(); // several ways to find something ask for them

  /** The parts of a query that may name one thing each; none if it has only one. */
  function partsOf(query, index) {
    partsRead.has(query) || partsRead.set(query, readParts(query, index));
    return partsRead.get(query);
  }

  function readParts({ typed, written }, index) {
    const [tokens, accented] = [typed, written].map((each) => each.split(/\s+/)); // où isn't ou
    const spaced = tokens.map((token, at) => (!JOINER.test(accented[at]) ? token : isInName(tokens, at, index) ? " " : ",")).join(" ");
    const parts = spaced.split(BETWEEN);
    const isVersion = (word) => NUMBER.test(word) && !index.texts.names.has(word);
    const isDenied = (words) => DENYING.test(words.find((word) => DENYING.test(word) || !index.fillers.has(word)) ?? ""); // X, but not in the cloud
    const isNamed = ({ words, isAllFiller }) => words.length && !isAllFiller && !isDenied(words) && !words.every(isVersion);
    const named = parts.length > 1 ? parts.map((part) => readQuery(part, index)).filter(isNamed) : [];
    return named.length > 1 ? named : [];
  }

  /* Whether a word or sign between others is inside a whole name: Travel & Expense. */
  function isInName(tokens, at, index) {
    const firsts = [1, 2, 3].map((before) => at - before).filter((first) => first >= 0);
    const keys = firsts.flatMap((first) => [1, 2, 3].map((after) => queryWords(tokens.slice(first, at + 1 + after).join(" ")).join("")));
    return keys.some((key) => isKnown(key, index));
  }

  /** The readings of a query, strictest first. The first reading with results is used. */
  function readings(query, index) {
    const { words, acronyms } = query;
    const content = contentOf(words, index, acronyms);
    const inNames = wordsOfNames(words, index);
    const exact = inNames.size ? new Set([...index.fieldWords].filter((word) => !inNames.has(word))) : index.fieldWords;
    const core = coreOf(query, content, index, (at) => exact.has(words[at]) || (!inNames.has(words[at]) && mayBeLeftOut(words, at, index)));
    const isOther = core.length > 0 && core.join() !== content.join();
    const isStated = content.every((at) => core.includes(at) || exact.has(words[at])) && !isName(content, words, index);
    const named = core.map((at) => words[at]);
    const every = isStated && (isCategory(named, index) || isNameOf(named.join(""), index)) ? [core] : [content, core];
    return (isOther ? every : [content]).map((required) => ({ query, required, exact }));
  }

  /* The content without what may be left out, or a whole name that has it: System i, in Europe. */
  function coreOf({ words, acronyms }, content, index, mayBeLeft) {
    const left = content.filter(mayBeLeft);
    const kept = [...words.keys()].filter((at) => !left.includes(at));
    const core = contentOf(kept.map((at) => words[at]), index, acronyms).map((at) => kept[at]);
    return left.length < content.length || isName(core, words, index) ? core : [];
  }

  /* The words in the whole names of applications and categories, which aren't those of values: SQL in SQL Server. */
  function wordsOfNames(words, index) {
    const values = new Set();
    const names = [];
    for (let first = 0; first < words.length; first += 1) {
      let joined = "";
      for (let end = first + 1; end <= Math.min(words.length, first + LONGEST_NAME); end += 1) {
        joined += words[end - 1];
        const run = () => words.slice(first, end);
        index.otherValues.has(joined) && run().forEach((word) => values.add(word));
        isKnown(joined, index) && names.push(run());
      }
    }
    return new Set(names.filter((run) => !run.every((word) => values.has(word))).flat());
  }

  /* Whether joined words are a whole name of an application or a category. */
  const isKnown = (joined, index) => isNameOf(joined, index) || isCategoryName(joined, index);

  /* Whether joined words are a name of an application. */
  const isNameOf = (joined, { firstPartner, texts: { names, texts } }) =>
    names.get(joined)?.some((number) => texts[number].source <= SOURCE.ALIAS && texts[number].owners[0] < firstPartner);

  /* Whether some words are a name, and not only of a value. */
  const isName = (required, words, { texts: { names, texts } }) =>
    names.get(required.map((at) => words[at]).join(""))?.some((number) => texts[number].source !== SOURCE.FIELD);

  /* Whether words are a category. What partners state ranks those that list something in it. */
  const isCategory = (words, index) => isCategoryName(words.join(""), index) || (words.length === 1 && index.texts.described.has(words[0]));

  const isCategoryName = (joined, { texts: { names, texts } }) =>
    formsOf(joined).some((form) => names.get(form)?.some((number) => texts[number].source === SOURCE.CATEGORY));

  /** The same readings with typos, `shortest` letters long, strictest first. */
  function mistypedReadings(strict) {
    const isShortIn = ({ query, required }) => required.some((at) => isShort([...query.words[at]]));
    return [
      ...strict.map((reading) => ({ ...reading, shortest: SHORTEST_MISTYPED })),
      ...strict.filter(isShortIn).map((reading) => ({ ...reading, shortest: SHORTEST_AT_LAST })),
    ];
  }

  const isShort = ({ length }) => length >= SHORTEST_AT_LAST && length <= SHORTEST_MISTYPED;

  /** The words that a reading requires. */
  const wordsOf = ({ query, required }) => required.map((at) => query.words[at]);

  /** The same reading with descriptions of categories; null if they don't help. */
  function withDescriptions(attempt, index) {
    const isLight = (word) => attempt.exact.has(word) || index.light.has(word);
    const isDescribed = wordsOf(attempt).some((word) => !isLight(word) && index.texts.described.has(word));
    return isDescribed ? { ...attempt, isDescribed } : null;
  }

  /* A whole name among words of less weight, or the words of most weight. */
  function contentOf(words, index, acronyms) {
    const isCommon = words.some((word) => isKnown(word, index)) ? (word) => index.common.has(word) : () => false; // an identity connector for SAP
    const weights = words.map((word) => (acronyms.has(word) ? WEIGHT.CONTENT : isCommon(word) ? WEIGHT.KIND : weightOf(word, index)));
    const most = Math.max(...weights);
    const heaviest = words.map((_, at) => at).filter((at) => weights[at] === most);
    const isContent = most === WEIGHT.CONTENT;
    const lastStart = isContent ? heaviest[0] : words.length - 1;
    for (let first = 0; first <= lastStart; first += 1) {
      const shortest = Math.max(first, isContent ? heaviest.at(-1) : 0);
      for (let end = words.length; weights[first] && end > shortest; end -= 1) {
        if (index.texts.names.has(words.slice(first, end).join(""))) {
          return Array.from({ length: end - first }, (_, at) => first + at);
        }
      }
    }
    return heaviest;
  }

  function weightOf(word, { fillers, kinds }) {
    if (fillers.has(word)) {
      return WEIGHT.FILLER;
    }
    return kinds.has(word) ? WEIGHT.KIND : WEIGHT.CONTENT;
  }

  /* Whether a word is an unfinished or mistyped filler. */
  function mayBeLeftOut(words, at, index) {
    const word = words[at];
    const isUnfinished = at > 0 && at === words.length - 1 && !index.texts.names.has(word);
    return (
      (isUnfinished && isLike(index.light, (filler) => filler.startsWith(word))) ||
      (word.length >= SHORTEST_MISTYPED_FILLER && !index.texts.withWholeWord(word).length && isLike(index.light, (filler) => isMistypedAs(word, filler)))
    );
  }

  function isLike(words, isMeant) {
    for (const word of words) {
      if (isMeant(word)) {
        return true;
      }
    }
    return false;
  }

  /* Not another form of it: managed isn't manages. */
  const isMistypedAs = (word, filler) =>
    Math.min(word.length, filler.length) >= SHORTEST_MISTYPED_FILLER && isSlip(word, filler) && !word.startsWith(filler.slice(0, -1));

  Object.assign(catalogFinder, { contentOf, mistypedReadings, partsOf, readQuery, readings });
  Object.assign(catalogFinder, { withDescriptions, wordsOf });
})();
