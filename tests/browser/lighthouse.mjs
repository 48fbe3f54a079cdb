// node lighthouse.mjs FOLDER CHROMIUM URL...: prints what Lighthouse's SEO category gives each address, as JSON.
// FOLDER holds node_modules with lighthouse. One browser serves all addresses.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, chromium, ...urls] = process.argv.slice(2);
const from = createRequire(`${folder}/`);
const load = async (name) => import(pathToFileURL(from.resolve(name)).href);
const lighthouse = (await load("lighthouse")).default;
const { launch } = await load("chrome-launcher");

const quiet = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"];
const chrome = await launch({ chromePath: chromium, chromeFlags: quiet, logLevel: "silent" });
const settings = { onlyCategories: ["seo"], throttlingMethod: "provided", disableFullPageScreenshot: true };
const found = {};
try {
    for (const url of urls) {
        const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: "silent", output: "json" }, {
            extends: "lighthouse:default", settings,
        });
        const failed = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 1);
        found[url] = { score: Math.round(lhr.categories.seo.score * 100), failed: failed.map((audit) => audit.title) };
    }
} finally {
    await chrome.kill();
}
console.log(JSON.stringify(found));
