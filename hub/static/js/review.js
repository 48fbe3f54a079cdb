// The code of a review link stands behind "#", so that no server sees it in an address. It is sent from here.
(() => {
  const form = document.querySelector("[data-review-code]");
  const open = () => {
    const code = location.hash.slice(1);
    if (!form || !code) return;
    history.replaceState(null, "", location.pathname);
    form.elements.code.value = code;
    form.submit();
  };
  // Where this page is open already, a link that is pasted changes no more than what stands behind "#".
  addEventListener("hashchange", open);
  open();
})();
