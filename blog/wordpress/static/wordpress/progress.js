// How far an import is, asked every other second; once its state changes, the page is shown anew.
const place = document.querySelector("[data-progress]");
const bar = place.querySelector("progress");
const phase = place.querySelector("[data-phase]");

async function ask() {
    try {
        const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json" } });
        // Who is signed out is led to signing in, and comes back here.
        if (answer.redirected) {
            location.reload();
            return;
        }
        const now = await answer.json();
        if (!now.at_work || now.state !== place.dataset.state) {
            location.reload();
            return;
        }
        const text = now.total ? `${now.phase}: ${now.done} of ${now.total}` : now.phase;
        if (phase.textContent !== text) phase.textContent = text;
        if (now.total) {
            bar.max = now.total;
            bar.value = now.done;
        } else {
            bar.removeAttribute("value");
        }
    } catch {
        // The server may be busy or restarting: ask again.
    }
    setTimeout(ask, 2000);
}

setTimeout(ask, 1000);
