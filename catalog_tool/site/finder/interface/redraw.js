// Draws an answer over the one before. Elements that stay the same are kept, because most keys change
// a few words of an answer, and new elements cost a browser more than all other work for a key.

(() => {
  const finderView = globalThis.catalogFinderView;

  // Their listeners belong to the answer that they were made for.
  const ACTING = "button, details";

  /* Make `nodes` the children of an element. If `last` is in one of them, what follows it stays as it was. */
  function redraw(place, nodes, last = null) {
    const old = [...place.childNodes];
    for (const [at, node] of nodes.entries()) {
      const isLast = node.contains(last);
      old[at] ? change(old[at], node, last) : place.append(node);
      if (isLast) {
        return;
      }
    }
    old.slice(nodes.length).forEach((each) => each.remove());
  }

  function change(old, node, last) {
    if (old.isEqualNode(node) && !isActing(node)) {
      return;
    }
    if (isSame(old, node)) {
      redraw(old, [...node.childNodes], last);
    } else {
      old.replaceWith(node);
    }
  }

  /* Whether a node is, or has, something with a listener. */
  const isActing = (node) => node.matches?.(ACTING) || Boolean(node.querySelector?.(ACTING));

  /* Whether two elements differ only in their content. */
  const isSame = (old, node) =>
    old.nodeName === node.nodeName &&
    node.matches?.(`:not(${ACTING})`) &&
    old.getAttributeNames().length === node.getAttributeNames().length &&
    node.getAttributeNames().every((name) => old.getAttribute(name) === node.getAttribute(name));

  /* Call `act` in the frame after the one that shows what is drawn now. Returns a function that prevents it. */
  function afterPaint(act) {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(act);
    });
    return () => cancelAnimationFrame(frame);
  }

  Object.assign(finderView, { afterPaint, redraw });
})();
