// Which partners list the most of some applications, and the fewest partners that list all of them.

(() => {
  const MOST_STEPS = 100_000; // of the search for the fewest, well below a second
  const MOST_COMPARED = 1_500; // partners that are compared with each other before the search

  /**
   * The partners that list any of some applications, best first, then in the order of the catalog.
   *
   * @param index what `catalogFinder.load` returned
   * @param {number[]} wanted numbers of listed applications
   * @returns {{partner: number, listed: number[]}[]} `listed`: which of them, in the order of the catalog
   */
  function partnersListing(index, wanted) {
    const byPartner = new Map();
    for (const number of [...new Set(wanted)].sort((one, other) => one - other)) {
      for (const partner of index.applications[number].partners) {
        const known = byPartner.get(partner);
        known ? known.push(number) : byPartner.set(partner, [number]);
      }
    }
    const rows = [...byPartner].map(([partner, listed]) => ({ partner, listed }));
    return rows.sort((one, other) => other.listed.length - one.listed.length || one.partner - other.partner);
  }

  /**
   * The fewest partners that list all applications which any of them lists.
   *
   * @param rows what `partnersListing` returned
   * @param {number[]} without numbers of applications that don't count
   * @returns {{members: {partner, listed, equals}[], isFewest: boolean}} `listed`: what the partner lists
   *   of the applications that count; `equals`: partners that list the same of them. `isFewest` is
   *   false if the search was too long to be sure.
   */
  function fewestPartners(rows, without = []) {
    const ignored = new Set(without);
    const sets = distinctSets(rows.map(({ partner, listed }) => {
      return { partner, listed: listed.filter((number) => !ignored.has(number)) };
    }));
    const search = new Search(sets.length > MOST_COMPARED ? sets : sets.filter(isNotInside));
    return { members: search.run(), isFewest: search.steps < MOST_STEPS };
  }

  /* One set for all partners that list the same, larger sets first. */
  function distinctSets(rows) {
    const sets = new Map();
    const byName = rows.filter(({ listed }) => listed.length).sort((one, other) => one.partner - other.partner);
    for (const { partner, listed } of byName) {
      const key = listed.join();
      const known = sets.get(key);
      known ? known.equals.push(partner) : sets.set(key, { partner, listed, equals: [] });
    }
    return [...sets.values()].sort((one, other) => other.listed.length - one.listed.length || one.partner - other.partner);
  }

  /* Whether no larger set has everything that a set has. */
  function isNotInside({ listed }, position, sets) {
    return !sets.slice(0, position).some((larger) => {
      larger.has ??= new Set(larger.listed);
      return larger.listed.length > listed.length && listed.every((number) => larger.has.has(number));
    });
  }

  /* A search in depth. The application with the fewest partners leaves the fewest choices. */
  class Search {
    constructor(sets) {
      this.setsOf = new Map();
      for (const set of sets) {
        for (const number of set.listed) {
          const known = this.setsOf.get(number);
          known ? known.push(set) : this.setsOf.set(number, [set]);
        }
      }
      this.rarest = [...this.setsOf.keys()].sort(
        (one, other) => this.setsOf.get(one).length - this.setsOf.get(other).length || one - other,
      );
      this.largest = sets[0]?.listed.length ?? 1;
      this.counts = new Map(this.rarest.map((number) => [number, 0]));
      this.left = this.rarest.length;
      this.sets = sets;
      this.chosen = [];
      this.steps = 0;
    }

    run() {
      this.best = this.greedy();
      this.descend();
      return this.best
        .map(({ partner, listed, equals }) => ({ partner, listed, equals }))
        .sort((one, other) => other.listed.length - one.listed.length || one.partner - other.partner);
    }

    /* Always the set with the most that is missing. */
    greedy() {
      const missing = new Set(this.rarest);
      const gain = ({ listed }) => listed.filter((number) => missing.has(number)).length;
      const chosen = [];
      while (missing.size) {
        const best = this.sets.reduce((one, other) => (gain(other) > gain(one) ? other : one));
        best.listed.forEach((number) => missing.delete(number));
        chosen.push(best);
      }
      return chosen;
    }

    descend() {
      if (!this.left) {
        this.best = [...this.chosen];
        return;
      }
      const rarest = this.rarest.find((number) => !this.counts.get(number));
      for (const set of this.setsOf.get(rarest)) {
        const least = this.chosen.length + Math.ceil(this.left / this.largest);
        if (least >= this.best.length || this.steps >= MOST_STEPS) {
          return;
        }
        this.steps += 1;
        this.take(set, 1);
        this.descend();
        this.take(set, -1);
      }
    }

    take(set, change) {
      for (const number of set.listed) {
        const before = this.counts.get(number);
        this.counts.set(number, before + change);
        this.left -= Number(before === 0 && change > 0) - Number(before === 1 && change < 0);
      }
      change > 0 ? this.chosen.push(set) : this.chosen.pop();
    }
  }

  Object.assign(catalogCoverage, { fewestPartners, partnersListing });
})();
