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
    const results = element("div", { "aria-live": "polite" });
    const where = element("select", {});
    const back = element("button", { type: "button", class: "button button-secondary" }, "Other article");
    const copy = element("button", { type: "button", class: "button" }, "Copy into this article");
    const foot = element("div", { class: "copy-dialog__foot", hidden: "" }, element("label", {}, "Put the text", where), back, copy);
    const title = element("h2", { id: "copy-dialog-title" }, "Copy blocks");
    const head = element("div", { class: "copy-dialog__head" }, title, close);
    const body = element("div", { class: "copy-dialog__body" }, search, results);
    const frame = element("div", { class: "copy-dialog__frame" }, head, body, foot);
    const dialog = element("dialog", { class: "copy-dialog", "aria-labelledby": "copy-dialog-title" }, frame);
    // Outside the form: what is searched for and ticked is none of its fields.
    document.body.append(dialog);
    return { dialog, close, field, search, results, where, back, copy, foot, body };
  };

  let parts = null, turn = 0, timer = 0;

  // Null where nothing was answered: no connection, or signed out and led to the form for signing in.
  const ask = async (address, options) => {
    const answer = await fetch(address, options).catch(() => null);
    return answer?.redirected ? null : answer;
  };

  const load = async (address) => {
    const mine = ++turn;
    const answer = await ask(address);
    if (mine !== turn) return false;
    parts.results.innerHTML = answer?.ok ? await answer.text() : '<p class="copy__hint">This can’t be shown just now. Nothing in the form is lost.</p>';
    return Boolean(answer?.ok);
  };

  const list = () => {
    parts.search.hidden = false;
    parts.foot.hidden = true;
    const words = new URLSearchParams({ q: parts.field.value, not: pageKey() });
    return load(`${panel.dataset.copyArticles}?${words}`);
  };

  // A new article has its key only once it was saved, which moves the address.
  const pageKey = () => panel.dataset.copyPage || /\/pages\/(\d+)\/edit\//.exec(location.pathname)?.[1] || "";

  const choose = async (address) => {
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

  const insert = async () => {
    const chosen = [...parts.results.querySelectorAll("input:checked")].map((box) => ["block", box.value]);
    const address = parts.results.querySelector("[data-copy-state]").dataset.copyState;
    const answer = await ask(`${address}?${new URLSearchParams(chosen)}`);
    if (!answer?.ok) {
      parts.results.prepend(element("p", { class: "copy__hint", role: "alert" }, "These can’t be copied just now. Try again."));
      return;
    }
    let first = null, count = 0;
    for (const [name, children] of Object.entries(await answer.json())) {
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
    status.textContent = `${count} ${count === 1 ? "block was" : "blocks were"} copied. Save to keep ${count === 1 ? "it" : "them"}.`;
    first?.element.scrollIntoView({ block: "center" });
    first?.focus?.();
  };

  const open = () => {
    if (!parts) {
      parts = makeDialog();
      parts.close.addEventListener("click", () => parts.dialog.close());
      parts.back.addEventListener("click", () => list().then(() => parts.field.focus()));
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
        parts.copy.disabled = !parts.results.querySelector("input:checked");
      });
    }
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
    const answer = await ask(panel.dataset.copyShare, { method: "POST", body: data });
    const said = answer && (answer.ok || answer.status === 400) ? await answer.json() : { error: "It was not kept. Try again." };
    if (!answer?.ok) {
      told.textContent = said.error;
      return;
    }
    const references = stream("references"), index = references.children.indexOf(child);
    references.insert({ type: "shared_reference", value: said.state, id: crypto.randomUUID?.() }, index, { animate: false, focus: true });
    references.deleteBlock(index + 1, { animate: false });
    changed("references");
    status.textContent = `“${said.name}” is kept for other articles. Save to name it here from there.`;
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
