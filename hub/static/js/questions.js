// Opens the question that the address points to, and every answer for printing. The page is complete without.
const openTarget = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target && target.closest("details");
    if (details && !details.open) {
        details.open = true;
        details.scrollIntoView();
    }
};
const closed = [];
addEventListener("hashchange", openTarget);
addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
        details.open = true;
        closed.push(details);
    }
});
addEventListener("afterprint", () => {
    for (const details of closed.splice(0)) details.open = false;
});
openTarget();
