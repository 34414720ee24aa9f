// What texts say of a query, also before a page has loaded the script that reads them.

(() => {
  const UNREAD = { pending: ["reading"], unsaid: [], findAll: () => [], findSome: () => [], isPartner: () => false, pendingOf: () => ["reading"] };

  /** What texts say of the words of a reading: see `Mentioning`. Until the script is loaded, nothing but its name. */
  const mentioningIn = (...reading) => catalogFinder.mentioningOf?.(...reading) ?? UNREAD;

  Object.assign(catalogFinder, { mentioningIn });
})();
