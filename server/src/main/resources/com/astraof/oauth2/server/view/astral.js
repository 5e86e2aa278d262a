// What makes pages more comfortable. They work without it.

for (const button of document.querySelectorAll("button[data-copy]")) {
  const value = document.getElementById(button.dataset.copy);
  const words = button.querySelector("span");
  const before = words.textContent;
  let reminder;

  // Browsers have no clipboard where the connection is not safe: then the value can still be selected.
  button.hidden = !navigator.clipboard;

  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(value.textContent);
    } catch {
      getSelection().selectAllChildren(value);
      return;
    }
    words.textContent = button.dataset.copied;
    clearTimeout(reminder);
    reminder = setTimeout(() => {
      words.textContent = before;
    }, 2000);
  });
}
