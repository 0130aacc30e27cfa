// The proof at work: language, filters, the viewer of pages. Without it the page can still be read.
"use strict";
const root = document.documentElement;
const one = (id) => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// -- language --------------------------------------------------------------------------------
function speak(language) {
  root.lang = language;
  root.dir = language === "ar" ? "rtl" : "ltr";
  for (const held of all("[data-ar]")) held.textContent = held.dataset[language];
  for (const held of all("[data-label-ar]"))
    held.setAttribute("aria-label", language === "ar" ? held.dataset.labelAr : held.dataset.labelEn);
  try { localStorage.setItem("proof-language", language); } catch { /* a page from disk may not */ }
}
one("language").addEventListener("click", () => speak(root.lang === "ar" ? "en" : "ar"));
try { if (localStorage.getItem("proof-language") === "en") speak("en"); } catch { /* as above */ }

// -- pictures: decoded when they are looked at ----------------------------------------------------
const stored = new Map(all("script[data-of]").map((held) => [held.dataset.of, held]));
function show(image, key) {
  const held = stored.get(key);
  if (held) image.src = held.dataset.src || "data:image/jpeg;base64," + held.textContent.trim();
}
const waiting = new Set(all("img[data-picture]"));
function fill(image) {
  if (waiting.delete(image)) show(image, image.dataset.picture);
}
const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) fill(entry.target);
}, { rootMargin: "600px" });
for (const image of waiting) watcher.observe(image);
addEventListener("beforeprint", () => { for (const image of [...waiting]) fill(image); });
one("print").addEventListener("click", () => print());

// -- filters ---------------------------------------------------------------------------------
const rows = all("#ledger tbody tr");
const forms = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه" };
function searchable(text) {
  return text.toLowerCase().replace(/[\u0640\u064b-\u065f\u0670\u2066-\u2069]/g, "")
    .replace(/[أإآٱىة]/g, (letter) => forms[letter])
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}
function filter() {
  const words = searchable(one("filter-text").value).split(/\s+/).filter(Boolean);
  const status = one("filter-status").value;
  const source = one("filter-source").value;
  const file = one("filter-file").value;
  let shown = 0;
  for (const row of rows) {
    const held = row.dataset;
    row.hidden = !(
      words.every((word) => held.search.includes(word)) &&
      (!status || held.status === status) &&
      (!source || held.sources.split(" ").includes(source)) &&
      (!file || held.files.split(" ").includes(file))
    );
    shown += !row.hidden;
  }
  one("filter-shown").textContent = shown;
  one("filter-none").hidden = shown > 0;
}
for (const id of ["filter-text", "filter-status", "filter-source", "filter-file"])
  one(id).addEventListener("input", filter);
one("filter-reset").form.addEventListener("submit", (event) => event.preventDefault());
one("filter-reset").addEventListener("click", () => setTimeout(filter));

// -- the viewer ------------------------------------------------------------------------------
const data = JSON.parse(one("data").textContent);
const leaves = all(".leaf").map((leaf) => leaf.hash.slice(1));
const viewer = one("viewer");
let here = "";
let opener = "";

function mark(box, kind, label) {
  const held = document.createElement("span");
  held.className = "mark " + kind;
  [held.style.left, held.style.top, held.style.width, held.style.height] = box.map((n) => n + "%");
  if (label) held.dataset.number = label;
  one("viewer-picture").append(held);
  return held;
}

function entry(list, text, note, marks) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  for (const [said, name] of [[text, "b"], [note, "span"]]) {
    const held = document.createElement(name);
    held.append(document.createElement("bdi"));
    held.firstChild.textContent = said;
    button.append(held);
  }
  button.addEventListener("click", () => point(marks, button));
  item.append(button);
  list.append(item);
  return button;
}

function point(marks, button) {
  for (const held of all(".mark", viewer)) held.classList.toggle("here", marks.includes(held));
  for (const held of all("aside button", viewer))
    held.setAttribute("aria-pressed", String(held === button));
  marks[0]?.scrollIntoView({ block: "center", inline: "center" });
}

