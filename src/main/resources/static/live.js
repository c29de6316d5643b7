"use strict";
// Says so when the list no longer follows: server gone, network gone, or a laptop that slept.
(function () {
  const patience = 10000;
  let heard = Date.now();
  function mark() {
    const asof = document.getElementById("asof");
    if (!asof || !document.querySelector("#live[hx-get]")) return;
    const stale = Date.now() - heard > patience;
    asof.classList.toggle("stale", stale);
    let note = asof.querySelector(".stale-note");
    if (stale && !note) {
      note = document.createElement("strong");
      note.className = "stale-note";
      note.setAttribute("role", "alert");
      note.textContent = asof.dataset.stale;
      asof.append(" ", note);
    } else if (!stale && note) {
      note.remove();
    }
  }
  // On a phone the menu waits folded.
  if (matchMedia("(max-width: 760px)").matches) {
    document.querySelector(".rail details")?.removeAttribute("open");
  }
  document.addEventListener("htmx:afterOnLoad", function () { heard = Date.now(); mark(); });
  setInterval(mark, 1000);
})();
