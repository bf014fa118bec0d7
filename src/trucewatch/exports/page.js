"use strict";
(() => {
  const LABELS = { origin: "origin", via: "via", actor: "actor", recipient: "towards", when: "when", where: "where", casualties: "people", agreement: "agreement" };
  const ROLES = Object.keys(LABELS);
  const wide = matchMedia("(min-width: 60rem)");
  const pairs = (value) => (value || "").split(" ").filter(Boolean).map((pair) => pair.split("."));
  let pinned = null;

  function start(report) {
    const pieces = [...report.querySelectorAll(".s")].map((node) => ({ node, marks: pairs(node.dataset.m), opens: pairs(node.dataset.o), rest: node.className }));
    const refs = [...report.querySelectorAll(".ref")];
    const cards = new Map([...report.querySelectorAll(".card")].map((card) => [card.dataset.c, card]));
    const text = report.querySelector(".text");

    function show(claims) {
      for (const { node, marks, opens, rest } of pieces) {
        node.className = rest;
        delete node.dataset.l;
        const mine = marks.filter(([claim]) => claims.includes(claim)).map(([, role]) => role);
        if (!mine.length) continue;
        const role = ROLES.find((name) => mine.includes(name));
        node.className = `s k-${role || "act"} on${mine.includes("act") ? " act" : ""}`;
        const begins = ROLES.find((name) => claims.length === 1 && opens.some(([claim, opened]) => claim === claims[0] && opened === name));
        if (begins) node.dataset.l = LABELS[begins];
      }
      for (const ref of refs) ref.classList.toggle("on", claims.includes(ref.dataset.c));
      for (const [claim, card] of cards) card.classList.toggle("on", claims.includes(claim));
    }
    const back = () => show(pinned && pinned.report === report ? [pinned.claim] : []);

    function pin(claim) {
      if (pinned && pinned.report !== report) pinned.clear();
      pinned = { report, claim, clear: () => show([]) };
      show([claim]);
    }
    function reveal(claim) {
      const first = pieces.find(({ marks }) => marks.some(([c, role]) => c === claim && role === "act"));
      if (!first || !wide.matches) return;
      const box = text.getBoundingClientRect(), words = first.node.getBoundingClientRect();
      if (words.top < box.top + 30 || words.bottom > box.bottom - 30) text.scrollTop += words.top - box.top - box.height / 3;
    }
    const nearest = (marks) => {
      const claims = [...new Set(marks.filter(([, role]) => role === "act").concat(marks).map(([claim]) => claim))];
      const at = pinned && pinned.report === report ? claims.indexOf(pinned.claim) : -1;
      return claims[(at + 1) % claims.length];
    };

    for (const [claim, card] of cards) {
      card.addEventListener("mouseenter", () => { show([claim]); reveal(claim); });
      card.addEventListener("mouseleave", back);
      card.addEventListener("focusin", () => { pin(claim); reveal(claim); });
      card.addEventListener("click", (event) => {
        if (!event.target.closest("a, summary")) { pin(claim); reveal(claim); }
      });
    }
    for (const { node, marks } of pieces) {
      node.addEventListener("mouseenter", () => show([...new Set(marks.map(([claim]) => claim))]));
      node.addEventListener("mouseleave", back);
      node.addEventListener("click", () => {
        const claim = nearest(marks);
        pin(claim);
        if (wide.matches) cards.get(claim).scrollIntoView({ block: "nearest" });
      });
    }
    for (const ref of refs) {
      ref.addEventListener("focus", () => pin(ref.dataset.c));
      ref.addEventListener("mouseenter", () => show([ref.dataset.c]));
      ref.addEventListener("mouseleave", back);
      ref.addEventListener("click", () => pin(ref.dataset.c));
    }
  }

  document.querySelectorAll(".report").forEach(start);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pinned) { pinned.clear(); pinned = null; }
  });
})();
