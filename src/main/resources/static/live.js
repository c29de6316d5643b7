"use strict";
// Keeps the list up to date, and says so when it no longer can: server gone, network gone, or a laptop that slept.
(function () {
  const patience = 25000;
  const polling = 2000;
  const anew = 30000;
  const again = 10000;
  let heard = Date.now();
  let asked = 0;
  let source = null;
  let tried = 0;
  let told = null;

  const list = () => document.querySelector("#live[hx-get]");
  const following = () => source !== null && source.readyState === EventSource.OPEN;

  // Somebody's cursor, selection or choice is in the list: nothing may move under it.
  function held() {
    const rows = document.querySelector("#live form table");
    return rows !== null && (rows.matches(":hover") || rows.contains(document.activeElement) || rows.querySelector(":checked") !== null);
  }

  function mark() {
    const asof = document.getElementById("asof");
    if (!asof || !list()) return;
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

  // The log-in has ended: what was typed stays, so nobody is led away, and the log-in opens beside.
  const ended = () => document.getElementById("ended");
  function end(place) {
    const main = document.querySelector("main");
    if (ended() || !main) return;
    const note = document.createElement("p");
    note.id = "ended";
    note.className = "banner bad";
    note.setAttribute("role", "alert");
    const link = document.createElement("a");
    link.href = place || "/login";
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = document.body.dataset.login;
    note.append(document.body.dataset.ended + " ", link);
    main.prepend(note);
  }

  // Logged in again: the forms of this page are given the token of the new session.
  function begin() {
    if (!ended()) return;
    fetch(location.href).then(answer => answer.text()).then(function (text) {
      const token = new DOMParser().parseFromString(text, "text/html").querySelector("input[name=_csrf]");
      if (token) for (const old of document.querySelectorAll("input[name=_csrf]")) old.value = token.value;
      ended()?.remove();
    });
  }

  // What is left runs on between two answers; the server's clock has the last word.
  const begun = new WeakMap();
  function tick() {
    for (const shown of document.querySelectorAll("[data-left]")) {
      if (!begun.has(shown)) begun.set(shown, Date.now());
      const left = Math.max(0, Number(shown.dataset.left) - Math.floor((Date.now() - begun.get(shown)) / 1000));
      const days = Math.floor(left / 86400);
      const clock = [left / 3600 % 24, left / 60 % 60, left % 60].map(n => String(Math.floor(n)).padStart(2, "0")).join(":");
      shown.textContent = (days > 0 ? days + " " + shown.dataset.day + " " : "") + clock;
    }
  }

  function refresh() {
    const live = list();
    if (!live) return;
    asked = Date.now();
    htmx.trigger(live, "refresh");
  }

  function listen() {
    const live = list();
    if (!live || !window.EventSource) return;
    tried = Date.now();
    source = new EventSource("/live?since=" + live.dataset.since);
    source.addEventListener("change", function (event) { told = event.lastEventId; refresh(); told = null; });
    source.addEventListener("beat", refresh);
    source.addEventListener("error", function () {
      if (source !== null && source.readyState === EventSource.CLOSED) source = null;
    });
  }

  // Without a stream the page asks by itself; a stream that was refused is asked for again later.
  function watch() {
    if (!list()) return;
    if (!following() && Date.now() - asked >= (ended() ? again : polling)) refresh();
    if (source === null && Date.now() - tried >= anew) listen();
    mark();
  }

  document.addEventListener("htmx:configRequest", function (event) {
    const live = event.detail.elt;
    if (live.id !== "live") return;
    event.detail.parameters.seen = live.dataset.seen;
    if (told) event.detail.parameters.told = told;
    if (held() && live.dataset.top) event.detail.parameters.held = live.dataset.top;
  });
  // An answer that was asked for before the cursor came waits for the next one.
  document.addEventListener("htmx:beforeSwap", function (event) {
    const whole = event.detail.xhr.getResponseHeader("HX-Reswap") !== "none";
    if (event.detail.target.id === "live" && whole && held()) event.detail.shouldSwap = false;
  });
  document.addEventListener("htmx:afterOnLoad", function (event) {
    const xhr = event.detail.xhr;
    if (xhr.status === 401) return end(xhr.getResponseHeader("X-Log-In"));
    begin();
    heard = Date.now();
    mark();
  });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { mark(); if (ended()) refresh(); else watch(); } });
  addEventListener("pagehide", function () { if (source !== null) { source.close(); source = null; } });

  // j and k go from row to row, within the list only.
  document.addEventListener("keydown", function (event) {
    const here = event.target.closest && event.target.closest("table.list tbody tr");
    if (!here || event.ctrlKey || event.altKey || event.metaKey || (event.key !== "j" && event.key !== "k")) return;
    const there = event.key === "j" ? here.nextElementSibling : here.previousElementSibling;
    const link = there && there.querySelector("a");
    if (link) link.focus();
  });

  // On a phone the menu waits folded.
  if (matchMedia("(max-width: 760px)").matches) {
    document.querySelector(".rail details")?.removeAttribute("open");
  }
  if (list()) {
    listen();
    setInterval(watch, 1000);
    setInterval(tick, 1000);
  }
})();
