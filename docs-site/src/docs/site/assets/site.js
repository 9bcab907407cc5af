"use strict";
// Runs right after the menu: opens it on a wide screen and marks the page that is being read.
{
  const menu = document.querySelector("nav.site .menu");
  const wide = window.matchMedia("(min-width: 60rem)");
  const follow = () => { menu.open = wide.matches; };
  wide.addEventListener("change", follow);
  follow();
  for (const link of menu.querySelectorAll("a")) {
    if (new URL(link.href).pathname === window.location.pathname) {
      link.setAttribute("aria-current", "page");
    }
  }
}
