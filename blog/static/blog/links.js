/* Suggests links for the article in the form, and puts one into its text with one click. */
(() => {
    const panel = document.querySelector("[data-link-panel]:not([data-ready])");
    if (!panel) return;
    panel.dataset.ready = "";
    const form = panel.closest("form");
    const part = (name) => panel.querySelector(`[data-link-${name}]`);
    const state = part("state"), list = part("list"), here = part("here"), places = part("places"), inbound = part("inbound");
    let timer, latest = 0, asked = "";

    const editors = () => [...form.elements].filter((input) => input.name.startsWith("body-") && input.draftailEditor);

    /* A screen reader speaks what is new in the line, and nothing while it stays the same. */
    const say = (text) => { if (state.textContent !== text) state.textContent = text; };

    /* The form as it stands. Editors keep their text back for a moment, so that they are asked themselves. */
    const written = () => {
        const data = new FormData();
        for (const [name, value] of new FormData(form)) {
            if (typeof value === "string" && (name.startsWith("body-") || ["title", "standfirst", "csrfmiddlewaretoken"].includes(name))) data.append(name, value);
        }
        for (const input of editors()) data.set(input.name, JSON.stringify(rawOf(input)));
        data.append("page_key", panel.dataset.page);
        return data;
    };

    const rawOf = (input) => window.Draftail.serialiseEditorStateToRaw(input.draftailEditor.getEditorState()) || { blocks: [], entityMap: {} };

    /* The editor, paragraph and place of a phrase, told by what stands around it; null where it stands no more. */
    const find = ({ before, phrase, after }) => {
        for (const input of editors()) {
            const raw = rawOf(input);
            for (const block of raw.blocks) {
                const start = block.text.indexOf(before + phrase + after);
                if (start < 0) continue;
                const offset = start + before.length, end = offset + phrase.length;
                const isTaken = block.entityRanges.some((range) => offset < range.offset + range.length && range.offset < end);
                if (!isTaken) return { input, raw, block, offset };
            }
        }
        return null;
    };

    const insert = (link) => {
        const place = find(link);
        if (!place) return false;
        const { input, raw, block, offset } = place;
        const key = Math.max(-1, ...Object.keys(raw.entityMap).map(Number)) + 1;
        raw.entityMap[key] = { type: "LINK", mutability: "MUTABLE", data: { id: link.id, url: link.url, parentId: link.parentId } };
        block.entityRanges.push({ offset, length: link.phrase.length, key });
        const editor = input.draftailEditor, before = editor.getEditorState();
        const content = window.Draftail.createEditorStateFromRaw(raw).getCurrentContent();
        // Pushed, not replaced: one step back takes the link out again.
        editor.onChange(before.constructor.push(before, content, "apply-entity"));
        setTimeout(() => input.dispatchEvent(new Event("change", { bubbles: true })), 500);
        return true;
    };

    const show = (link) => {
        const place = find(link);
        const box = place && (place.input.closest("[data-contentpath]") || place.input.parentElement);
        if (!box) return;
        box.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
        place.input.draftailEditor.focus?.();
    };

    const element = (name, className, ...inner) => {
        const made = document.createElement(name);
        if (className) made.className = className;
        made.append(...inner);
        return made;
    };
    const button = (label, name, action, isSecond) => {
        const made = element("button", `button button-small${isSecond ? " button-secondary" : ""}`, label);
        made.type = "button";
        made.setAttribute("aria-label", name);
        made.addEventListener("click", () => action(made));
        return made;
    };
    const context = ({ before, phrase, after, title }, arrow) => element(
        "div", "link-panel__text",
        before.length < 60 ? before : `…${before.replace(/^\S*\s/, "")}`, element("mark", "", phrase), after.length < 60 ? after : `${after.replace(/\s\S*$/, "")}…`,
        element("span", "link-panel__target", `${arrow} ${title}`),
    );

    const item = (link) => {
        const add = button("Add the link", `Link “${link.phrase}” to “${link.title}”`, (made) => {
            const done = insert(link);
            const next = made.closest("li").nextElementSibling?.querySelector("button");
            const said = done ? `“${link.phrase}” links to “${link.title}” now. Undo in the text takes it out.` : `“${link.phrase}” stands in the text no more, or is a link already.`;
            made.parentElement.replaceWith(element("span", "link-panel__done", done ? "Added" : "Not found"));
            say(said);
            // The button that had the focus is gone.
            (next || part("again")).focus({ preventScroll: true });
            asked = "";
        });
        const actions = element("div", "link-panel__actions", add, button("Show", `Show “${link.phrase}” in the text`, () => show(link), true));
        return element("li", "", context(link, "→"), actions);
    };
    const place = (one) => {
        const open = element("a", "button button-small button-secondary", "Open");
        open.href = one.edit;
        open.target = "_blank";
        open.rel = "noreferrer";
        open.setAttribute("aria-label", `Open “${one.title}” in a new tab`);
        return element("li", "", context(one, "in"), element("div", "link-panel__actions", open));
    };

    const ask = async (isForced) => {
        if (!panel.isConnected || panel.offsetParent === null || !window.Draftail) return;
        const data = written();
        const now = JSON.stringify([...data]);
        if (now === asked && !isForced) return;
        asked = now;
        const mine = ++latest;
        let found;
        try {
            found = await (await askDesk(panel.dataset.address, { method: "POST", body: data, headers: { Accept: "application/json" } })).json();
        } catch (error) {
            if (mine !== latest) return;
            asked = "";
            say(`Suggestions can’t be had just now. ${error.message}`);
            return;
        }
        if (mine !== latest) return;
        list.replaceChildren(...found.links.map(item));
        places.replaceChildren(...found.here.map(place));
        list.hidden = !found.links.length;
        here.hidden = !found.here.length;
        const count = found.links.length;
        say(count ? `${count} ${count === 1 ? "phrase" : "phrases"} could link to another article.` : "No phrase of the text calls for a link to another article.");
        inbound.textContent = panel.dataset.page ? `${found.inbound || "No"} ${found.inbound === 1 ? "article links" : "articles link"} here.` : "";
    };
    const soon = (pause) => { clearTimeout(timer); timer = setTimeout(ask, pause); };

    part("again").addEventListener("click", () => ask(true));
    for (const kind of ["keyup", "paste", "drop", "change"]) form.addEventListener(kind, (event) => { if (!panel.contains(event.target)) soon(2500); });
    // Tabs and collapsed panels show themselves without an event of their own.
    new IntersectionObserver((seen) => { if (seen.some((one) => one.isIntersecting)) soon(300); }).observe(panel);
})();
