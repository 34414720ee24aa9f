// Reads a query: its words, with values by their own names, and its parts.

(() => {
  const { DENYING, GRADE, JOINER, SOURCE, beginningOf, contentOf, isKnown, isTelling, nameWords, queryWords, valuesBegunBy, wordsOfNames } = catalogFinder;
  const { latin } = catalogNames;
  const MOST_WORDS = 12; // so that a sentence is answered within a frame
  const MOST_UNFINISHED = 2;
  const NUMBER = /^[0-9]+$/;

  const LONGEST_VALUE = 6; // words of the name of a value
  // What separates names in a list, besides words.
  const BETWEEN = /[,;|&\n]| [+/] /;

  const ACRONYM = /\b[A-Z]{2,5}\b|(?<=\S )[A-Z][a-z]{2,}\b/g; // and a name inside a question: who connects Make?
  const MAILBOX = /[^\s@]+@(?=\S)/g; // only the host of an address is searched
  const READ_AS = [[/(?<!\p{L})(?:together with|along with|as well as|zusammen mit|ainsi que)(?!\p{L})/giu, "and"], [/(?<=\p{L})n['’]t(?!\p{L})/giu, "n not"], [/-t-(?=(?:il|elle|on)(?!\p{L}))/giu, " "], [/(?<!\p{L})(?:[cdjlmnst]|qu)['’](?=\p{L})/giu, " "]];
  const SYMBOL = /\p{So}/u;
  const HOST = /(?<![^\s/(<])((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?![\p{L}\p{N}])(\/\S*)?/gu;

  /** Parse a query. `others`: what is typed in place of words of values. */
  function readQuery(text, index) {
    const { fillers, light, otherValues } = index;
    const written = READ_AS.reduce((each, [short, long]) => each.replace(short, long), beginningOf(text).replace(MAILBOX, ""));
    const { typed, hosts } = readHosts(written, index);
    const acronyms = new Set((/\p{Ll}/u.test(typed) ? (typed.match(ACRONYM) ?? []) : []).map(latin).filter((word) => otherValues.has(word) || isKnown(word, index)));
    const isLight = (word) => light.has(word) && !acronyms.has(word);
    const every = withoutPlatform(queryWords(typed), index);
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

  /* Without the name of the platform, which all partners connect to, if something else is asked for. */
  function withoutPlatform(words, { light, platform }) {
    const rest = ` ${words.join(" ")} `.replace(platform, "").trim().split(" ");
    return rest.some((word) => word && !light.has(word)) ? rest : words;
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
    const isSaid = (word) => index.texts.names.has(word) || (isTelling(word) && !NUMBER.test(word) && !index.fillers.has(word)); // not: one gateway
    const isDenied = (words) => DENYING.test(words.find((word) => DENYING.test(word) || !index.fillers.has(word)) ?? ""); // X, but not in the cloud
    const isNamed = ({ words, acronyms }) => words.some((word) => isSaid(word) || acronyms.has(word)) && !isDenied(words);
    const named = parts.length > 1 ? parts.map((part) => readQuery(part, index)).filter(isNamed) : [];
    return named.length > 1 ? named : [];
  }

  /* Whether a word or sign between others is inside a whole name: Travel & Expense. */
  function isInName(tokens, at, index) {
    const firsts = [1, 2, 3].map((before) => at - before).filter((first) => first >= 0);
    const keys = firsts.flatMap((first) => [1, 2, 3].map((after) => queryWords(tokens.slice(first, at + 1 + after).join(" ")).join("")));
    return keys.some((key) => isKnown(key, index));
  }

  Object.assign(catalogFinder, { partsOf, readQuery });
})();
