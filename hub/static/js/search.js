// Suggests articles, questions and topics while a reader types; loaded once a search field has the focus.
// The forms are complete without. Combobox with a list, as in the ARIA Authoring Practices Guide.
const PAUSE = 150;
let lists = 0;
document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: document.querySelector("[data-suggest]").dataset.sheet }));

class Suggesting {
    constructor(input) {
        this.input = input;
        this.chosen = -1;
        this.list = Object.assign(document.createElement("ul"), { id: `suggestions-${++lists}`, className: "suggestions", hidden: true });
        this.list.setAttribute("role", "listbox");
        this.list.setAttribute("aria-label", "Suggestions");
        this.status = Object.assign(document.createElement("span"), { className: "visually-hidden" });
        this.status.setAttribute("role", "status");
        input.after(this.list, this.status);
        for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id })) input.setAttribute(name, value);
        input.addEventListener("input", () => this.ask());
        input.addEventListener("keydown", (event) => this.key(event));
        input.addEventListener("blur", () => this.close());
        this.list.addEventListener("mousedown", (event) => event.preventDefault());
        this.list.addEventListener("click", (event) => this.go(event.target.closest("li")));
        // Who types faster than this script arrives has asked already.
        if (document.activeElement === input && input.value !== input.defaultValue) this.ask();
    }

    ask() {
        clearTimeout(this.timer);
        this.request?.abort();
        const typed = this.input.value.trim();
        if (typed.length < 2) return this.close();
        this.timer = setTimeout(async () => {
            this.request = new AbortController();
            try {
                const answer = await fetch(`${this.input.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: this.request.signal });
                if (answer.ok) this.show((await answer.json()).suggestions);
            } catch {
                this.close();
            }
        }, PAUSE);
    }

    show(suggestions) {
        this.choose(-1);
        this.list.replaceChildren(...suggestions.map(({ text, kind, url }, place) => {
            const item = Object.assign(document.createElement("li"), { id: `${this.list.id}-${place}`, textContent: text });
            item.setAttribute("role", "option");
            item.setAttribute("aria-selected", "false");
            item.dataset.url = url;
            item.append(Object.assign(document.createElement("small"), { textContent: kind }));
            return item;
        }));
        const open = suggestions.length > 0 && document.activeElement === this.input;
        this.list.hidden = !open;
        this.input.setAttribute("aria-expanded", open);
        this.status.textContent = open ? `${suggestions.length} suggestion${suggestions.length > 1 ? "s" : ""}` : "";
    }

    close() {
        clearTimeout(this.timer);
        this.request?.abort();
        this.choose(-1);
        this.list.hidden = true;
        this.input.setAttribute("aria-expanded", "false");
        this.status.textContent = "";
    }

    choose(place) {
        this.chosen = place;
        [...this.list.children].forEach((item, other) => item.setAttribute("aria-selected", other === place));
        const item = this.list.children[place];
        if (item) {
            this.input.setAttribute("aria-activedescendant", item.id);
            item.scrollIntoView({ block: "nearest" });
        } else this.input.removeAttribute("aria-activedescendant");
    }

    key(event) {
        if (this.list.hidden || event.isComposing) return;
        const count = this.list.children.length + 1;
        if (event.key === "ArrowDown") this.choose(((this.chosen + 2) % count) - 1);
        else if (event.key === "ArrowUp") this.choose(((this.chosen + count) % count) - 1);
        else if (event.key === "Escape") this.close();
        else if (event.key === "Enter" && this.chosen >= 0) this.go(this.list.children[this.chosen]);
        else return;
        event.preventDefault();
    }

    go(item) {
        if (item) location.assign(item.dataset.url);
    }
}

for (const input of document.querySelectorAll("[data-suggest]")) new Suggesting(input);
