// How the admin's own scripts ask the server, and what is told where no answer comes. What a form holds stays in it.
(() => {
  const AWAY = "The site can’t be reached just now. Nothing in the form is lost.";
  const FAILED = "That did not work just now. Nothing in the form is lost.";
  const SIGNED_OUT = "You are signed out. Sign in again in another tab, then go on here: nothing in the form is lost.";

  const cookie = document.currentScript.dataset.csrfCookie;
  const secret = () => document.cookie.split("; ").find((one) => one.startsWith(`${cookie}=`))?.slice(cookie.length + 1);
  let known = secret();

  // Whoever signs in anew gets a new token against forged requests; forms that are open are sent with the old one.
  const renew = () => {
    const now = secret();
    if (!now || now === known) return;
    known = now;
    for (const field of document.querySelectorAll('[name="csrfmiddlewaretoken"]')) field.value = now;
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = now;
  };
  addEventListener("focus", renew);
  document.addEventListener("visibilitychange", renew);
  document.addEventListener("submit", renew, true);

  // Returns the answer if it is one: its status is among `statuses`, or any that means success. Throws an Error whose
  // message is for the editor, or fetch's own where the request was aborted.
  window.askDesk = async (address, options = {}, statuses = []) => {
    renew();
    let answer;
    try {
      answer = await fetch(address, options);
    } catch (error) {
      throw options.signal?.aborted ? error : new Error(AWAY);
    }
    // Who may not come in is sent elsewhere, and what stands there is no answer.
    if (answer.redirected) throw new Error(new URL(answer.url).pathname.endsWith("/login/") ? SIGNED_OUT : FAILED);
    if (!answer.ok && !statuses.includes(answer.status)) throw new Error(FAILED);
    return answer;
  };

  // The token as it is now, for what asks by itself.
  askDesk.token = () => {
    renew();
    return secret();
  };
})();
