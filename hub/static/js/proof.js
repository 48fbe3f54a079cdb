"use strict";
// A small calculation in place of a picture puzzle: see hub/consultations/proof.py. Without it the form works too.
(() => {
    const form = document.querySelector("form[data-bits]");
    if (!form || !window.crypto?.subtle) return;
    const began = performance.now();
    const slotNow = () => Math.floor((Number(form.dataset.now) + (performance.now() - began) / 1000) / 600);
    const encoder = new TextEncoder();
    let solved = 0, isBusy = false;

    const zeroBits = bytes => {
        let bits = 0;
        for (const byte of bytes) {
            if (byte) return bits + Math.clz32(byte) - 24;
            bits += 8;
        }
        return bits;
    };
    async function solve() {
        const slot = slotNow();
        if (isBusy || solved === slot) return;
        isBusy = true;
        for (let number = 0; ; number++) {
            const proof = `${slot}:${number}`;
            const hash = await crypto.subtle.digest("SHA-256", encoder.encode(`${form.elements.token.value}:${proof}`));
            if (zeroBits(new Uint8Array(hash)) >= Number(form.dataset.bits)) {
                form.elements.proof.value = proof;
                break;
            }
        }
        solved = slot;
        isBusy = false;
    }
    form.addEventListener("focusin", solve);
    form.addEventListener("input", solve);
})();
