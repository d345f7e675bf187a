// Shows the page of the draft, follows the cursor of the editor, and sends the editor to where the reader clicks.
(function () {
  const vscode = acquireVsCodeApi();
  const draft = document.getElementById("draft");

  function innermost(offset) {
    let found;
    for (const place of draft.querySelectorAll(".block[data-start]")) {
      if (Number(place.dataset.start) <= offset && offset <= Number(place.dataset.end)) found = place;
    }
    return found;
  }

  function follow(offset) {
    draft.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
    const place = innermost(offset);
    if (place === undefined) return;
    const words = place.querySelector(":scope > :not(aside)");
    words.classList.add("here");
    words.scrollIntoView({ block: "nearest" });
  }

  window.addEventListener("message", ({ data }) => {
    if (typeof data.html === "string") draft.innerHTML = data.html;
    if (typeof data.offset === "number") follow(data.offset);
  });

  draft.addEventListener("click", ({ target }) => {
    const element = target instanceof Element ? target : null;
    const place = element?.closest("a") ? null : element?.closest("[data-start]");
    if (place) vscode.postMessage({ offset: Number(place.getAttribute("data-start")) });
  });

  const findings = document.getElementById("findings");

  function show(wanted) {
    document.body.classList.toggle("bare", !wanted);
    findings.setAttribute("aria-pressed", String(wanted));
    vscode.setState({ findings: wanted });
  }

  findings.addEventListener("click", () => show(document.body.classList.contains("bare")));
  show(vscode.getState()?.findings ?? true);
  document.getElementById("print").addEventListener("click", () => vscode.postMessage({ print: true }));
  vscode.postMessage({ ready: true });
})();
