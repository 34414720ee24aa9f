// Finds and ranks the owners with all words of a query.

(() => {
  const { Found, GRADE, LEVEL, NO_FIT, PLACE, SORT, SOURCE, formsOf, gradesOfOwners, gradesOfTexts, packFit, packRank } = catalogFinder;
  const { latin } = catalogNames;
  const MOST_WORDS_RANKED = 7;
  // By source.
  const PLACE_OF = [2, 3, 4, 5, 6, PLACE.DESCRIPTION];
  const WHOLE_PLACE_OF = [PLACE.WHOLE_NAME, PLACE.WHOLE_ALIAS, ...PLACE_OF.slice(2)];

  /** One reading of a query against an index. */
  class Matching {
    constructor(index, attempt) {
      this.index = index;
      this.inTexts = gradesOfTexts(index.texts, attempt);
      this.inOwners = this.inTexts.map((each) => gradesOfOwners(index, each));
      this.read(attempt);
    }

    read(attempt) {
      const { words } = attempt.query;
      const required = attempt.required.map((at) => words[at]);
      this.attempt = attempt;
      this.optional = words.map((_, at) => at).filter((at) => !attempt.required.includes(at));
      this.forms = required.map((word) => formsOf(word).slice(1));
      this.joined = [...new Set([words.join(""), required.join("")])];
    }

    /** The same reading with fewer required words. */
    narrow(required) {
      const narrowed = Object.assign(Object.create(Matching.prototype), this);
      narrowed.read({ ...this.attempt, required });
      return narrowed;
    }

    /** The owners below `end` with all required words, best first. */
    findAll(end = this.index.owners.length) {
      const required = this.attempt.required.map((at) => this.inOwners[at]);
      const owners = [];
      for (let owner = 0; owner < end; owner += 1) {
        if (hasAll(required, owner)) {
          owners.push(owner);
        }
      }
      return owners.length ? withoutBeginnings(this.rankAll(owners)) : [];
    }

    rankAll(owners) {
      this.fitTexts();
      const ranks = Float64Array.from(owners, (owner) => this.rank(owner)).sort();
      return this.categoryFirst(Array.from(ranks, (rank) => new Found(this, rank)));
    }

    /* If the query is a category, what is in it comes first: ERP is SAP ECC rather than SAP ERP HCM. */
    categoryFirst(found) {
      const { names, texts } = this.index.texts;
      const numbers = this.joined.flatMap((joined) => names.get(joined) ?? []);
      const owners = new Set(numbers.filter((number) => texts[number].source === SOURCE.CATEGORY).flatMap((number) => texts[number].owners));
      const isIn = ({ owner, isWhole }) => isWhole || owners.has(owner);
      return owners.size ? [...found.filter(isIn), ...found.filter((each) => !isIn(each))] : found;
    }

    /* For each owner, find its best text for the required words, and how well it fits. */
    fitTexts() {
      const { owners, texts } = this.index;
      const required = this.attempt.required.map((at) => this.inTexts[at]);
      this.bestFit = new Uint16Array(owners.length).fill(NO_FIT);
      this.bestText = new Int32Array(owners.length);
      for (let number = 0; number < texts.texts.length; number += 1) {
        if (hasAll(required, number)) {
          const fit = this.fit(number, required);
          for (const owner of texts.texts[number].owners) {
            if (fit < this.bestFit[owner]) {
              this.bestFit[owner] = fit;
              this.bestText[owner] = number;
            }
          }
        }
      }
    }

    rank(owner) {
      const fit = this.bestFit[owner] < NO_FIT ? this.bestFit[owner] : this.spread(owner);
      const known = this.index.owners[owner];
      const listing = owner < this.index.firstPartner ? known.partners.length : 0;
      let fillers = 0;
      for (const at of this.optional) {
        fillers += Number(this.inOwners[at][owner] === GRADE.WHOLE);
      }
      return packRank(fit, fillers, listing, owner);
    }

    /* How well one text has all required words. Less is better. */
    fit(number, required) {
      let worst = GRADE.WHOLE;
      for (const graded of required) {
        worst = Math.min(worst, graded[number]);
      }
      const { texts, keys, words } = this.index.texts;
      const { source, text } = texts[number];
      if (worst === GRADE.TYPO) {
        const level = Math.min(words[number].length, MOST_WORDS_RANKED);
        return packFit(SORT.TYPO, PLACE_OF[source], level);
      }
      if (this.joined.includes(keys[number])) {
        const isRespelled = !this.attempt.query.typed.includes(latin(text));
        return packFit(SORT.WHOLE, WHOLE_PLACE_OF[source], LEVEL.WHOLE, isRespelled);
      }
      const level = this.level(number, worst === GRADE.WHOLE);
      return packFit(level < LEVEL.AT_START || this.hasForms(number, required) ? SORT.WHOLE : SORT.CLOSE, PLACE_OF[source], level);
    }

    /* Whether a text has each word as it is, or in another form: databases, Oracle Database. */
    hasForms(number, required) {
      const words = this.index.texts.words[number];
      return required.every((graded, at) => graded[number] === GRADE.WHOLE || this.forms[at].some((form) => words.includes(form)));
    }

    level(number, isWhole) {
      if (this.index.texts.texts[number].source === SOURCE.DESCRIPTION) {
        return this.hasOwn(number) ? LEVEL.WORDS_AT_START : LEVEL.WORDS;
      }
      const starts = this.joined.map((joined) => this.index.texts.start(number, joined));
      if (starts.includes(GRADE.WHOLE)) {
        return LEVEL.WORDS_AT_START;
      }
      if (isWhole) {
        return LEVEL.WORDS;
      }
      return starts.includes(GRADE.BEGINNING) ? LEVEL.AT_START : LEVEL.BEGINNINGS;
    }

    /* Whether a description says the words itself, and not other words for the same. */
    hasOwn(number) {
      const { query: { words }, required } = this.attempt;
      return !required.some((at) => this.index.texts.synonyms.has(`${words[at]} ${number}`));
    }

    /* How well several texts together have all required words. */
    spread(owner) {
      const worst = Math.min(...this.attempt.required.map((at) => this.inOwners[at][owner]));
      const [sort, level] = worst === GRADE.WHOLE ? [SORT.WHOLE, LEVEL.WORDS] : [worst === GRADE.TYPO ? SORT.TYPO : SORT.CLOSE, LEVEL.BEGINNINGS];
      return packFit(sort, PLACE.SEVERAL, level);
    }

    /* The first of the best texts for each word. */
    usedTexts(owner) {
      const numbers = this.index.texts.byOwner[owner];
      const best = (at) => numbers.find((number) => this.inTexts[at][number] === this.inOwners[at][owner]);
      return [...new Set(this.attempt.required.map(best))];
    }
  }

  /* A whole name isn't the beginning of another one: sage isn't SageMaker. */
  function withoutBeginnings(found) {
    return found[0].isWhole ? found.filter(({ isBeginning }) => !isBeginning) : found;
  }

  function hasAll(graded, position) {
    for (const each of graded) {
      if (!each[position]) {
        return false;
      }
    }
    return true;
  }

  Object.assign(catalogFinder, { Matching });
})();
