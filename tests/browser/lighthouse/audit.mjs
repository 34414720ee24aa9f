// Audit pages in a browser that runs already: node audit.mjs PORT ADDRESS…
// Prints one JSON object a line: the address, the score of each category, what lost points.

import lighthouse from "lighthouse";

const CATEGORIES = ["accessibility", "best-practices", "seo"];
const [port, ...addresses] = process.argv.slice(2);

for (const address of addresses) {
  const { lhr } = await lighthouse(address, {
    port: Number(port),
    onlyCategories: CATEGORIES,
    logLevel: "error",
    throttlingMethod: "provided", // speed isn't scored here
    disableFullPageScreenshot: true,
  });
  const lost = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 1);
  const report = {
    address,
    scores: Object.fromEntries(CATEGORIES.map((id) => [id, lhr.categories[id].score])),
    lost: lost.map(({ id, title }) => `${id}: ${title}`),
    error: lhr.runtimeError?.message ?? "",
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
