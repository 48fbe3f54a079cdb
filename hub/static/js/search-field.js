// Puts Ctrl+K or ⌘K on the search field, and fetches the suggestions' script once somebody goes there.
addEventListener("keydown", (event) => {
    const input = document.querySelector("#q, #site-search");
    if (input && event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        input.focus();
        input.select();
    }
});
const fetchOnce = ({ target }) => {
    if (target.dataset?.suggest) {
        removeEventListener("focusin", fetchOnce);
        import(target.dataset.script);
    }
};
addEventListener("focusin", fetchOnce);
if (document.activeElement) fetchOnce({ target: document.activeElement });
