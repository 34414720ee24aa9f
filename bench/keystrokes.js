// Types queries into a search of the page, key by key, and times each key from its event to the paint.
// A function of { finder, queries, patience } that bench/finder.py evaluates in the page.

async ({ finder, queries, patience }) => {
  const field = document.querySelector(finder ? "[data-catalog-finder] [type=search]" : ".md-search__input");
  const results = document.querySelector(finder ? "[data-results]" : ".md-search-result");
  const event = finder ? "input" : "keyup";

  /* Resolves when the frame after this one is on the screen. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    });

  /* Resolves when the results change and `found` is true, or after `patience` milliseconds. */
  const answered = (found) =>
    new Promise((resolve) => {
      const finish = () => {
        observer.disconnect();
        clearTimeout(timer);
        resolve();
      };
      const observer = new MutationObserver(() => found() && finish());
      const timer = setTimeout(finish, patience);
      observer.observe(results, { childList: true, subtree: true });
    });

  /* The finder answers during the event, so only painting is left. The theme's search uses a worker. */
  const type = (text) =>
    new Promise((resolve) => {
      requestAnimationFrame(async () => {
        const { port1, port2 } = new MessageChannel();
        const start = performance.now();
        const elapsed = () => resolve(performance.now() - start);
        const answer = answered(() => true);
        field.value = text;
        field.dispatchEvent(new Event(event));
        port1.onmessage = elapsed; // after the paint of this frame
        if (finder) {
          port2.postMessage(null);
          return;
        }
        await answer;
        await painted();
        elapsed();
      });
    });

  const start = performance.now();
  const first = answered(() => results.querySelector("a[href]"));
  field.focus();
  field.value = queries[0];
  field.dispatchEvent(new Event(event));
  await first;
  await painted();
  const firstAnswer = performance.now() - start;

  /* The cost of a frame without a keystroke: no answer can be painted faster. */
  const idle = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        const start = performance.now();
        port1.onmessage = () => resolve(performance.now() - start);
        port2.postMessage(null);
      });
    });

  const keystrokes = [];
  const frames = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      keystrokes.push(await type(query.slice(0, length)));
      frames.push(await idle());
    }
  }
  return { firstAnswer, keystrokes, frames };
};
