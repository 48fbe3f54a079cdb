/* Import a document: dropping, pasting, progress, and a review that changes in place. Everything works without it. */
(() => {
    "use strict";
    document.documentElement.classList.add("imp-has-script");
    const one = (selector, within = document) => within.querySelector(selector);
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];

    const upload = one("[data-import-upload]");
    if (upload) {
        const files = one("input[type=file]", upload);
        const drop = one("[data-import-drop]", upload);
        const send = () => {
            if (!files.files.length) return;
            const count = files.files.length;
            one("[data-import-said]", upload).textContent = count === 1 ? `Reading ${files.files[0].name} …` : `Sending ${count} documents …`;
            upload.requestSubmit();
        };
        files.addEventListener("change", send);
        addEventListener("dragover", (event) => {
            event.preventDefault();
            drop.classList.toggle("imp-drop--over", event.dataTransfer.types.includes("Files"));
        });
        addEventListener("dragleave", (event) => event.relatedTarget || drop.classList.remove("imp-drop--over"));
        addEventListener("drop", (event) => {
            event.preventDefault();
            drop.classList.remove("imp-drop--over");
            if (event.dataTransfer.files.length) {
                files.files = event.dataTransfer.files;
                send();
            }
        });

        const pasted = one("[data-import-pasted]", upload);
        const markup = one("[data-import-pasted-html]", upload);
        const say = (text) => (one("[data-import-paste-said]", upload).textContent = text);
        let isPasting = false;
        pasted.addEventListener("paste", (event) => {
            const html = event.clipboardData.getData("text/html");
            const replacesAll = !pasted.value.trim() || pasted.selectionEnd - pasted.selectionStart === pasted.value.length;
            isPasting = Boolean(html) && replacesAll;
            if (isPasting) {
                markup.value = html;
                say("Headings, lists and links were pasted along.");
            }
        });
        pasted.addEventListener("input", () => {
            if (!isPasting && markup.value) {
                markup.value = "";
                say("Changed by hand, it counts as plain text. Paste it anew to keep headings, lists and links.");
            }
            isPasting = false;
        });
    }

    const progress = one("[data-import-progress]");
    if (progress && "importUnfinished" in progress.dataset) {
        const look = async () => {
            try {
                const answer = await fetch(progress.dataset.importProgress);
                // Who is signed out is led to signing in, and comes back here.
                if (answer.redirected) return location.reload();
                if (answer.ok) progress.innerHTML = await answer.text();
            } catch {
                /* The next look may succeed. */
            }
            if (one("[data-import-unfinished]", progress)) setTimeout(look, 1500);
        };
        setTimeout(look, 800);
    }

    const review = one("[data-import-review]");
    if (!review) return;
    const form = () => one("[data-import-form]", review);
    const part = (number) => (number ? document.getElementById(`part-${number}`) : null);
    let sending = Promise.resolve();

    const announce = () => {
        const said = one("[data-import-said]", review);
        const text = said.textContent;
        said.textContent = "";
        setTimeout(() => (said.textContent = text), 50);
    };

    /* Put the new region in place and leave the editor where they were. */
    const replace = (html, what, near) => {
        const open = new Set(all("details[open][data-import-keep]", review).map((each) => each.dataset.importKeep));
        const paper = one("[data-import-paper]", review).scrollTop;
        const top = part(near)?.getBoundingClientRect().top;
        review.innerHTML = html;
        all("details[data-import-keep]", review).forEach((each) => {
            if (open.has(each.dataset.importKeep) && !what.startsWith("split")) each.open = true;
        });
        one("[data-import-paper]", review).scrollTop = paper;
        const at = part(form().dataset.importPosition) || part(near);
        if (at && top !== undefined) scrollBy(0, at.getBoundingClientRect().top - top);
        const control = what.startsWith("kind") && at && one("select", at);
        const next = what.startsWith("confirm") && one(".imp-part--uncertain", review);
        const undo = what === "undo" && one("button[value=undo]", review);
        const target = control || next || (undo && !undo.disabled && undo) || at || one("button[value=make]", review);
        target.focus({ preventScroll: !next });
        announce();
    };

    /* Take over what the server counted, without touching what somebody is typing. */
    const patch = (html) => {
        const fresh = new DOMParser().parseFromString(html, "text/html");
        one("input[name=version]", review).value = one("input[name=version]", fresh).value;
        for (const name of [".imp-counts", "[data-import-said]"]) one(name, review).replaceWith(one(name, fresh));
    };

    const send = (what, extra = {}, near = null) => {
        sending = sending.then(async () => {
            const data = new FormData(form());
            for (const [name, value] of Object.entries({ ...extra, do: what })) data.set(name, value);
            review.setAttribute("aria-busy", "true");
            try {
                const answer = await askDesk(form().action, { method: "POST", body: data, headers: { "X-Part": "review" } }, [422]);
                const html = await answer.text();
                if (what === "save") patch(html);
                else replace(html, what, near);
            } catch (error) {
                const said = one("[data-import-said]", review);
                said.textContent = `This could not be saved. ${error.message}`;
                said.classList.add("imp-said--error");
            }
            review.removeAttribute("aria-busy");
        });
    };

    review.addEventListener("submit", (event) => {
        const what = event.submitter?.value || "save";
        if (what === "make") return;
        event.preventDefault();
        const [, number = ""] = what.split(":");
        send(what, {}, number.split(".")[0]);
    });

    /* A mouse chooses at once. Keys pass over what lies between: what they chose counts on Enter or when they leave. */
    const choose = (select) => {
        const number = select.dataset.importKind;
        delete select.dataset.byKeys;
        if (select.value !== [...select.options].find((each) => each.defaultSelected)?.value) {
            send(`kind:${number}`, { [select.name]: select.value }, number);
        }
    };
    review.addEventListener("keydown", (event) => {
        const select = event.target.closest("select[data-import-kind]");
        if (select && event.key === "Enter") {
            event.preventDefault();
            choose(select);
        } else if (select && event.key !== "Tab") select.dataset.byKeys = "true";
    });
    review.addEventListener("change", (event) => {
        const select = event.target.closest("select[data-import-kind]");
        if (select && !select.dataset.byKeys) choose(select);
        else if (!select && event.target.name !== "describe_later") send("save");
    });
    review.addEventListener("focusout", (event) => {
        if (event.target.dataset?.byKeys && !review.hasAttribute("aria-busy")) choose(event.target);
    });

    const light = (number, follow) => {
        all(".imp-lit", review).forEach((each) => each.classList.remove("imp-lit"));
        if (!number) return;
        const lines = all(`[data-for="${number}"]`, review);
        [...lines, part(number)].forEach((each) => each?.classList.add("imp-lit"));
        const paper = one("[data-import-paper]", review);
        if (follow && lines.length && paper.scrollHeight > paper.clientHeight) {
            paper.scrollTop += lines[0].getBoundingClientRect().top - paper.getBoundingClientRect().top - 80;
        }
    };
    const numberOf = (target) => target.closest("[data-part]")?.dataset.part || target.closest("[data-for]")?.dataset.for;
    review.addEventListener("pointerover", (event) => light(numberOf(event.target), Boolean(event.target.closest("[data-part]"))));
    review.addEventListener("focusin", (event) => light(numberOf(event.target), true));
    review.addEventListener("click", (event) => {
        const line = event.target.closest("[data-for]");
        if (line?.dataset.for && getSelection().isCollapsed) part(line.dataset.for)?.focus();
    });
})();
