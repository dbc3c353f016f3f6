// What htmx leaves to the page when a vote is sent: say so when the answer is no page of ours, and keep the focus near.
(() => {
  "use strict";

  const say = (text) => {
    const notice = document.getElementById("notice");
    if (notice) notice.textContent = text;
  };

  // An answer without the part we asked for (a proxy's error, a problem document) must not empty the form.
  document.addEventListener("htmx:before:swap", (event) => {
    const main = event.detail.tasks.find((task) => task.type === "main");
    if (main && main.fragment.childElementCount === 0) {
      event.preventDefault();
      say("We cannot say whether your vote was counted: the answer was no page. Reload to see; voting again is safe.");
    }
  });

  document.addEventListener("htmx:error", () => {
    say("Your vote did not get through: the site does not answer. Voting again is safe, it never counts twice.");
  });

  // The button to withdraw goes away with the vote; whoever pressed it goes on at the first choice of the same form.
  let form = null;
  document.addEventListener("htmx:before:request", (event) => {
    form = event.detail.ctx.sourceElement;
  });
  document.addEventListener("htmx:after:swap", () => {
    if (form?.isConnected && (!document.activeElement || document.activeElement === document.body)) {
      form.querySelector("button")?.focus({ preventScroll: true });
    }
  });
})();
