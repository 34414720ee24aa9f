// The texts of a catalog, in parts that are loaded when a query needs them. catalog_tool/site/finder/
// shards.py explains the format.

(() => {
  const { GRADE, IS_DENSE, SHORTEST_MISTYPED, formsOf, isMistyped, readPositions, rootOf, stemOf } = catalogFinder;
  const SHORTEST_BEGINNING = 3; // letters of an unfinished word that are looked up
  const SHORTEST_ALIKE = 6; // letters that two words have in common
  const MOSTLY = 0.7; // of a word
  const MOST_SHARDS = 3; // parts that an unfinished word may need
  const DIRECTORY = "directory"; // says which words and texts are in which part

  /** The parts of an index that are loaded so far. */
  class TextShards {
    /**
     * @param {{words, blocks, pages, rules} | undefined} directory
     * @param {number} partners their number
     */
    constructor(directory, partners) {
      this.partners = partners;
      this.loaded = new Map();
      directory && this.add(DIRECTORY, directory);
    }

    /** Keep the content of a part. */
    add(name, data) {
      this.loaded.set(name, name.startsWith("words/") ? readWords(data) : data);
      if (name === DIRECTORY) {
        this.firstWords = data.words ? data.words.split("\n") : [];
        this.firstTexts = startsOf(data.blocks);
        this.pages = [...pagesOf(data.pages, "page"), ...pagesOf(data.rules, "rule")];
      }
    }

    /** The names of the parts with the texts of a word that aren't loaded yet. */
    pendingOf(word, isLast) {
      return this.shardsOf(word, isLast).filter((name) => !this.loaded.has(name));
    }

    shardsOf(word, isLast) {
      if (!this.firstWords) {
        return [DIRECTORY];
      }
      const names = new Set();
      for (const beginning of [rootOf(word), ...(isBeginning(word, isLast) ? [word] : [])]) {
        const first = this.shardOf(beginning);
        for (let at = first; at < first + MOST_SHARDS && (at === first || this.firstWords[at]?.startsWith(beginning)); at += 1) {
          names.add(`words/${at}`);
        }
      }
      return this.firstWords.length ? [...names] : [];
    }

    /* The number of the part whose words begin at or before a word. */
    shardOf(word) {
      const at = firstFrom(this.firstWords, word);
      return this.firstWords[at] === word ? at : Math.max(0, at - 1);
    }

    /** How well each text has a word, by number of the text. Another form of it isn't one of `fillers`: management isn't what all manage. */
    gradesOf(word, isLast, fillers) {
      const grades = new Uint8Array(this.partners + this.pages.length);
      const raise = (numbers, grade) => {
        for (const number of numbers) {
          grades[number] = Math.max(grades[number], grade);
        }
      };
      const [root, stem, forms] = [rootOf(word), stemOf(word), formsOf(word)];
      const isForm = (other) => (isBeginning(word, isLast) && other.startsWith(word)) || (stemOf(other) === stem && !fillers?.has(other));
      for (const name of this.shardsOf(word, isLast)) {
        const { words, texts } = this.loaded.get(name);
        for (let at = firstFrom(words, root); words[at]?.startsWith(root); at += 1) {
          const grade = forms.includes(words[at]) ? GRADE.WHOLE : isForm(words[at]) && GRADE.BEGINNING;
          grade && raise(readPositions(texts[at]), grade);
        }
      }
      return grades;
    }

    /** The names of the parts to load to know whether a partner's text has a word as a whole; null if one has. */
    unreadOfWhole(word) {
      const unread = this.pendingOf(word);
      const isSaid = () => this.gradesOf(word).some((grade, number) => grade === GRADE.WHOLE && number < this.partners);
      return unread.length || !isSaid() ? unread : null;
    }

    /** The word of texts that a mistyped word is meant as, or undefined. `nearParts` are loaded. */
    spellingOf(word) {
      const found = this.nearParts(word).flatMap((name) => {
        const { words, texts } = this.loaded.get(name);
        const lengths = words.map((other, at) => ({ other, length: texts[at].length })); // as many texts as it is long
        return lengths.filter(({ other }) => other.length >= SHORTEST_MISTYPED && isMistyped(word, other));
      });
      return found.sort((one, other) => other.length - one.length)[0]?.other;
    }

    /** The word of texts that has most of the first letters of a word, but ends in another way: mammography for mammograms. */
    alikeOf(word) {
      const every = this.nearParts(word).flatMap((name) => this.loaded.get(name).words);
      const shared = (other) => [...word].findIndex((letter, at) => letter !== other[at]);
      const isAlike = (other) => !word.startsWith(other) && shared(other) >= Math.max(SHORTEST_ALIKE, MOSTLY * Math.max(word.length, other.length));
      return every.filter(isAlike).sort((one, other) => shared(other) - shared(one))[0];
    }

    /** Whether one of the parts near a word, which are loaded, has another word. */
    hasNear(word, other) {
      return this.nearParts(word).some((name) => this.loaded.get(name).words.includes(other));
    }

    /** The names of the part of a word, and of those beside it. So in a large catalog, only words that begin like it are near. */
    nearParts(word) {
      const at = this.shardOf(word);
      return [at - 1, at, at + 1].filter((each) => each in this.firstWords).map((each) => `words/${each}`);
    }

    /** Whether a part is loaded. */
    isLoaded(name) {
      return this.loaded.has(name);
    }

    /** The name of the part with the sentences of a text. */
    blockOf(number) {
      return `texts/${this.blockNumber(number)}`;
    }

    blockNumber(number) {
      const next = this.firstTexts.findIndex((first) => first > number);
      return (next < 0 ? this.firstTexts.length : next) - 1;
    }

    /** What a text says, or undefined if it isn't loaded yet. */
    textOf(number) {
      return this.loaded.get(this.blockOf(number))?.[number - this.firstTexts[this.blockNumber(number)]];
    }

    /** The page of a text that isn't a partner's: {page, kind}. */
    pageOf(number) {
      return number < this.partners ? undefined : this.pages[number - this.partners];
    }
  }

  /* The position of the first of some sorted words that isn't before another one. */
  function firstFrom(words, word) {
    let [first, end] = [0, words.length];
    while (first < end) {
      const middle = (first + end) >> 1;
      words[middle] < word ? (first = middle + 1) : (end = middle);
    }
    return first;
  }

  /* The number of the first text of each part. */
  function startsOf(counts) {
    let next = 0;
    return counts ? counts.split(",").map((count) => (next += Number(count)) - Number(count)) : [];
  }

  function readWords({ words, texts }) {
    return { words: words.split("\n"), texts: texts.split("\n") };
  }

  /* For each section of each page, its page and kind. */
  function pagesOf(sections, kind) {
    const counts = sections ? sections.split(",").map(Number) : [];
    return counts.flatMap((count, page) => new Array(count).fill({ page: `${kind} ${page}`, kind }));
  }

  const isBeginning = (word, isLast) => isLast && (IS_DENSE.test(word) || word.length >= SHORTEST_BEGINNING);

  Object.assign(catalogFinder, { TextShards });
})();
