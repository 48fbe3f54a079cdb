/* Says under the slug, while it is changed, what becomes of the page's addresses. */
(() => {
    const address = document.currentScript.dataset.address;
    const start = () => {
        const field = document.getElementById("id_slug");
        const page = /\/pages\/(\d+)\/edit\//.exec(location.pathname);
        if (!field || !page) return;
        const told = document.createElement("div");
        told.setAttribute("aria-live", "polite");
        told.className = "address-told";
        (field.closest(".w-field__input") || field).after(told);
        let timer, latest = 0, asked = field.value;
        const ask = async () => {
            if (field.value === asked) return;
            asked = field.value;
            const mine = ++latest;
            const html = await askDesk(`${address.replace("/0/", `/${page[1]}/`)}?slug=${encodeURIComponent(asked)}`).then((answer) => answer.text(), () => "");
            if (mine === latest) told.innerHTML = html;
        };
        const soon = () => { clearTimeout(timer); timer = setTimeout(ask, 400); };
        // Wagtail tidies a slug by script, which sends no event of its own everywhere.
        for (const kind of ["input", "change", "blur"]) field.addEventListener(kind, soon);
    };
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
