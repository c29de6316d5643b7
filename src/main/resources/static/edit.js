"use strict";
// Takes whoever follows a fault to its line in the text, and marks it there.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-line]");
  const area = link && document.querySelector(`textarea[name="${CSS.escape(link.dataset.file)}"]`);
  if (!area) return;
  event.preventDefault();
  for (let fold = area.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const lines = area.value.split("\n");
  const at = Math.min(Number(link.dataset.line), lines.length) - 1;
  const from = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
  document.getElementById(`${link.dataset.file}-${at + 1}`)?.scrollIntoView({ block: "center" });
  area.focus({ preventScroll: true });
  area.setSelectionRange(from, from + lines[at].length);
});
