// When the operator's page cannot be brought up to date it must not look as if it were.
(() => {
  "use strict";

  const say = (text) => {
    const stale = document.getElementById("stale");
    if (stale && stale.textContent !== text) stale.textContent = text;
  };
  const STALE = "The site does not answer: what stands below is from before. It goes on by itself.";

  // An answer without the part we asked for (a proxy's error, an error's page) must not take its place.
  document.addEventListener("htmx:before:swap", (event) => {
    const main = event.detail.tasks.find((task) => task.type === "main");
    if (main && !main.fragment.querySelector("#live")) {
      event.preventDefault();
      say(STALE);
    } else {
      say("");
    }
  });

  document.addEventListener("htmx:error", () => say(STALE));
})();
