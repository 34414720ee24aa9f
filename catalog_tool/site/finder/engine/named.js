// What is named at a place of a query: an application, a category, or a value, and a list of them.

(() => {
  const { ARTICLE, ASKERS, BEFORE_EXAMPLE, IN_LIST, IN_ROLE, PASSING, SOURCE, WISHING, formsOf, queryWords } = catalogFinder;
  const IS_TELLING = /.{4}|[0-9]/u; // of a word that is a name without the others: M3
  const MOST_OF_WORD = 3; // applications that a word of their names refuses
  const LONGEST_NAME = 8; // words
  const SHORTEST_THING = 3; // letters
  const MOST_ARTICLES = 2;
  const MOST_PASSING = 6;
  const ACRONYM = /^[A-Z]{2,}$/;
  const PROPER = /^\p{Lu}\p{Ll}/u;
  const WORD_AND_SIGNS = /(\S*?[^\s,;?!.])([\s,;?!.]*)(?=\s|$)/gu;
  const MOST_BEFORE_DENIAL = 2; // words between who asks and the denial: we do not
  const MOST_BEFORE_NAME = 2;
  const LONGEST_ROLE = 4; // words

  /** What stands between spaces in a text: its place, the signs after it, and its words. */
  const tokensIn = (text) =>
    [...text.matchAll(WORD_AND_SIGNS)].map(({ 1: typed, 2: signs, index: start }) => ({ typed, start, end: start + typed.length, signs: signs.trim(), words: queryWords(typed) }));

  /** The word for a thing after words that mean little, or for what may be a value, if there is one: in Nordamerika. */
  function thingAfter(tokens, first, { light, lightIds }) {
    const after = first + countOf(tokens, first, ARTICLE, MOST_ARTICLES);
    const thing = tokens[after + countOfPassing(tokens, after)];
    const isMeant = (word) => lightIds.has(word) || (word.length >= SHORTEST_THING && !light.has(word));
    if (!thing?.words.length || !thing.words.every(isMeant)) {
      return [];
    }
    const others = tokens.slice(tokens.indexOf(thing));
    const end = others.findIndex(({ signs }, number) => signs || !PROPER.test(others[number + 1]?.typed ?? "")); // not Campus Solutions
    return [others.at(end)];
  }

  /** The last word of what somebody isn't to be, after words that mean little; null if the text doesn't say so: as a managed service. */
  function roleAfter(tokens, first) {
    const count = tokens.slice(first, first + countOfPassing(tokens, first)).findIndex(({ typed }) => IN_ROLE.test(typed));
    const after = first + count + 1;
    const start = after + countOf(tokens, after, ARTICLE, MOST_ARTICLES);
    const role = count < 0 ? [] : tokens.slice(start, start + LONGEST_ROLE);
    const isOther = ({ typed } = { typed: "" }) => ARTICLE.test(typed) || IN_LIST.test(typed);
    return role.at(role.findIndex(({ signs }, at) => signs || isOther(role[at + 1]))) ?? null;
  }

  /**
   * What those who ask say of themselves, if their sentence denies something from a token on, and names applications there, `names`: we
   * don't have Workday. `first`: its first token; `isWish`: whether they say what they want. Null, if there is nothing like that.
   */
  function statementAt(tokens, first, index) {
    const denial = first - 1;
    const before = tokens.slice(Math.max(0, denial - 1 - MOST_BEFORE_DENIAL), denial).reverse();
    const count = before.findIndex(({ typed, signs }) => signs || ASKERS.test(typed));
    const subject = count < 0 || before[count].signs ? -1 : denial - 1 - count;
    const isNamed = before.slice(0, Math.max(0, count)).some(({ words }) => index.texts.names.has(words.join("")));
    if (subject < 0 || isNamed) {
      return null;
    }
    const skipped = countOf(tokens, first, /^/u, MOST_BEFORE_NAME);
    const lists = Array.from({ length: skipped + 1 }, (_, at) => [first + at, namesFrom(tokens, first + at, index, false)]);
    const [at, names] = lists.find((each) => each[1].length) ?? [];
    const isWish = names !== undefined && tokens.slice(subject, at).some(({ typed }) => WISHING.test(typed));
    return names && !names[0].values ? { first: subject, names, isWish } : null;
  }

  /** The names of a list that begins with a token: Kafka or Oracle. They are of one sort. After a verb is denied, they are values. */
  function namesFrom(tokens, first, index, isOfVerb) {
    const names = [];
    for (let at = first; at >= 0; at = nextInList(tokens, names.at(-1).end)) {
      const named = names.length ? namedAt(tokens, at, index) : firstNamedAt(tokens, at, index, isOfVerb);
      if (!named || (names.length && sortOf(named, index) !== sortOf(names[0], index))) {
        break;
      }
      names.push(named);
    }
    const isExample = names.length > 1 && names[0].isCategory && BEFORE_EXAMPLE.test(tokens[names[0].end].typed);
    return isExample ? names.slice(1) : names; // no directories like OpenLDAP
  }

  const sortOf = ({ owners, values }, { firstPartner }) => values?.[0][0] ?? owners[0] < firstPartner;

  /* Where the next name of a list begins, after a comma, a word, or both; -1 if the list has ended. */
  function nextInList(tokens, end) {
    const { signs } = tokens[end - 1];
    const isNext = signs === "" || signs === ",";
    if (isNext && IN_LIST.test(tokens[end]?.typed ?? "")) {
      return end + 1;
    }
    return signs === "," ? end : -1;
  }

  /* What is named at a position, or the value after words that mean little. */
  function firstNamedAt(tokens, at, index, isOfVerb) {
    const passing = countOfPassing(tokens, at);
    const values = Array.from({ length: passing }, (_, skipped) => valueAt(tokens, at + skipped + 1, index));
    return longestOf(isOfVerb ? values : [namedAt(tokens, at, index), ...values]);
  }

  /* What is named at a position, or after small words there: the longer one. */
  function namedAt(tokens, first, index) {
    const after = first + countOf(tokens, first, ARTICLE, MOST_ARTICLES);
    return longestOf([first, after].flatMap((at) => [nameAt(tokens, at, index), valueAt(tokens, at, index)]));
  }

  /* How many tokens from a position, at most `most`, are such words, with something after them. */
  function countOf(tokens, at, words, most) {
    const others = tokens.slice(at, at + most).findIndex(({ typed, signs }) => signs || !words.test(typed));
    return Math.min(others < 0 ? most : others, Math.max(0, tokens.length - at));
  }

  /** How many tokens from a position mean little before a value, with something after them. */
  const countOfPassing = (tokens, at) => countOf(tokens, at, PASSING, MOST_PASSING);

  const longestOf = (every) => every.reduce((longest, each) => ((each?.end ?? 0) > (longest?.end ?? 0) ? each : longest), null);

  /* What `find` finds for the longest run of tokens from a position, with `end` after the run; null for none. */
  function longestAt(tokens, at, find) {
    for (let end = Math.min(tokens.length, at + LONGEST_NAME); end > at; end -= 1) {
      const isJoining = end > at + 1 && IN_LIST.test(tokens[end - 1].typed); // a name and "or" aren't the start of another one
      const found = isJoining ? null : find(tokens.slice(at, end).flatMap(({ words }) => words));
      if (found) {
        return { ...found, end };
      }
    }
    return null;
  }

  /* The values of fields with the longest name at a position, or with a word of a name. */
  function valueAt(tokens, at, index) {
    const isAcronym = ACRONYM.test(tokens[at]?.typed ?? "");
    return longestAt(tokens, at, (words) => {
      const isLight = words.length === 1 && index.light.has(words[0]) && !isAcronym; // unlike per user
      const called = isLight ? [] : index.valuesCalled(words);
      const values = isLight || called.length ? called : yesMeant(index, words);
      return values.length ? { owners: [], values } : null;
    });
  }

  /* The "yes" of fields whose label has one of the words, and that say all telling ones in their help or label: support at night. */
  function yesMeant({ fields, light, values }, words) {
    const isTelling = (word) => !light.has(word);
    const labels = new Map(values.filter(({ id }) => id === "yes").map(({ key, words: label }) => [key, label]));
    const isMeant = ({ about, key }) => labels.get(key)?.some((word) => words.includes(word)) && words.filter(isTelling).every((word) => about.has(word));
    return words.length > 1 && isTelling(words.at(-1)) ? fields.filter(isMeant).map(({ key }) => [key, ["yes"]]) : [];
  }

  /* The longest name, vendor, or category at a position, or a word of few names, `word` if they are applications', unless the token is an ordinary word. */
  function nameAt(tokens, at, index) {
    const { fieldWords, firstPartner, light, otherValues, texts } = index;
    const ownersOf = (numbers, last) => {
      const named = numbers.map((number) => texts.texts[number]).filter(({ source }) => source <= last);
      return [...new Set(named.flatMap(({ owners }) => owners))];
    };
    const named = longestAt(tokens, at, (words) => {
      const key = words.join("");
      const called = (forms, last) => ownersOf(forms.flatMap((form) => texts.names.get(form) ?? []), last);
      const ofVendor = called([key], SOURCE.VENDOR);
      const ofCategory = ofVendor.length ? [] : called(otherValues.has(key) ? [key] : formsOf(key), SOURCE.CATEGORY);
      const owners = [ofVendor, ofCategory, afterVendor(index, words)].find(({ length }) => length);
      return owners && { owners, isCategory: owners === ofCategory };
    });
    if (named || at >= tokens.length) {
      return named;
    }
    const key = tokens[at].words.join("");
    const [next = ""] = tokens[at].signs ? [] : (tokens[at + 1]?.words ?? []);
    const isNamed = texts.withWholeWord(next).some((number) => texts.texts[number].source <= SOURCE.VENDOR && texts.texts[number].owners[0] < firstPartner);
    const isProper = PROPER.test(tokens[at + 1]?.typed ?? ""); // Campus Solutions isn't a word of another name and "solutions"
    const isCompound = next && (isProper || !light.has(next)) && !texts.described.has(next) && !isNamed; // a Windows agent
    const isBegun = (number) => texts.texts[number].source === SOURCE.NAME || texts.words[number][0] === key; // not the Internet of another name
    const owners = isCompound || tokens[at].isOrdinary || !IS_TELLING.test(key) || fieldWords.has(key) || otherValues.has(key) ? [] : ownersOf(texts.withWholeWord(key).filter(isBegun), SOURCE.ALIAS);
    return owners.length && owners.length <= MOST_OF_WORD ? { owners, end: at + 1, word: owners.every((owner) => owner < firstPartner) ? key : "" } : null;
  }

  /* The applications that are called a vendor and these words: SQL Server. */
  function afterVendor({ applications, firstUnlisted, texts }, words) {
    const isCalled = (owner, key) => owner < firstUnlisted && key === queryWords(applications[owner].vendor).concat(words).join("");
    return texts.withWholeWord(words[0] ?? "").flatMap((number) => texts.texts[number].owners.filter((owner) => isCalled(owner, texts.keys[number])));
  }

  Object.assign(catalogFinder, { countOfPassing, namesFrom, roleAfter, statementAt, thingAfter, tokensIn });
})();
