// "Check this page" in the editor's Checks panel: sends the form as it stands, shows what came back.
(() => {
    const show = (place, template) => place.replaceChildren(template.content.cloneNode(true));

    const check = async (panel, button) => {
        const place = panel.querySelector("[data-audit-report]");
        const form = document.querySelector("form[data-edit-form]");
        const page = form && new URL(form.action, location).pathname.match(/\/pages\/(\d+)\/edit\//);
        if (!page) return show(place, panel.querySelector("[data-audit-unsaved]"));
        show(place, panel.querySelector("[data-audit-working]"));
        button.setAttribute("aria-disabled", "true");
        place.setAttribute("aria-busy", "true");
        try {
            const answer = await askDesk(`${panel.dataset.auditBase}${page[1]}/`, { method: "POST", body: new FormData(form) });
            place.innerHTML = await answer.text();
        } catch (error) {
            show(place, panel.querySelector("[data-audit-failed]"));
            place.firstElementChild.append(` ${error.message}`);
        } finally {
            button.removeAttribute("aria-disabled");
            place.removeAttribute("aria-busy");
        }
    };

    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-audit-run]");
        if (button && button.getAttribute("aria-disabled") !== "true") check(button.closest("[data-audit]"), button);
    });
})();
