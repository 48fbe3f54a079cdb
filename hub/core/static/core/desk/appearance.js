// The panel "As others see it": asks how the page looks from outside whenever the form has changed, while it is open.
(() => {
  const PAUSE = 600;
  const PHONE = 392;
  // How wide results and cards are with their edges, and how small they may get; then they scroll.
  const WIDE = { desktop: 630, phone: 388, post: 500 };
  const SMALLEST = 0.6;
  // The panel's width at which a desktop's result has its own, and the window's from which the form has room beside it.
  const [COMFORTABLE, LARGE] = ["672px", 1400];
  const AGAIN = "It is tried again when you go on.";

  const start = () => {
    const panel = document.querySelector("[data-appearance]");
    const form = document.querySelector("form[data-edit-form]");
    if (!panel || !form) return;
    const side = panel.closest("[data-side-panel]");
    const shown = panel.querySelector("[data-appearance-shown]");
    const status = panel.querySelector("[data-appearance-status]");
    const reader = panel.querySelector("[data-appearance-reader]");
    const phone = panel.querySelector("[data-appearance-phone]");
    const trouble = panel.querySelector("[data-appearance-trouble]");
    let timer = 0;

    const written = () => {
      const data = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
      return data.toString();
    };

    // A screen reader speaks what is new in the line, and nothing while it stays the same.
    const say = (line, text) => {
      if (line.textContent !== text) line.textContent = text;
      line.hidden = !text;
    };

    // Asks for one part of the panel, unless it was asked with the same words; the last answer counts.
    const asker = (path, show, fail) => {
      let sent = "";
      let request = null;
      return async (force = false) => {
        const body = written();
        if (body === sent && !force) return;
        sent = body;
        request?.abort();
        const mine = (request = new AbortController());
        try {
          const answer = await askDesk(panel.dataset.appearanceAddress + path, {
            method: "POST",
            body,
            headers: {
              "Content-Type": "application/x-www-form-urlencoded",
              "X-CSRFToken": form.querySelector('[name="csrfmiddlewaretoken"]').value,
            },
            signal: mine.signal,
          });
          show(await answer.text());
        } catch (error) {
          if (mine.signal.aborted) return;
          sent = "";
          fail(error.message);
        }
      };
    };

    const askLook = asker(
      "",
      (html) => {
        const focused = shown.contains(document.activeElement) && document.activeElement.dataset.appearanceGo;
        const place = [...shown.querySelectorAll("[data-appearance-go]")].indexOf(document.activeElement);
        shown.innerHTML = html;
        if (focused) shown.querySelectorAll("[data-appearance-go]")[place]?.focus();
        say(status, shown.querySelector("[data-appearance-summary]").dataset.appearanceSummary);
      },
      (why) => say(status, `It could not be drawn just now. ${why} ${AGAIN}`),
    );

    const colour = () => {
      phone.dataset.scheme = panel.querySelector("[data-appearance-scheme]:checked").value;
    };

    const withoutScript = (html) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      for (const script of page.querySelectorAll("script")) script.remove();
      return `<!doctype html>${page.documentElement.outerHTML}`;
    };

    // The new page is loaded behind the old one, so that nothing flickers and the reader stays where they were.
    const askPage = asker(
      "phone/",
      (html) => {
        say(trouble, "");
        const former = phone.querySelector("iframe:last-of-type");
        const frame = document.createElement("iframe");
        frame.title = "The page on a phone";
        // No script of the page is run: it would run with the rights of whoever is signed in.
        frame.setAttribute("sandbox", "allow-same-origin");
        frame.className = "appearance__page appearance__page--coming";
        frame.srcdoc = withoutScript(html);
        frame.addEventListener("load", () => {
          const inside = frame.contentDocument;
          inside?.addEventListener("click", (event) => {
            const link = event.target.closest?.("a[href]");
            if (link && !link.getAttribute("href").startsWith("#")) event.preventDefault();
          });
          frame.contentWindow?.scrollTo(0, former?.contentWindow?.scrollY || 0);
          frame.classList.remove("appearance__page--coming");
          for (const other of phone.querySelectorAll("iframe")) if (other !== frame) other.remove();
        }, { once: true });
        phone.append(frame);
      },
      (why) => say(trouble, `The page can’t be shown as it is. ${why} ${AGAIN}`),
    );

    const look = (force = false) => {
      if (side.hidden) return;
      askLook(force);
      if (reader.open) askPage(force);
    };

    const later = () => {
      if (side.hidden) return;
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE);
    };

    // Wagtail keeps the width that somebody gave the panels in this property; ours is for this panel alone.
    const page = document.documentElement.style;
    const width = "--side-panel-width";
    let given = null;
    const widen = () => {
      if (side.hidden || innerWidth < LARGE || parseFloat(page.getPropertyValue(width)) >= parseFloat(COMFORTABLE)) return;
      given = page.getPropertyValue(width);
      page.setProperty(width, COMFORTABLE);
    };
    const narrow = () => {
      if (given !== null && page.getPropertyValue(width) === COMFORTABLE) page.setProperty(width, given);
      given = null;
    };

    const go = async (name) => {
      const field = form.querySelector(`[name="${name}"]`);
      if (!field) return;
      // On a phone the panel lies over the form.
      const cover = panel.closest("[data-form-side]");
      if (cover.offsetWidth > innerWidth * 0.8) cover.querySelector("[data-form-side-close-button]").click();
      const tab = field.closest('[role="tabpanel"]');
      if (tab?.hidden) {
        document.querySelector(`[role="tab"][aria-controls="${tab.id}"], [role="tab"][href="#${tab.id}"]`)?.click();
        // What the tab holds is shown a moment later, and what is hidden can't be focused.
        await new Promise((open) => setTimeout(open, 50));
      }
      field.closest("[data-panel]")?.querySelector('[data-panel-toggle][aria-expanded="false"]')?.click();
      field.scrollIntoView({ block: "center" });
      field.focus({ preventScroll: true });
    };

    panel.addEventListener("click", (event) => {
      const button = event.target.closest("[data-appearance-go]");
      if (button) go(button.dataset.appearanceGo);
    });
    panel.addEventListener("change", (event) => {
      if ("appearanceScheme" in event.target.dataset) colour();
    });
    reader.addEventListener("toggle", () => reader.open && askPage());
    side.addEventListener("show", () => {
      look();
      // Wagtail sets the width once more when it opens the panel that was open the last time.
      setTimeout(widen);
    });
    side.addEventListener("hide", narrow);
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    // Rich text, blocks and choosers write hidden fields, which send no event.
    new MutationObserver(later).observe(form, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["value"],
    });
    // A page that was saved for the first time has an address of its own.
    form.addEventListener("w-autosave:success", () => {
      const key = /\/pages\/(\d+)\/edit\//.exec(location.pathname)?.[1];
      const address = key && panel.dataset.appearanceAddress.replace(/appearance\/.*$/, `appearance/${key}/`);
      if (address && address !== panel.dataset.appearanceAddress) {
        panel.dataset.appearanceAddress = address;
        look(true);
      }
    });
    new ResizeObserver(([{ contentRect: { width } }]) => {
      if (!width) return;
      const set = (name, scale) => panel.style.setProperty(name, Math.min(1, scale).toFixed(3));
      for (const [name, wide] of Object.entries(WIDE)) set(`--fit-${name}`, Math.max(SMALLEST, width / wide));
      set("--phone-scale", width / PHONE);
    }).observe(panel);
    colour();
    look();
    widen();
  };

  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
