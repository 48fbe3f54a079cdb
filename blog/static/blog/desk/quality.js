// The quality panel of the editor: asks again whenever the form has changed, and leads to what is to be mended.
(() => {
  const PAUSE = 900;

  const start = () => {
    const panel = document.querySelector("[data-quality]");
    const form = document.querySelector("form[data-edit-form]");
    if (!panel || !form) return;
    const list = panel.querySelector("[data-quality-list]");
    const status = panel.querySelector("[data-quality-status]");
    const counter = document.querySelector('[data-side-panel-toggle="quality"] [data-side-panel-toggle-counter]');
    const token = () => form.querySelector('[name="csrfmiddlewaretoken"]').value;
    let timer = 0;
    let asked = 0;
    let sent = "";

    const written = () => {
      const data = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
      return data.toString();
    };

    const show = (html) => {
      const open = panel.contains(document.activeElement) && document.activeElement.matches("[data-quality-reason]");
      if (open) return;
      list.innerHTML = html;
      const count = Number(list.querySelector("[data-quality-count]").dataset.qualityCount);
      counter.textContent = count;
      counter.hidden = count === 0;
      status.textContent = count ? `${count} to fix` : "Nothing must be fixed";
    };

    const ask = async (force = false) => {
      const body = written();
      if (body === sent && !force) return;
      sent = body;
      const turn = ++asked;
      try {
        const answer = await fetch(panel.dataset.qualityAddress, {
          method: "POST",
          body,
          headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token() },
        });
        // Who was signed out meanwhile is led to the form for signing in.
        if (!answer.ok || answer.redirected) throw new Error(answer.status);
        const html = await answer.text();
        if (turn === asked) show(html);
      } catch {
        if (turn !== asked) return;
        status.textContent = "The rules can't be asked just now; they are asked again when you go on.";
        sent = "";
      }
    };

    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    };

    const go = async (key, isBlock) => {
      const input = isBlock
        ? document.getElementById(`block-${key}-section`) || document.querySelector(`[data-contentpath="${key}"]`)
        : form.querySelector(`[name="${key}"], [name^="${key}-"]`);
      if (!input) return;
      const tab = input.closest('[role="tabpanel"]');
      if (tab && tab.hidden) document.querySelector(`[role="tab"][aria-controls="${tab.id}"], [role="tab"][href="#${tab.id}"]`)?.click();
      // A tab shows what is in it a moment later, and nothing that is hidden takes the focus.
      for (let frames = 0; tab?.hidden && frames < 30; frames += 1) await new Promise(requestAnimationFrame);
      const section = input.closest("[data-panel]") || input;
      const toggle = section.querySelector('[data-panel-toggle][aria-expanded="false"]');
      if (toggle) toggle.click();
      section.scrollIntoView({ block: section.offsetHeight > innerHeight / 2 ? "start" : "center" });
      const seen = (selector) => [...section.querySelectorAll(selector)].find((one) => one.getClientRects().length);
      const field = input.matches('input:not([type="hidden"]), textarea, select')
        ? input
        : seen('input:not([type="hidden"]), textarea, select, [contenteditable="true"]') || seen("button:not([data-panel-toggle])");
      (field || section).focus({ preventScroll: true });
    };

    const tell = async (fields) => {
      const answer = await fetch(panel.dataset.qualityDismiss, {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { "X-CSRFToken": token() },
      }).catch(() => null);
      if (answer?.ok && !answer.redirected) return true;
      status.textContent = answer?.status === 400 ? await answer.text() : "That was not kept. Try again.";
      return false;
    };

    panel.addEventListener("click", async (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if ("qualityGo" in button.dataset) go(button.dataset.qualityGo, "qualityBlock" in button.dataset);
      if ("qualityRestore" in button.dataset && (await tell({ key: button.dataset.qualityRestore, restore: 1 }))) ask(true);
      if ("qualityLeave" in button.dataset) {
        const field = button.parentElement.querySelector("[data-quality-reason]");
        const { qualityLeave: key, rule, excerpt } = button.dataset;
        if (!field.value.trim()) {
          field.setCustomValidity("Say why, so that the next editor need not ask.");
          field.reportValidity();
          field.setCustomValidity("");
          return;
        }
        if (await tell({ key, rule, excerpt, reason: field.value })) {
          button.focus();
          ask(true);
        }
      }
    });

    form.addEventListener("input", later);
    form.addEventListener("change", later);
    // Rich text, blocks and choosers write hidden fields, which send no event.
    new MutationObserver(later).observe(form, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["value"],
    });
    form.addEventListener("w-autosave:success", () => {
      const found = /\/pages\/(\d+)\/edit\//.exec(location.pathname);
      if (found && !panel.dataset.qualityDismiss) {
        panel.dataset.qualityAddress = panel.dataset.qualityAddress.replace(/quality\/.*$/, `quality/${found[1]}/`);
        panel.dataset.qualityDismiss = `${panel.dataset.qualityAddress}dismiss/`;
        ask(true);
      }
    });
    // The report of findings names the field in the address; a block is found by the admin itself.
    const place = /^#quality-([\w-]+)$/.exec(location.hash);
    if (place) go(place[1], false);
    if ("qualityOpen" in panel.dataset) {
      document.querySelector('[data-side-panel-toggle="quality"][aria-expanded="false"]')?.click();
      panel.querySelector("textarea")?.focus();
    }
  };

  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
