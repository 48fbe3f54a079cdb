// node sharing.cjs FOLDER FILE...: what structured-data-testing-tool's presets for shared links find amiss, as JSON.
// FOLDER holds node_modules with the tool; each FILE is a page's HTML. Nothing is fetched.
const { readFileSync } = require("node:fs");

const [folder, ...files] = process.argv.slice(2);
const { structuredDataTest } = require(`${folder}/structured-data-testing-tool`);
const { Facebook, Twitter } = require(`${folder}/structured-data-testing-tool/presets`);

(async () => {
    const found = {};
    for (const file of files) {
        const options = { presets: [Facebook, Twitter] };
        const result = await structuredDataTest(readFileSync(file, "utf-8"), options).catch((error) => error.res);
        found[file] = {
            passed: result.passed.filter((test) => test.group !== "Schemas").length,
            failed: result.failed.map((test) => `${test.test}: ${test.description || ""}`),
        };
    }
    console.log(JSON.stringify(found));
})();
