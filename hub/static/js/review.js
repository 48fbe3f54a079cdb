// The code of a review link stands behind "#", so that no server sees it in an address. It is sent from here.
(() => {
  const form = document.querySelector("[data-review-code]");
  const code = location.hash.slice(1);
  if (!form || !code) return;
  history.replaceState(null, "", location.pathname);
  form.elements.code.value = code;
  form.submit();
})();
