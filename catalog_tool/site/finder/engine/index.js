// A catalog as the finder searches it.

(() => {
  const { SOURCE, SearchTexts, linesOf, isValueIn, nameWords, otherValuesOf, readApplications, readPartners, searchedValues, wordsOfColumn } = catalogFinder;
  const READING = "reading"; // the script that only texts need

  /**
   * A catalog as the finder searches it. Positions are those of `applications` and `partners`.
   *
   * - `applications`: {name, slug, category, vendor, aliases, partners: [positions]}, in the order
   *   of the catalog; `unlisted`: the same for applications that no partner lists.
   * - `partners`: {id, name, applications: [positions], stated: {field: [values]}, full_list: address
   *   of its full list, or "", products,
   *   host, aliases: products, former names, and host}.
   * - `categories`: name by id; `fields`: the own fields with a choice, `{key, label, about, isFilter,
   *   reaches, values, names, meanings}`, `about`: words of what it says, `names` and `meanings` by value; `named`: [id, name] pairs of each facet, in order; `titles`:
   *   those of the category and of the fields.
   * - `fillers`: words of questions; `kinds`: words for any application; `light`: both; `common`: words of this catalog; `platform`: finds
   *   the platform's name in words.
   * - `shards`: the texts, as far as they are loaded.
   */
  class FinderIndex {
    constructor(data) {
      this.fields = data.fields.map((field) => ({ ...field, about: new Set(field.about.split(" ")), names: Object.fromEntries(field.values) }));
      const filters = this.fields.filter(({ isFilter }) => isFilter);
      const facets = (of) => Object.fromEntries(filters.map((field) => [field.key, of(field)]));
      this.named = { category: data.categories, ...facets(({ values }) => values) };
      this.titles = { category: "Category", ...Object.fromEntries(this.fields.map(({ key, label }) => [key, label])) };
      this.categories = Object.fromEntries(data.categories);
      this.descriptions = linesOf(data.descriptions);
      this.synonyms = linesOf(data.synonyms);
      this.fillers = wordsOfColumn(data.fillers);
      this.kinds = wordsOfColumn(data.kinds);
      this.light = new Set([...this.fillers, ...this.kinds]);
      this.common = wordsOfColumn(data.common);
      this.platform = new RegExp(` ${data.platform}(?= )`);
      const applications = readApplications(data);
      this.applications = applications.slice(0, data.listed);
      this.unlisted = applications.slice(data.listed);
      this.partners = readPartners(data);
      this.partners.forEach(({ applications: positions }, partner) => {
        positions.forEach((position) => this.applications[position].partners.push(partner));
      });
      this.directory = data.texts;
    }

    /** The texts. Only with the script that reads them. */
    get shards() {
      this.textShards ??= new catalogFinder.TextShards(this.directory, this.partners.length);
      return this.textShards;
    }

    /** Number of the first owner that is an unlisted application. */
    get firstUnlisted() {
      return this.applications.length;
    }

    /** Number of the first owner that is a partner. */
    get firstPartner() {
      return this.applications.length + this.unlisted.length;
    }

    /** Whether an owner has a page. An unlisted application has none. */
    isListed(owner) {
      return owner < this.firstUnlisted || owner >= this.firstPartner;
    }

    /** All owners of texts: applications, unlisted applications, partners. */
    get owners() {
      this.everyOwner ??= [...this.applications, ...this.unlisted, ...this.partners];
      return this.everyOwner;
    }

    /** Numbers of the partners that reach applications that they don't list. */
    get generic() {
      this.genericPartners ??= this.numbersOfPartners((partner) => this.reachOf(partner).length);
      return this.genericPartners;
    }

    /** How a partner reaches applications that it doesn't list, as names. */
    reachOf({ stated }) {
      return this.fields.flatMap(({ key, label, names, reaches }) => {
        const values = reaches ? stated[key].filter((value) => value !== "no") : [];
        return values.map((value) => (value === "yes" ? label : names[value]));
      });
    }

    /** Numbers of the partners with a longer list elsewhere. */
    get longer() {
      this.partnersOfLonger ??= this.numbersOfPartners(({ full_list: url }) => url);
      return this.partnersOfLonger;
    }

    numbersOfPartners(isMeant) {
      return this.partners.flatMap((partner, number) => (isMeant(partner) ? [number] : []));
    }

    /** The values of own fields that a query can name: see `searchedValues`. */
    get values() {
      this.everyValue ??= this.fields.flatMap(searchedValues);
      return this.everyValue;
    }

    /** The values of own fields that some words name: pairs of key and values. */
    valuesIn(words) {
      return this.valuesNamed((name) => isValueIn(words, name, this.fillers));
    }

    /** The same with a word in their names, if it says more than the others there. */
    valuesWith(word) {
      return this.valuesNamed((name) => name.includes(word));
    }

    /** The values that are called by neighboring words, or have a single word in their names: pairs of key and values. */
    valuesCalled(words) {
      const named = this.otherValues.get(words.join(""));
      return named ? this.valuesIn(named) : words.length === 1 ? this.valuesWith(words[0]) : [];
    }

    valuesNamed(isMeant) {
      const named = new Map();
      this.values.filter(({ words }) => isMeant(words)).forEach(({ key, id }) => named.set(key, [...(named.get(key) ?? []), id]));
      return [...named];
    }

    /** The names of values of an own field. */
    valueNames(key, ids) {
      return this.values.filter((value) => value.key === key && ids.includes(value.id)).map(({ name }) => name);
    }

    /** Words of the names of values of own fields. */
    get fieldWords() {
      this.wordsOfFields ??= new Set(this.values.flatMap(({ words }) => words));
      return this.wordsOfFields;
    }

    /** The words of the names of values by all their names, and by their ids, as joined words: ISO27001 is ISO 27001, uk is United Kingdom. */
    get otherValues() {
      this.valuesByOther ??= otherValuesOf(this);
      return this.valuesByOther;
    }

    /** The ids of values that are words of any question, by what they name: us. */
    get lightIds() {
      const isLight = ({ id }) => this.light.has(id) && id !== "yes";
      this.namesOfLightIds ??= new Map(this.values.filter(isLight).map(({ id, name }) => [id, name]));
      return this.namesOfLightIds;
    }

    /** Names of values of own fields that no partner states, by their joined words. */
    get unstated() {
      const isStated = ({ key, id }) => this.partners.some(({ stated }) => stated[key].includes(id));
      this.unstatedNames ??= new Map(this.values.filter((value) => !isStated(value)).map(({ name, words }) => [words.join(""), name]));
      return this.unstatedNames;
    }

    /** The texts that find owners, in order of preference. */
    get texts() {
      const texts = () => [...ownTexts(this), ...sharedTexts(this)];
      this.searchTexts ??= new SearchTexts(texts(), descriptions(this), this.owners.length);
      return this.searchTexts;
    }

    /** The filters for results. */
    get facets() {
      this.facetFilter ??= new catalogFinder.FacetFilter(this);
      return this.facetFilter;
    }
  }

  /* The first letters of a name of several words: HR for human resources. */
  function initials(name) {
    const words = nameWords(name);
    return words.length > 1 ? words.map((word) => word[0]).join("") : "";
  }

  function ownTexts({ owners }) {
    return owners.flatMap(({ name, aliases = [] }, owner) => [
      { text: name, source: SOURCE.NAME, owners: [owner] },
      ...aliases.map((alias) => ({ text: alias, source: SOURCE.ALIAS, owners: [owner] })),
    ]);
  }

  function sharedTexts({ owners, firstPartner, categories, fields }) {
    const applications = owners.slice(0, firstPartner).map((application, owner) => [application, owner]);
    const partners = owners.slice(firstPartner).map((partner, at) => [partner, firstPartner + at]);
    return [
      ...groupByText(SOURCE.VENDOR, applications.map(([{ vendor }, owner]) => [vendor, owner])),
      ...groupByText(SOURCE.CATEGORY, applications.map(([{ category }, owner]) => [categories[category] ?? "", owner])),
      ...groupByText(SOURCE.CATEGORY, applications.map(([{ category }, owner]) => [initials(categories[category] ?? ""), owner])),
      ...fields.flatMap((field) => {
        const names = searchedValues(field);
        const pairs = ([{ stated }, owner]) => names.filter(({ id }) => stated[field.key].includes(id)).map(({ name }) => [name, owner]);
        return groupByText(SOURCE.FIELD, partners.flatMap(pairs));
      }),
    ];
  }

  function descriptions({ owners, firstPartner, named, descriptions: texts, synonyms }) {
    const owned = new Map(named.category.map(([id]) => [id, []]));
    owners.slice(0, firstPartner).forEach(({ category }, owner) => owned.get(category)?.push(owner));
    return named.category.map(([id, name], at) => {
      return { text: `${name}: ${texts[at]}`, synonyms: synonyms[at], source: SOURCE.DESCRIPTION, owners: owned.get(id) };
    });
  }

  function groupByText(source, pairs) {
    const byText = new Map();
    for (const [text, owner] of pairs) {
      const known = byText.get(text);
      known ? known.push(owner) : byText.set(text, [owner]);
    }
    return [...byText].map(([text, owners]) => ({ text, source, owners }));
  }

  /** Read the data of `assets/finder-index.js`. */
  function load(data) {
    return new FinderIndex(data);
  }

  /** Add a part of the texts that an answer named in `pending`, unless it is the script itself. */
  function addShard(index, name, data) {
    name === READING || index.shards.add(name, data);
  }

  Object.assign(catalogFinder, { addShard, load });
})();
