// The console with a script: numbers and lists follow what happens; without it, every page works.
"use strict";
(() => {
  const nav = document.querySelector("[data-live]");
  if (!nav) return;
  const notice = document.querySelector("[data-changed]");
  const today = document.querySelector("[data-today]");
  const match = document.querySelector("[data-match]");

  function count(counts) {
    for (const [name, n] of Object.entries(counts)) {
      const shown = nav.querySelector(`[data-count="${name}"]`);
      if (shown) shown.textContent = n;
    }
  }
  // A list that changes under a hand makes people press the wrong thing: then they are only told.
  async function renew(mark) {
    if (today.contains(document.activeElement) || document.querySelector("dialog[open]")) {
      notice.hidden = false;
      return;
    }
    const answer = await fetch(location.href, { headers: { "X-Werklijn": "script" } });
    if (!answer.ok) return;
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = made.querySelector("[data-today]");
    if (!fresh) return;
    today.replaceChildren(...fresh.childNodes);
    today.dataset.today = mark;
  }
  const source = new EventSource(`/console/stream${match ? `?match=${match.dataset.match}` : ""}`);
  source.onmessage = (event) => {
    const state = JSON.parse(event.data);
    count(state.counts);
    if (today && state.today !== today.dataset.today) renew(state.today);
    if (match && state.match && state.match !== match.dataset.state) notice.hidden = false;
  };
})();
