// Filters by category and by the catalog's own fields, with the number of partners for each value.
// Values of one facet widen the results, and facets narrow them. What an entry doesn't state doesn't
// count.

(() => {
  const WIDTH = 31; // values in one number
  const MOST_KEPT = 32; // tests of partners

  /**
   * The facets of an index. The values of each partner are bits, one for each value of a facet, so
   * counting the values of all partners of 2,000 applications takes less than a millisecond. A facet
   * with many values has several numbers for each partner, one array for each.
   */
  class FacetFilter {
    constructor({ applications, partners, named }) {
      this.named = named;
      this.kept = new Map();
      this.names = Object.keys(named);
      this.own = this.names.filter((facet) => facet !== "category");
      this.applications = applications;
      this.positions = Object.fromEntries(this.names.map((facet) => [facet, positionsOf(named[facet])]));
      this.categoryOf = applications.map(({ category }) => this.positions.category.get(category) ?? -1);
      this.categoriesOf = partners.map((partner) => [
        ...new Set(partner.applications.map((position) => this.categoryOf[position])),
      ]);
      this.stated = this.arraysOf((facet, at) =>
        Int32Array.from(partners, ({ stated }) => this.bits(facet, stated[facet], at)),
      );
      this.used = this.collectUsed();
    }

    /* For each own facet, what `make` returns for each of its numbers. */
    arraysOf(make) {
      const numbers = (facet) => Math.ceil(this.named[facet].length / WIDTH);
      const made = (facet) => Array.from({ length: numbers(facet) }, (_, at) => make(facet, at));
      return Object.fromEntries(this.own.map((facet) => [facet, made(facet)]));
    }

    /* The values among the 31 of one number, as bits. */
    bits(facet, ids, at) {
      let all = 0;
      for (const id of ids) {
        const position = this.positions[facet].get(id);
        if (Math.floor(position / WIDTH) === at) {
          all |= 1 << (position % WIDTH);
        }
      }
      return all;
    }

    collectUsed() {
      const categories = new Set(this.categoryOf);
      const isStated = (facet, position) => {
        const bit = 1 << (position % WIDTH);
        return this.stated[facet][Math.floor(position / WIDTH)].some((each) => each & bit);
      };
      const used = (facet) => this.named[facet].map((_, position) => isStated(facet, position));
      return {
        ...Object.fromEntries(this.own.map((facet) => [facet, used(facet)])),
        category: this.named.category.map((_, position) => categories.has(position)),
      };
    }

    /** The selected values as sets, without unknown values. */
    keepKnown(chosen) {
      return Object.fromEntries(
        this.names.map((facet) => {
          const ids = new Set(chosen?.[facet] ?? []);
          return [facet, new Set(this.named[facet].map(([id]) => id).filter((id) => ids.has(id)))];
        }),
      );
    }

    /** The results that match the selected values, in their order. Pages match none. */
    apply({ applications, partners, mentioned, partly, isExcluded }, chosen) {
      const states = this.test(chosen);
      const categories = this.chosenCategories(chosen);
      const isAny = !this.own.some((facet) => chosen[facet].size);
      const reached = [];
      for (const number of applications) {
        if (!categories || categories.has(this.categoryOf[number])) {
          const every = this.applications[number].partners;
          const passing = isAny && !isExcluded ? every : every.filter((partner) => states(partner) && !isExcluded?.(partner));
          if (passing.length) {
            reached.push({ number, partners: passing });
          }
        }
      }
      const isIn = (partner) => this.categoriesOf[partner].some((each) => categories.has(each));
      const isInCategory = categories ? this.keep(["category", ...categories], isIn) : () => true;
      const passes = (partner) => states(partner) && isInCategory(partner);
      const isAll = isAny && !categories;
      const isPassing = ({ number }) => number < this.categoriesOf.length && passes(number);
      return {
        applications: reached,
        partners: isAll ? partners : partners.filter(passes),
        mentioned: isAll ? mentioned : mentioned.filter(isPassing),
        partly: isAll ? partly : partly.filter(isPassing),
      };
    }

    /** The number of partners in results. */
    count(results) {
      return this.marked(results).reduce((sum, mark) => sum + mark, 0);
    }

    /* For each partner, whether it is in results: by itself, or because it lists an application. */
    marked({ applications, partners, mentioned }) {
      const marks = new Uint8Array(this.categoriesOf.length);
      for (const { partners: listing } of applications) {
        for (const partner of listing) {
          marks[partner] = 1;
        }
      }
      partners.forEach((partner) => (marks[partner] = 1));
      mentioned.forEach(({ number }) => (marks[number] = 1)); // beyond the partners, it has no effect
      return marks;
    }

    chosenCategories({ category }) {
      return category.size ? new Set([...category].map((id) => this.positions.category.get(id))) : null;
    }

    /** A function that returns whether a partner states the selected values of own fields. */
    test(chosen) {
      const wanted = this.own
        .filter((facet) => chosen[facet].size)
        .map((facet) => this.stated[facet].map((stated, at) => [stated, this.bits(facet, chosen[facet], at)]));
      const states = (partner) => wanted.every((numbers) => numbers.some(([stated, bits]) => (stated[partner] & bits) !== 0));
      return wanted.length ? this.keep(this.own.map((facet) => [...chosen[facet]]), states) : () => true;
    }

    /* The same test of partners, kept by what was selected, because filters stay while a reader types. */
    keep(selected, isMeant) {
      const key = JSON.stringify(selected);
      if (!this.kept.has(key)) {
        this.kept.size < MOST_KEPT || this.kept.clear();
        this.kept.set(key, Uint8Array.from(this.categoriesOf, (_, partner) => isMeant(partner)));
      }
      const marks = this.kept.get(key);
      return (partner) => marks[partner] === 1;
    }

    /**
     * The values of each facet, each with the number of partners that are left with only this value
     * selected in the facet. Values that no query can find are left out unless they are selected.
     * `passing` has the results that match all selected values.
     */
    values(finding, chosen, passing) {
      const marks = this.marked(passing);
      const wider = (facet) => this.apply(finding, { ...chosen, [facet]: new Set() });
      return Object.fromEntries(
        this.names.map((facet) => {
          const left = chosen[facet].size ? wider(facet) : passing;
          const isMarked = left === passing ? marks : this.marked(left);
          return [facet, this.valuesOf(facet, left, isMarked, chosen)];
        }),
      );
    }

    valuesOf(facet, left, marks, chosen) {
      const counts = facet === "category" ? this.countCategories(left) : this.countStated(facet, marks);
      const values = this.named[facet].map(([id, name], position) => ({
        id,
        name,
        count: counts[position],
        selected: chosen[facet].has(id),
      }));
      return values.filter(({ selected }, position) => this.used[facet][position] || selected);
    }

    /* An application belongs to one category, and a partner to those of all that it lists. */
    countCategories({ applications, partners, mentioned }) {
      const width = this.named.category.length + 1; // the first one is for no category
      const marks = new Uint8Array(width * this.categoriesOf.length);
      const counts = new Array(width).fill(0);
      const mark = (partner, category) => {
        const at = partner * width + category + 1;
        counts[category + 1] += 1 - marks[at];
        marks[at] = 1;
      };
      for (const { number, partners: listing } of applications) {
        for (const partner of listing) {
          mark(partner, this.categoryOf[number]);
        }
      }
      const markOwn = (partner) => this.categoriesOf[partner]?.forEach((each) => mark(partner, each));
      partners.forEach(markOwn);
      mentioned.forEach(({ number }) => markOwn(number));
      return counts.slice(1);
    }

    countStated(facet, marks) {
      const counts = new Array(this.named[facet].length).fill(0);
      this.stated[facet].forEach((stated, at) => {
        for (let partner = 0; partner < marks.length; partner += 1) {
          for (let left = marks[partner] ? stated[partner] : 0; left; left &= left - 1) {
            counts[at * WIDTH + 31 - Math.clz32(left & -left)] += 1;
          }
        }
      });
      return counts;
    }
  }

  const positionsOf = (named) => new Map(named.map(([id], position) => [id, position]));

  Object.assign(catalogFinder, { FacetFilter });
})();
