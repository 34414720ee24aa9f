// Which partners list the most of some applications, and the fewest partners that list all of them.

(() => {
  const MOST_STEPS = 300_000; // of the search for the fewest, a fraction of a second
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

  /* A search in depth. The application with the fewest partners comes first: it leaves the fewest choices. */
  class Search {
    constructor(sets) {
      const setsOf = new Map();
      for (const set of sets) {
        for (const number of set.listed) {
          const known = setsOf.get(number);
          known ? known.push(set) : setsOf.set(number, [set]);
        }
      }
      const order = ([one, ofOne], [other, ofOther]) => ofOne.length - ofOther.length || one - other;
      const ordered = [...setsOf].sort(order);
      const places = new Map(ordered.map(([number], place) => [number, place]));
      sets.forEach((set) => (set.places = set.listed.map((number) => places.get(number))));
      this.sets = sets;
      this.setsAt = ordered.map(([, ofNumber]) => ofNumber);
      this.counts = new Uint16Array(ordered.length); // how many chosen sets have each application
      this.left = ordered.length;
      this.largest = sets[0]?.listed.length ?? 1;
      this.chosen = [];
      this.steps = 0;
    }

    run() {
      this.best = this.greedy();
      this.descend(0);
      return this.best
        .map(({ partner, listed, equals }) => ({ partner, listed, equals }))
        .sort((one, other) => other.listed.length - one.listed.length || one.partner - other.partner);
    }

    /* Always the set with the most that is missing. */
    greedy() {
      const missing = new Set(this.setsAt.keys());
      const gain = ({ places }) => places.filter((place) => missing.has(place)).length;
      const chosen = [];
      while (missing.size) {
        const gains = this.sets.map(gain);
        const best = this.sets[gains.indexOf(Math.max(...gains))];
        best.places.forEach((place) => missing.delete(place));
        chosen.push(best);
      }
      return chosen;
    }

    descend(from) {
      if (!this.left) {
        this.best = [...this.chosen];
        return;
      }
      const place = this.counts.indexOf(0, from);
      for (const set of this.setsAt[place]) {
        const least = this.chosen.length + Math.ceil(this.left / this.largest);
        if (least >= this.best.length || this.steps >= MOST_STEPS) {
          return;
        }
        this.steps += 1;
        this.add(set);
        this.descend(place + 1);
        this.remove(set);
      }
    }

    add(set) {
      this.chosen.push(set);
      for (const place of set.places) {
        this.left -= Number(this.counts[place] === 0);
        this.counts[place] += 1;
      }
    }

    remove(set) {
      this.chosen.pop();
      for (const place of set.places) {
        this.counts[place] -= 1;
        this.left += Number(this.counts[place] === 0);
      }
    }
  }

  Object.assign(catalogCoverage, { fewestPartners, partnersListing });
})();
