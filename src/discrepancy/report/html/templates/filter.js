"use strict";
(() => {
  const form = document.getElementById("filters");
  const told = document.getElementById("told");
  const pieces = [...document.querySelectorAll("[data-o]")];
  const groups = [...document.querySelectorAll("[data-any]")].reverse();
  const stories = [...document.querySelectorAll("[data-s]")];
  const findings = [...document.querySelectorAll(".finding")];
  const fits = (wanted, given) => !wanted || (given ?? "").split(" ").includes(wanted);
  const seen = (within) => within.querySelector("[data-o]:not([hidden])") !== null;

  function apply() {
    const { s, o, v, d } = Object.fromEntries(new FormData(form));
    for (const piece of pieces) {
      const { o: outlets, v: verdict, d: dimension } = piece.dataset;
      piece.hidden = !(fits(o, outlets) && fits(v, verdict) && fits(d, dimension));
    }
    for (const group of groups) group.hidden = !seen(group);
    const empty = new Set();
    for (const story of stories) {
      if (story.localName === "section" && (o || v || d) && !seen(story)) empty.add(story.dataset.s);
    }
    for (const story of stories) story.hidden = !fits(s, story.dataset.s) || empty.has(story.dataset.s);
    const shown = findings.filter((one) => !one.hidden && !one.closest("section.story").hidden).length;
    told.textContent = `${shown} of ${findings.length} findings shown`;
  }

  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
