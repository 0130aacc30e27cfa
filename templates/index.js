// The page in a browser: filter, scale, keyboard, links into it. Without this all of it is there too.
(() => {
  "use strict";
  const root = document.documentElement;
  const rightToLeft = root.dir === "rtl";
  const embedded = new URLSearchParams(location.search).get("embed") === "timeline";
  if (embedded) root.classList.add("embed");

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);

  // A number in the digits of the publication.
  const said = (number) =>
    root.dataset.digits === "arabic"
      ? String(number).replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[digit])
      : String(number);

  // -- who acted: several may be chosen; nobody means everybody -----------------------------------
  const choose = (chosen) => {
    const acted = (element) =>
      !chosen.size || element.dataset.actors.split(" ").some((actor) => chosen.has(actor));
    for (const event of all(".event")) event.hidden = !acted(event);
    for (const year of all(".year")) year.hidden = !year.querySelector(".event:not([hidden])");
    for (const mark of all(".mark")) mark.parentElement.hidden = !acted(mark);
    for (const button of all(".choice")) {
      const { actor } = button.dataset;
      button.setAttribute("aria-pressed", String(actor ? chosen.has(actor) : !chosen.size));
    }
    const count = one(".count-shown");
    if (count) count.textContent = said(all(".event:not([hidden])").length);
    rove();
  };
  const filter = () => {
    const chosen = new Set();
    for (const button of all(".choice"))
      button.addEventListener("click", () => {
        const { actor } = button.dataset;
        if (!actor) chosen.clear();
        else if (!chosen.delete(actor)) chosen.add(actor);
        choose(chosen);
      });
    return () => {
      chosen.clear();
      choose(chosen);
    };
  };

  // -- the drawn scale: one mark is reached by the tab key, the others by the arrows ----------------
  const marks = () => all(".marks li:not([hidden]) .mark");
  const rove = (current = marks()[0]) => {
    for (const mark of all(".mark")) mark.tabIndex = mark === current ? 0 : -1;
  };
  const drawScale = () => {
    const scale = one(".scale");
    if (!scale) return;
    const view = one(".scale-window");
    const sheet = one(".scale-sheet");
    const zooms = all(".ticks", scale).map((ticks) => Number(/at-(\d+)/.exec(ticks.className)[1]));
    // The share of the sheet that stands at `x` of the window, kept in its place by a zoom.
    const zoomTo = (step, x = view.clientWidth / 2) => {
      const now = zooms.indexOf(Number(scale.dataset.zoom));
      const next = Math.min(Math.max(now + step, 0), zooms.length - 1);
      if (next === now) return;
      const edge = rightToLeft ? view.clientWidth - x : x;
      const share = (Math.abs(view.scrollLeft) + edge) / sheet.offsetWidth;
      scale.dataset.zoom = zooms[next];
      const left = share * sheet.offsetWidth - edge;
      view.scrollLeft = rightToLeft ? -left : left;
      one(".zoom-out").disabled = next === 0;
      one(".zoom-in").disabled = next === zooms.length - 1;
    };
    one(".zoom-in").addEventListener("click", () => zoomTo(1));
    one(".zoom-out").addEventListener("click", () => zoomTo(-1));
    scale.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === "+" || event.key === "=") return zoomTo(1);
      if (event.key === "-" || event.key === "−") return zoomTo(-1);
      const held = marks();
      const at = held.indexOf(document.activeElement);
      if (at < 0) return;
      const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
      const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
      const goal = { [forward]: at + 1, [back]: at - 1, Home: 0, End: held.length - 1 }[event.key];
      if (goal === undefined || !held[goal]) return;
      event.preventDefault();
      rove(held[goal]);
      held[goal].focus({ preventScroll: true });
      held[goal].querySelector(".dot").scrollIntoView({ block: "nearest", inline: "center" });
    });
    view.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        zoomTo(event.deltaY < 0 ? 1 : -1, event.clientX - view.getBoundingClientRect().left);
      },
      { passive: false },
    );
    // Two fingers: a step at each half of the way further apart or nearer.
    const fingers = new Map();
    let apart = 0;
    const distance = () => {
      const [a, b] = [...fingers.values()];
      return Math.hypot(a.x - b.x, a.y - b.y);
    };
    view.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch") fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.size === 2) apart = distance();
    });
    view.addEventListener("pointermove", (event) => {
      if (!fingers.has(event.pointerId)) return;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.size !== 2) return;
      const now = distance();
      if (now > apart * 1.5 || now < apart / 1.5) {
        const middle = [...fingers.values()].reduce((sum, finger) => sum + finger.x, 0) / 2;
        zoomTo(now > apart ? 1 : -1, middle - view.getBoundingClientRect().left);
        apart = now;
      }
    });
    for (const end of ["pointerup", "pointercancel", "pointerleave"])
      view.addEventListener(end, (event) => fingers.delete(event.pointerId));
  };

  // -- links into the page: what they lead to is shown, unfolded and marked -------------------------
  const arrive = (showAll) => {
    const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (const event of all(".event.here")) event.classList.remove("here");
    if (!goal) return;
    const folded = goal.closest("details");
    if (folded) folded.open = true;
    if (goal.closest("[hidden]")) showAll();
    if (goal.classList.contains("event")) goal.classList.add("here");
    goal.scrollIntoView();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const tools = one(".tools");
    if (tools) tools.hidden = false;
    const showAll = filter();
    drawScale();
    rove();
    addEventListener("hashchange", () => arrive(showAll));
    if (location.hash) arrive(showAll);
    if (embedded)
      for (const link of all(".read-on")) {
        link.href = location.pathname + link.getAttribute("href");
        link.target = "_blank";
        link.rel = "noopener";
      }
  });
  addEventListener("beforeprint", () => all("details").forEach((note) => (note.open = true)));
})();
