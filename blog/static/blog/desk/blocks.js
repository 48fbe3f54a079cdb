// Blocks of other articles put into this form, and references of this one kept for others. Nothing is saved here.
(() => {
  const panel = document.querySelector("[data-copy]:not([data-ready])");
  if (!panel) return;
  panel.dataset.ready = "";
  const form = panel.closest("form");
  const status = panel.querySelector("[data-copy-status]");
  // Wagtail keeps the block of a stream at its element.
  const stream = (name) => document.getElementById(`${name}-root`)?.rootBlock;
  const changed = (name) => form.querySelector(`[name="${name}-count"]`).dispatchEvent(new Event("change", { bubbles: true }));

  const element = (name, attributes, ...inner) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...inner);
    return made;
  };

  const makeDialog = () => {
    const close = element("button", { type: "button", class: "button button-secondary button-small" }, "Close");
    const field = element("input", { type: "search", autocomplete: "off" });
    const search = element("label", { class: "copy__search" }, "Title of the article", field);
    const results = element("div", {});
    const told = element("p", { class: "copy__told", role: "status" });
    const where = element("select", {});
    const back = element("button", { type: "button", class: "button button-secondary" }, "Other article");
    const copy = element("button", { type: "button", class: "button" }, "Copy into this article");
    const foot = element("div", { class: "copy-dialog__foot", hidden: "" }, element("label", {}, "Put the text", where), back, copy);
    const title = element("h2", { id: "copy-dialog-title" }, "Copy blocks");
    const head = element("div", { class: "copy-dialog__head" }, title, close);
    const body = element("div", { class: "copy-dialog__body" }, search, told, results);
    const frame = element("div", { class: "copy-dialog__frame" }, head, body, foot);
    const dialog = element("dialog", { class: "copy-dialog", "aria-labelledby": "copy-dialog-title" }, frame);
    // Outside the form: what is searched for and ticked is none of its fields.
    document.body.append(dialog);
    return { dialog, close, field, search, told, results, where, back, copy, foot, body };
  };

  let parts = null, turn = 0, timer = 0;

  // A screen reader speaks what is new in a line: how much was found, or why nothing is shown.
  const say = (line, text, isTrouble = false) => {
    line.classList.toggle("copy__told--trouble", isTrouble);
    if (line.textContent !== text) line.textContent = text;
  };
  const counted = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

  const load = async (address) => {
    const mine = ++turn;
    try {
      const html = await (await askDesk(address)).text();
      if (mine !== turn) return false;
      parts.results.innerHTML = html;
      const blocks = parts.results.querySelectorAll("input").length;
      const articles = parts.results.querySelectorAll("[data-copy-article]").length;
      say(parts.told, blocks ? counted(blocks, "block") : articles ? counted(articles, "article") : "");
      return true;
    } catch (error) {
      if (mine === turn) say(parts.told, error.message, true);
      return false;
    }
  };

  const list = async () => {
    const words = new URLSearchParams({ q: parts.field.value, not: pageKey() });
    if (!(await load(`${panel.dataset.copyArticles}?${words}`))) return;
    parts.search.hidden = false;
    parts.foot.hidden = true;
  };

  // A new article has its key only once it was saved, which moves the address.
  const pageKey = () => panel.dataset.copyPage || /\/pages\/(\d+)\/edit\//.exec(location.pathname)?.[1] || "";

  const choose = async (address) => {
    clearTimeout(timer);
    if (!(await load(address))) return;
    parts.search.hidden = true;
    parts.foot.hidden = false;
    parts.copy.disabled = true;
    parts.body.scrollTop = 0;
    const places = stream("body").children.map((child, index) => {
      const words = [".c-sf-block__type", ".c-sf-block__title"].map((name) => child.element.querySelector(name)?.textContent.trim());
      return element("option", { value: index }, `before ${words.filter(Boolean).join(": ").slice(0, 70)}`);
    });
    parts.where.replaceChildren(element("option", { value: places.length }, "at the end"), ...places);
    (parts.results.querySelector("input") || parts.back).focus();
  };

  const put = (state) => {
    let first = null, count = 0;
    for (const [name, children] of Object.entries(state)) {
      const into = stream(name);
      let index = name === "body" ? Number(parts.where.value) : into.children.length;
      for (const child of children) {
        const made = into.insert(child, index++, { animate: false, focus: false });
        first ||= made;
        count += 1;
      }
      if (children.length) changed(name);
    }
    parts.dialog.close();
    say(status, `${counted(count, "block")} ${count === 1 ? "was" : "were"} copied. Save to keep ${count === 1 ? "it" : "them"}.`);
    first?.element.scrollIntoView({ block: "center" });
    first?.focus?.();
  };

  const insert = async () => {
    const chosen = [...parts.results.querySelectorAll("input:checked")].map((box) => ["block", box.value]);
    const address = parts.results.querySelector("[data-copy-state]").dataset.copyState;
    const mine = turn;
    parts.copy.disabled = true;
    try {
      const state = await (await askDesk(`${address}?${new URLSearchParams(chosen)}`)).json();
      // Whoever closed the dialog or went back meanwhile wants nothing copied.
      if (mine === turn && parts.dialog.open) put(state);
    } catch (error) {
      say(parts.told, `Nothing was copied. ${error.message}`, true);
      parts.body.scrollTop = 0;
      parts.copy.disabled = false;
    }
  };

  const open = () => {
    if (!parts) {
      parts = makeDialog();
      parts.close.addEventListener("click", () => parts.dialog.close());
      parts.dialog.addEventListener("close", () => {
        clearTimeout(timer);
        turn += 1;
      });
      parts.back.addEventListener("click", () => list().then(() => parts.search.hidden || parts.field.focus()));
      parts.copy.addEventListener("click", insert);
      parts.field.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(list, 300);
      });
      parts.dialog.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (button?.dataset.copyArticle) choose(button.dataset.copyArticle);
        if (button && "copyAll" in button.dataset) {
          for (const box of button.parentElement.querySelectorAll("input")) box.checked = true;
        }
        if (button === parts.copy) return;
        parts.copy.disabled = !parts.results.querySelector("input:checked");
      });
    }
    parts.search.hidden = false;
    parts.foot.hidden = true;
    parts.results.replaceChildren();
    parts.dialog.showModal();
    parts.field.focus();
    list();
  };
  panel.querySelector("[data-copy-open]").addEventListener("click", open);

  const share = async (child, button) => {
    const told = button.nextElementSibling;
    const data = new FormData();
    for (const [name, value] of Object.entries(child.block.getState())) data.append(name, value ?? "");
    data.append("csrfmiddlewaretoken", form.querySelector('[name="csrfmiddlewaretoken"]').value);
    button.disabled = true;
    let said;
    try {
      said = await (await askDesk(panel.dataset.copyShare, { method: "POST", body: data }, [400])).json();
    } catch (error) {
      said = { error: `It was not kept. ${error.message}` };
    }
    button.disabled = false;
    if (said.error) {
      say(told, said.error, true);
      return;
    }
    const references = stream("references"), index = references.children.indexOf(child);
    // Somebody may have deleted the reference meanwhile.
    if (index < 0) return;
    references.insert({ type: "shared_reference", value: said.state, id: crypto.randomUUID?.() }, index, { animate: false, focus: true });
    references.deleteBlock(index + 1, { animate: false });
    changed("references");
    say(status, `“${said.name}” is kept for other articles. Save to name it here from there.`);
  };

  // Each reference of the article's own gets a button; blocks come and go while somebody writes.
  const dress = () => {
    for (const child of stream("references")?.children || []) {
      if (child.type !== "reference" || child.element.querySelector("[data-share-source]")) continue;
      const button = element("button", { type: "button", class: "button button-small button-secondary share-source", "data-share-source": "" }, "Keep for other articles");
      const told = element("p", { class: "copy__status", role: "status" });
      button.addEventListener("click", () => share(child, button));
      child.element.querySelector(".w-panel__content").append(button, told);
    }
  };
  const watch = () => {
    const box = document.getElementById("references-root");
    if (!box || !panel.dataset.copyShare) return;
    dress();
    new MutationObserver(dress).observe(box, { childList: true, subtree: true });
  };
  if (document.readyState === "complete") watch();
  else window.addEventListener("load", watch);
})();
