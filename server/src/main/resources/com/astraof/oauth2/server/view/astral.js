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

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

for (const guilds of document.querySelectorAll("fieldset[data-search]")) {
  const search = document.createElement("input");
  search.type = "search";
  search.placeholder = guilds.dataset.search;
  search.setAttribute("aria-label", guilds.dataset.search);
  guilds.querySelector("legend").after(search);

  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLocaleLowerCase();
    for (const guild of guilds.querySelectorAll("label")) {
      guild.hidden = !guild.textContent.toLocaleLowerCase().includes(wanted);
    }
  });
  // Enter would go on before a guild is chosen.
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
    }
  });
}

// An answer on its way to an app. Whoever comes back to this page is not sent on once more.
const onward = document.querySelector("form[data-sends-itself]");
if (onward && performance.getEntriesByType("navigation")[0]?.type !== "back_forward") {
  onward.submit();
}
