// The chat page with a script: bubbles arrive by themselves, and what is typed is never lost.
"use strict";
(() => {
  const log = document.querySelector("[data-log]");
  if (!log) return;
  const list = log.querySelector("ol");
  const base = log.dataset.base;
  const own = "own" in log.dataset; // and not that of a colleague who fills in together
  const say = document.querySelector("[data-say]");
  const line = say.elements.words;
  let field = line;
  const notice = document.querySelector("[data-notice]");
  const token = say.elements.form_token.value;
  // What waits belongs to one visit: on a shared computer it is never sent as somebody else.
  const PREFIX = "werklijn-waiting-";
  const KEPT = PREFIX + token;
  Object.keys(localStorage).filter((k) => k.startsWith(PREFIX) && k !== KEPT)
    .forEach((k) => localStorage.removeItem(k));
  let waiting = JSON.parse(localStorage.getItem(KEPT) || "[]");
  let busy = false;
  let last = Number(log.dataset.last);

  const keep = () => localStorage.setItem(KEPT, JSON.stringify(waiting));
  const unique = () => Date.now().toString(36) + Math.random().toString(36).slice(2);
  // The newest question stays in sight, however many answers stand under it.
  function toEnd() {
    const last = list.querySelector("[data-pending]") ? null : [...list.querySelectorAll(".bubble--bot")].pop();
    const top = last ? last.getBoundingClientRect().top - log.getBoundingClientRect().top + log.scrollTop : Infinity;
    log.scrollTop = Math.min(log.scrollHeight, top - 8);
  }

  // Sending: one at a time, in order, each with a number of its own, so that twice is once.
  async function flush() {
    if (busy || !waiting.length) return;
    busy = true;
    try {
      while (waiting.length) {
        const answer = await fetch(`${base}/chat/say`, {
          method: "POST",
          headers: { "X-Werklijn": "script" },
          body: new URLSearchParams({ ...waiting[0], form_token: token }),
        });
        if (answer.status === 403) { location.reload(); return; }
        if (!answer.ok && ![400, 413].includes(answer.status)) throw new Error(String(answer.status));
        waiting.shift();
        keep();
      }
      notice.hidden = true;
    } catch {
      notice.hidden = false;
      setTimeout(flush, 3000);
    } finally {
      busy = false;
    }
  }
  function send(fields) {
    waiting.push({ event: unique(), ...fields });
    keep();
    if (fields.words) pending(fields.words);
    flush();
  }

  // What was typed stands in the conversation at once, and makes room for what really arrived.
  function pending(words) {
    const item = document.createElement("li");
    item.className = "bubble bubble--me bubble--waiting";
    item.dataset.pending = "";
    item.append(Object.assign(document.createElement("p"), { textContent: words }));
    list.append(item);
    toEnd();
  }
  function arrived(ours) {
    const all = [...list.querySelectorAll("[data-pending]")];
    // An answer while nothing waits means that all was heard, also what was not kept.
    if (ours) { if (!waiting.length) all.forEach((each) => each.remove()); } else { all[0]?.remove(); }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form === say) {
      event.preventDefault();
      const words = field.value.trim();
      if (words) send({ words });
      field.value = "";
      if (field !== line) field.replaceWith(line);
      field = line;
      field.focus();
    } else if (form.matches("[data-press]") && event.submitter) {
      event.preventDefault();
      send({ press: event.submitter.value });
      event.submitter.setAttribute("aria-busy", "true");
      form.closest("details")?.removeAttribute("open");
    }
  });

  // What is pasted keeps its lines (an advert, or two): a field of one line would glue them together.
  line.addEventListener("paste", (event) => {
    const words = event.clipboardData?.getData("text/plain").trim() || "";
    if (!words.includes("\n")) return;
    event.preventDefault();
    field = document.createElement("textarea");
    for (const each of line.attributes) field.setAttribute(each.name, each.value);
    field.rows = 5;
    field.value = line.value.slice(0, line.selectionStart) + words + line.value.slice(line.selectionEnd);
    line.replaceWith(field);
    line.value = "";
    field.focus();
  });

  // Receiving: a bubble may replace the one whose ticks changed; only the newest has answers.
  function show(html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    const bubble = made.content.querySelector("[data-id]");
    if (!bubble || list.querySelector(`[data-id="${bubble.dataset.id}"]`)) return;
    const choices = list.querySelector("[data-choices]");
    const pressed = choices?.contains(document.activeElement) ? document.activeElement.value : "";
    // Ticks that follow each other fast: any of the earlier lists may still stand here.
    const [old, ...older] = (bubble.dataset.replaces || "").split(" ").filter(Boolean)
      .map((id) => list.querySelector(`[data-id="${id}"]`)).filter(Boolean);
    older.forEach((each) => each.remove());
    const ours = bubble.classList.contains("bubble--bot");
    // Another language: the whole page follows, with its direction and its voice.
    if (ours && bubble.dataset.language !== document.documentElement.lang) { location.reload(); return; }
    if (ours) choices?.remove();
    arrived(ours);
    if (old) {
      old.replaceWith(made.content);
    } else {
      const first = list.querySelector("[data-pending]");
      first ? first.before(made.content) : list.append(made.content);
    }
    enhance();
    if (ours && pressed) {
      const same = [...list.querySelectorAll("[data-choices] button")].find((b) => b.value === pressed);
      (same || list.querySelector("[data-choices] button") || field).focus({ preventScroll: true });
    }
    toEnd();
  }
  // What a page of her own shows has arrived; behind another one, or in a pocket, it has not.
  let told = last, soon = 0;
  function fetched() {
    clearTimeout(soon);
    if (own && !document.hidden && last > told) soon = setTimeout(tell, 300);
  }
  async function tell() {
    const upto = last;
    const answer = await fetch(`${base}/chat/aangekomen`, {
      method: "POST", body: new URLSearchParams({ last: upto, form_token: token }),
    }).catch(() => null);
    if (answer?.ok) told = upto;
  }
  document.addEventListener("visibilitychange", fetched);
  window.addEventListener("online", fetched);

  function listen() {
    const source = new EventSource(`${base}/chat/stream?after=${last}`);
    source.onmessage = (event) => {
      last = Number(event.lastEventId) || last;
      show(event.data);
      notice.hidden = !waiting.length;
      fetched();
    };
    source.onerror = () => { if (source.readyState === EventSource.CLOSED) setTimeout(listen, 3000); };
  }

  // A place can be shared in one tap, where the browser can and she is the one who is there.
  function enhance() {
    const place = list.querySelector("[data-place]");
    if (place && own && navigator.geolocation) place.hidden = false;
  }
  list.addEventListener("click", (event) => {
    if (!event.target.closest("[data-place]")) return;
    navigator.geolocation.getCurrentPosition((where) => {
      send({ latitude: where.coords.latitude, longitude: where.coords.longitude });
    }, () => field.focus());
  });

  // Reading aloud, by the phone itself.
  const read = document.querySelector("[data-read]");
  if (read && "speechSynthesis" in window) {
    read.hidden = false;
    read.addEventListener("click", () => {
      const bubbles = list.querySelectorAll(".bubble--bot");
      const words = new SpeechSynthesisUtterance(bubbles[bubbles.length - 1]?.innerText || "");
      words.lang = document.documentElement.lang;
      speechSynthesis.cancel();
      speechSynthesis.speak(words);
    });
  }

  window.addEventListener("online", flush);
  waiting.filter((each) => each.words).forEach((each) => pending(each.words));
  enhance();
  toEnd();
  listen();
  flush();
})();