function open(address, wanted) {
  const leaf = all(".leaf")[leaves.indexOf(address)];
  here = address;
  one("viewer-file").innerHTML = leaf.closest(".output").querySelector("h3").innerHTML;
  one("viewer-number").textContent = address.slice(address.lastIndexOf("/") + 1);
  const small = leaf.querySelector("img");
  const image = one("viewer-image");
  image.width = small.getAttribute("width");
  image.height = small.getAttribute("height");
  show(image, address);
  for (const held of all(".mark", viewer)) held.remove();
  const changes = data.changes[address] ?? [];
  for (const box of changes) mark(box, "change");
  one("viewer-changes-box").hidden = !changes.length;
  let chosen = null;
  const advice = data.advice[address] ?? [];
  one("viewer-advice").replaceChildren();
  one("viewer-advice-box").hidden = !advice.length;
  for (const [number, message, hint, box] of advice) {
    const marks = box ? [mark(box, "pin", number)] : [];
    const button = entry(one("viewer-advice"), `${number}. ${message[root.lang]}`, hint[root.lang], marks);
    if (wanted === `advice-${number}`) chosen = [marks, button];
  }
  const facts = data.facts[address] ?? [];
  one("viewer-facts").replaceChildren();
  one("viewer-facts-box").hidden = !facts.length;
  for (const [id, about, value, boxes] of facts) {
    const marks = boxes.map((box) => mark(box, "fact"));
    const button = entry(one("viewer-facts"), value, about, marks);
    button.dataset.fact = id;
    if (wanted === id) chosen = [marks, button];
  }
  const said = data.heard[address] ?? [];
  one("viewer-heard-box").hidden = !said.length;
  one("viewer-heard").replaceChildren(...said.map(([type, text]) => {
    const item = document.createElement("li");
    for (const [word, name] of [[type, "code"], [text, "span"]]) {
      const held = document.createElement(name);
      held.textContent = word;
      item.append(held, " ");
    }
    return item;
  }));
  showRemarks();
  one("viewer-previous").disabled = address === leaves[0];
  one("viewer-next").disabled = address === leaves[leaves.length - 1];
  if (!viewer.open) viewer.showModal();
  image.alt = one("viewer-title").innerText.replace(/\s+/g, " ").trim();
  one("viewer-frame").scrollTo(0, 0);
  if (chosen) {
    point(...chosen);
    chosen[1].scrollIntoView({ block: "nearest" });
    chosen[1].focus({ preventScroll: true });
  } else {
    one("viewer-frame").focus();
  }
}

function turn(step) {
  const address = leaves[leaves.indexOf(here) + step];
  if (address) history.replaceState(null, "", "#" + address), open(address);
}

function follow() {
  const [file, number, wanted] = decodeURIComponent(location.hash.slice(1)).split("/");
  const address = `${file}/${number}`;
  if (leaves.includes(address)) open(address, wanted);
  else if (viewer.open) viewer.close();
}

document.addEventListener("click", (event) => {
  const chosen = event.target.closest?.("a[data-status]");
  if (chosen) {
    one("filter-reset").form.reset();
    one("filter-status").value = chosen.dataset.status;
    filter();
  }
  const link = event.target.closest?.("a[href^='#']");
  if (link && leaves.includes(link.hash.slice(1).split("/").slice(0, 2).join("/"))) {
    event.preventDefault();
    opener = link;
    history.pushState(null, "", link.hash);
    follow();
  }
});
addEventListener("hashchange", follow);
viewer.addEventListener("close", () => {
  // Without a fragment, so that the same link opens the page again; and back to where it was.
  history.replaceState(null, "", location.pathname + location.search);
  opener?.focus?.();
});
viewer.addEventListener("keydown", (event) => {
  // Pages turn as those of the publication do, whatever language the proof is read in.
  const rightToLeft = viewer.dataset.direction === "rtl";
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target === one("viewer-frame") && viewer.classList.contains("large")) return;
  if (event.key === forward || event.key === "PageDown") turn(1);
  else if (event.key === back || event.key === "PageUp") turn(-1);
  else return;
  event.preventDefault();
});
one("viewer-next").addEventListener("click", () => turn(1));
one("viewer-previous").addEventListener("click", () => turn(-1));
one("viewer-close").addEventListener("click", () => viewer.close());
one("viewer-zoom").addEventListener("click", (event) => {
  const large = viewer.classList.toggle("large");
  event.currentTarget.setAttribute("aria-pressed", String(large));
  viewer.querySelector(".mark.here")?.scrollIntoView({ block: "center", inline: "center" });
});
one("viewer-changes").addEventListener("change", (event) =>
  viewer.classList.toggle("changes", event.target.checked));
