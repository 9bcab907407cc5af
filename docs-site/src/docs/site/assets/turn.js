"use strict";
// Runs at the end of the page: links to the page before and after this one, in the order of the menu.
{
  const links = [...document.querySelectorAll("nav.site .menu a")];
  const here = links.findIndex((link) => link.getAttribute("aria-current") === "page");
  const turn = document.getElementById("turn");
  const add = (target, word, kind) => {
    if (!target) {
      return;
    }
    const link = document.createElement("a");
    link.href = target.href;
    link.className = kind;
    const small = document.createElement("span");
    small.textContent = word;
    link.append(small, target.textContent);
    turn.append(link);
  };
  add(here > 0 ? links[here - 1] : null, "Before", "before");
  add(links[here + 1], here < 0 ? "Start here" : "Next", "next");
}
