// The quality panel of the editor: asks again whenever the form has changed, and leads to what is to be mended.
(() => {
  const PAUSE = 900;
  const FIELDS = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"]';
  const BUTTONS = "button, a[href]";
  const ADD = ".c-sf-add-button";
  const NO_FIELD = "[data-panel-toggle], [data-panel-heading] *, [data-comment-add], [data-component='add-comment-button']";
  const TURNS = 20;

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

    // A screen reader speaks what is new in the line, and nothing while it stays the same. Trouble is there for all.
    const say = (text, isTrouble = false) => {
      status.classList.toggle("w-sr-only", !isTrouble);
      if (status.textContent !== text) status.textContent = text;
    };

    const reasonOf = (key) => list.querySelector(`[data-quality-leave="${key}"]`)?.parentElement;

    // What is put in place of the list must not take a reason that is being typed, or the focus, with it.
    const show = (html) => {
      const open = [...list.querySelectorAll(".quality__dismiss[open] [data-quality-leave]")].map((button) => [
        button.dataset.qualityLeave,
        button.parentElement.querySelector("[data-quality-reason]").value,
      ]);
      const active = list.contains(document.activeElement) ? document.activeElement : null;
      const leaves = active?.closest(".quality__dismiss")?.querySelector("[data-quality-leave]").dataset.qualityLeave;
      const kind = active?.matches("input, button, summary") && active.localName;
      const from = active?.matches("input") && [active.selectionStart, active.selectionEnd];
      const place = [...list.querySelectorAll(".quality__place")].indexOf(active);
      const isRestOpen = Boolean(list.querySelector(".quality__group--dismissed[open]"));
      list.innerHTML = html;
      for (const [key, reason] of open) {
        const details = reasonOf(key);
        if (!details) continue;
        details.open = true;
        details.querySelector("[data-quality-reason]").value = reason;
      }
      const rest = list.querySelector(".quality__group--dismissed");
      if (rest) rest.open = isRestOpen;
      const again = leaves ? reasonOf(leaves)?.querySelector(kind) : list.querySelectorAll(".quality__place")[place];
      again?.focus({ preventScroll: true });
      if (again && from) again.setSelectionRange(...from);
      if (active && !again) list.focus({ preventScroll: true });
      const count = Number(list.querySelector("[data-quality-count]").dataset.qualityCount);
      counter.textContent = count;
      counter.hidden = count === 0;
      say(count ? `${count} to fix` : "Nothing must be fixed");
    };

    const ask = async (force = false) => {
      const body = written();
      if (body === sent && !force) return;
      sent = body;
      const turn = ++asked;
      try {
        const answer = await askDesk(panel.dataset.qualityAddress, {
          method: "POST",
          body,
          headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token() },
        });
        const html = await answer.text();
        if (turn === asked) show(html);
      } catch (error) {
        if (turn !== asked) return;
        say(`${error.message} What stands here may be out of date; the rules are asked again when you go on.`, true);
        sent = "";
      }
    };

    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    };

    // A panel or tab that was just opened, and a chooser's hidden input, take no focus: what stands there does.
    const focusIn = (place, wanted, turn = 0) => {
      const open = [...wanted.flatMap((selector) => [...place.querySelectorAll(selector)])].find(
        (one) => !one.disabled && one.checkVisibility() && !one.matches(NO_FIELD),
      );
      if (open) open.focus({ preventScroll: true });
      if (place.checkVisibility()) place.scrollIntoView({ block: place.offsetHeight > innerHeight / 2 ? "start" : "center", behavior: "instant" });
      // Blocks above grow once they are looked at, so that the place is looked for again.
      if (turn < TURNS && (!open || turn < 2)) setTimeout(() => focusIn(place, wanted, turn + 1), 60);
    };

    const unfold = (place) => {
      for (let inner = place.closest("[data-panel]"); inner; inner = inner.parentElement.closest("[data-panel]")) {
        const toggle = inner.querySelector("[data-panel-toggle]");
        if (toggle?.closest("[data-panel]") === inner && toggle.getAttribute("aria-expanded") === "false") toggle.click();
      }
    };

    const go = (key, isBlock) => {
      const input = isBlock
        ? document.getElementById(`block-${key}-section`) || document.querySelector(`[data-contentpath="${key}"]`)
        : form.querySelector(`[name="${key}"], [name^="${key}-"]`);
      if (!input) {
        say("This place is not in the form.", true);
        return;
      }
      const tab = input.closest('[role="tabpanel"]');
      if (tab && tab.hidden) document.querySelector(`[role="tab"][aria-controls="${tab.id}"], [role="tab"][href="#${tab.id}"]`)?.click();
      unfold(input);
      const side = panel.closest("[data-form-side]");
      // On a phone the panel covers the form.
      if (side && side.getBoundingClientRect().width > innerWidth * 0.8) side.querySelector("[data-form-side-close-button]")?.click();
      const isStream = input.name === `${key}-count`;
      focusIn((!isBlock && input.closest("[data-field-wrapper]")) || input.closest("[data-panel]") || input, isStream ? [ADD] : [FIELDS, BUTTONS]);
    };

    const tell = async (fields) => {
      try {
        const address = panel.dataset.qualityDismiss;
        const options = { method: "POST", body: new URLSearchParams(fields), headers: { "X-CSRFToken": token() } };
        const answer = await askDesk(address, options, [400]);
        if (answer.ok) return true;
        say(await answer.text(), true);
      } catch (error) {
        say(`It was not kept. ${error.message}`, true);
      }
      status.scrollIntoView({ block: "nearest" });
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

    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("[data-quality-reason]")) return;
      event.preventDefault();
      event.target.closest(".quality__dismiss").querySelector("[data-quality-leave]").click();
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
