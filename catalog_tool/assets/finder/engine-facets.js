// Filters by category, interface and direction; as in catalog_tool/finder/facets.py.

(() => {
  const FACETS = ["category", "interface", "direction"];

  /** The facets of an index. */
  class FacetFilter {
    constructor({ applications, partners, named }) {
      this.applications = applications;
      this.partners = partners;
      this.categories = partners.map((partner) => [
        ...new Set(partner.applications.map((position) => applications[position].category)),
      ]);
      this.named = named;
      this.used = {
        category: new Set(applications.map(({ category }) => category)),
        interface: new Set(partners.flatMap(({ interfaces }) => interfaces)),
        direction: new Set(partners.flatMap(({ directions }) => directions)),
      };
    }

    /** A choice, as sets, without the values that do not exist. */
    known(chosen) {
      return Object.fromEntries(
        FACETS.map((facet) => {
          const ids = new Set(chosen?.[facet] ?? []);
          return [facet, new Set(this.named[facet].map(([id]) => id).filter((id) => ids.has(id)))];
        }),
      );
    }

    /** What of a finding passes a choice, in its order. */
    passing({ applications, partners }, chosen) {
      const states = (partner) => this.states(partner, chosen);
      const isAny = !(chosen.interface.size || chosen.direction.size);
      const reached = [];
      for (const number of applications) {
        const application = this.applications[number];
        if (meets(chosen.category, [application.category])) {
          const passing = isAny ? application.partners : application.partners.filter(states);
          if (passing.length) {
            reached.push({ number, partners: passing });
          }
        }
      }
      const isPassing = (partner) => states(partner) && meets(chosen.category, this.categories[partner]);
      return { applications: reached, partners: partners.filter(isPassing) };
    }

    /**
     * The values of each facet with how many applications and partners each would leave; those
     * that lead to nothing whatever is asked for only if they are chosen.
     */
    values(finding, chosen) {
      return Object.fromEntries(FACETS.map((facet) => [facet, this.valuesOf(facet, finding, chosen)]));
    }

    /** Whether a partner states one of the chosen interfaces and directions. */
    states(partner, chosen) {
      const { interfaces, directions } = this.partners[partner];
      return meets(chosen.interface, interfaces) && meets(chosen.direction, directions);
    }

    valuesOf(facet, finding, chosen) {
      const left = this.passing(finding, { ...chosen, [facet]: new Set() });
      const counts = new Map(this.named[facet].map(([id]) => [id, 0]));
      const count = (id) => counts.set(id, counts.get(id) + 1);
      for (const { number, partners } of left.applications) {
        const ids = facet === "category" ? [this.applications[number].category] : this.statedByAny(facet, partners);
        ids.forEach(count);
      }
      left.partners.forEach((partner) => this.statedBy(facet, partner).forEach(count));
      const isShown = ([id]) => this.used[facet].has(id) || chosen[facet].has(id);
      return this.named[facet].filter(isShown).map(([id, name]) => ({
        id,
        name,
        count: counts.get(id),
        selected: chosen[facet].has(id),
      }));
    }

    statedBy(facet, partner) {
      if (facet === "category") {
        return this.categories[partner];
      }
      const { interfaces, directions } = this.partners[partner];
      return facet === "interface" ? interfaces : directions;
    }

    statedByAny(facet, partners) {
      const stated = new Set();
      for (const partner of partners) {
        for (const id of this.statedBy(facet, partner)) {
          stated.add(id);
        }
      }
      return stated;
    }
  }

  function meets(chosen, stated) {
    return !chosen.size || stated.some((id) => chosen.has(id));
  }

  Object.assign(catalogFinder, { FACETS, FacetFilter });
})();
