// node yoastseo.cjs FOLDER < texts.json: prints what yoastseo counts in each text, as JSON.
// FOLDER is a node_modules with yoastseo, which is no part of this project: tests ask it from outside and compare.
// A text is {"html", "phrase"}.
const { readFileSync } = require("node:fs");
const path = require("node:path");

const built = (...names) => require(path.join(process.argv[2], "yoastseo", "build", ...names));
const { Paper } = built("index.js");
const Researcher = built("languageProcessing", "languages", "en", "Researcher.js").default;
const LanguageProcessor = built("parse", "language", "LanguageProcessor.js").default;
const buildTree = built("parse", "build", "build.js").default;

function counted({ html, phrase }) {
    // In quotation marks a phrase is looked for as it stands, word for word.
    const paper = new Paper(html, { keyword: `"${phrase}"`, locale: "en_GB" });
    const researcher = new Researcher(paper);
    paper.setTree(buildTree(paper, new LanguageProcessor(researcher)));
    const ask = (name) => researcher.getResearch(name);
    return {
        words: ask("wordCountInText").count,
        sentences: ask("countSentencesFromText").length,
        paragraphs: ask("getParagraphs").length,
        links: ask("getLinkStatistics").total,
        pictures: ask("imageCount"),
        phrase: ask("getKeyphraseCount").count,
        ease: ask("getFleschReadingScore").score,
    };
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(counted)));
