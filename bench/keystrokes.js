// Types queries into the finder of the page, key by key, and times each key from its event to the paint,
// and the engine in it. A function of { queries, patience } that bench/finder.py evaluates in the page.

async ({ queries, patience }) => {
  const field = document.querySelector("[data-catalog-finder] [type=search]");
  const results = document.querySelector("[data-results]");

  /* Resolves when there is a link among the results, or after `patience` milliseconds. */
  const answered = () =>
    new Promise((resolve) => {
      const finish = () => {
        observer.disconnect();
        clearTimeout(timer);
        resolve();
      };
      const observer = new MutationObserver(() => results.querySelector("a[href]") && finish());
      const timer = setTimeout(finish, patience);
      observer.observe(results, { childList: true, subtree: true });
    });

  /* The time that `act` takes between frames, as a key does, and the next frame until it is on the screen. */
  const frame = (act) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      const start = performance.now();
      act();
      const acted = performance.now() - start;
      requestAnimationFrame(() => {
        const shown = performance.now();
        port1.onmessage = () => resolve(acted + performance.now() - shown); // after the paint of this frame
        port2.postMessage(null);
      });
    });

  const type = (text) => {
    field.value = text;
    field.dispatchEvent(new Event("input"));
  };

  const start = performance.now();
  const first = answered();
  field.focus();
  type(queries[0]);
  await first;
  await frame(() => {});
  const firstAnswer = performance.now() - start;

  const engine = [];
  const { find } = catalogFinder;
  catalogFinder.find = (...question) => {
    const asked = performance.now();
    const answer = find(...question);
    engine.push(performance.now() - asked);
    return answer;
  };

  const keystrokes = [];
  const frames = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      performance.mark("thread-time-start");
      keystrokes.push(await frame(() => type(query.slice(0, length))));
      performance.mark("thread-time-end");
      frames.push(await frame(() => {})); // without a keystroke: no answer can be painted faster
    }
  }
  return { firstAnswer, keystrokes, engine, frames };
};
