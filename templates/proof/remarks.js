
// -- remarks: on a page or on a place of it, kept in this browser, given out as text -------------
const KEPT = "proof-remarks-" + one("data").dataset.content;
let remarks = [];
try { remarks = JSON.parse(localStorage.getItem(KEPT) ?? "[]"); } catch { /* a page from disk */ }

function spoken(remark) {
  const [file, number] = [remark.on.slice(0, remark.on.lastIndexOf("/")), remark.on.split("/").pop()];
  const page = root.lang === "ar" ? "صفحة" : "page";
  const at = remark.at ? ` (${remark.at.map((n) => n.toFixed(0)).join(" × ")} mm)` : "";
  return `${file}, ${page} ${number}${at}`;
}

function keep() {
  try { localStorage.setItem(KEPT, JSON.stringify(remarks)); } catch { /* as above */ }
  one("remarks").replaceChildren(...remarks.map((remark) => {
    const item = document.createElement("li");
    const place = document.createElement("a");
    place.href = "#" + remark.on;
    place.append(document.createElement("bdi"));
    place.firstChild.textContent = spoken(remark);
    item.append(place, ": " + remark.said);
    return item;
  }));
  one("remarks-copy").hidden = !remarks.length;
  one("remarks-text").value = remarks.map((r) => `${spoken(r)}: ${r.said}`).join("\n");
}

function showRemarks() {
  for (const held of all(".mark.remark", viewer)) held.remove();
  one("viewer-remarks").replaceChildren();
  remarks.forEach((remark, index) => {
    if (remark.on !== here) return;
    if (remark.at) {
      const [width, height, left, top] = measures();
      const [x, y] = [100 * (remark.at[0] + left) / width, 100 * (remark.at[1] + top) / height];
      mark([x - 1, y - 1, 2, 2], "remark", String(index + 1));
    }
    const item = document.createElement("li");
    const text = document.createElement("textarea");
    text.value = remark.said;
    text.setAttribute("aria-label", spoken(remark));
    text.addEventListener("input", () => { remark.said = text.value; keep(); });
    const away = document.createElement("button");
    away.type = "button";
    away.textContent = root.lang === "ar" ? "احذف" : "Remove";
    away.addEventListener("click", () => { remarks.splice(index, 1); keep(); showRemarks(); });
    item.append(text, away);
    one("viewer-remarks").append(item);
  });
}

// Width and height of the picture in mm, and where the trim begins in it.
function measures() {
  const image = one("viewer-image");
  const leaf = all(".leaf")[leaves.indexOf(here)];
  const sizes = [image.getAttribute("width") / 10, image.getAttribute("height") / 10];
  return [...sizes, Number(leaf.dataset.left), Number(leaf.dataset.top)];
}

function remark(at) {
  remarks.push({ on: here, at, said: "" });
  keep();
  showRemarks();
  one("viewer-remarks").lastElementChild.querySelector("textarea").focus();
}
one("remark-add").addEventListener("click", () => remark(null));
const placing = one("remark-place");
placing.addEventListener("click", () => {
  const now = placing.getAttribute("aria-pressed") !== "true";
  placing.setAttribute("aria-pressed", String(now));
  viewer.classList.toggle("placing", now);
});
one("viewer-image").addEventListener("click", (event) => {
  if (!viewer.classList.contains("placing")) return;
  const box = one("viewer-image").getBoundingClientRect();
  const [width, height, left, top] = measures();
  const x = (event.clientX - box.x) / box.width * width - left;
  const y = (event.clientY - box.y) / box.height * height - top;
  placing.click();
  remark([Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
});
one("remarks-copy").addEventListener("click", async () => {
  const text = one("remarks-text");
  text.hidden = false;
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    one("remarks-said").textContent = root.lang === "ar" ? "نُسخت" : "Copied";
  } catch { /* what is selected can be copied by hand */ }
});
keep();
follow();
