// Keeps what is written from being lost with the connection or the session: the form is sent only when it is heard.
(() => {
  const address = document.currentScript.dataset.login;

  const start = () => {
    const form = document.querySelector("form[data-edit-form]");
    if (!form) return;
    let isDoubtful = false;

    // The form for signing in leads on whoever is signed in; that it does is all there is to know.
    const trouble = async () => {
      const answer = await fetch(address, { redirect: "manual", cache: "no-store" }).catch(() => null);
      if (!answer || answer.status >= 500) return "There is no connection. What you wrote is still here: leave this window open, and save when the connection is back.";
      if (answer.type === "opaqueredirect") return "";
      return "You have been signed out. What you wrote is still here: leave this window open, sign in in another one, then come back and save.";
    };

    const tell = (text) => {
      const detail = { text, type: "error", clear: true };
      document.dispatchEvent(new CustomEvent(text ? "w-messages:add" : "w-messages:clear", { detail }));
    };

    form.addEventListener("w-autosave:save", (event) => {
      const token = askDesk.token();
      if (token) event.detail.formData.set("csrfmiddlewaretoken", token);
    });
    form.addEventListener("w-autosave:error", async ({ detail: { type } }) => {
      if (type !== "network_error" && type !== "server_error") return;
      isDoubtful = true;
      const text = await trouble();
      if (text && isDoubtful) tell(text);
    });
    form.addEventListener("w-autosave:success", () => {
      if (isDoubtful) tell("");
      isDoubtful = false;
    });
    form.addEventListener("submit", async (event) => {
      if (!isDoubtful) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const text = await trouble();
      if (text) {
        // The button would stay as it is while something is sent.
        event.submitter?.setAttribute("data-w-progress-loading-value", "false");
        return tell(text);
      }
      isDoubtful = false;
      form.requestSubmit(event.submitter);
    }, { capture: true });
  };

  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
