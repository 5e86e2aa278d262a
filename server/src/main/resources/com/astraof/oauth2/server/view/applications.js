// What makes the pages of applications more comfortable. They work without it.

/** Spells the address like AuthorizationUrl: parameters in the order of the documentation. */
function authorizationUrl(form) {
  const chosen = new FormData(form);
  const scopes = chosen.getAll("scope");
  const redirectUri = chosen.get("redirect_uri");
  const query = new URLSearchParams({ client_id: form.dataset.clientId });
  if (redirectUri) {
    query.set("redirect_uri", redirectUri);
    query.set("response_type", "code");
  }
  query.set("scope", scopes.join(" "));
  if (scopes.includes("bot")) {
    query.set("permissions", chosen.getAll("permissions").reduce((all, one) => all | BigInt(one), 0n));
  }
  return {
    query,
    lacksScope: scopes.length === 0,
    lacksRedirectUri: !redirectUri && scopes.length > 0 && scopes.join() !== "bot",
  };
}

const builder = document.getElementById("builder");
if (builder) {
  const show = () => {
    const url = authorizationUrl(builder);
    const open = document.getElementById("open-url");
    document.getElementById("authorization-url").textContent = `${builder.dataset.endpoint}?${url.query}`;
    document.getElementById("lacks-scope").hidden = !url.lacksScope;
    document.getElementById("lacks-redirect").hidden = !url.lacksRedirectUri;
    open?.setAttribute("href", `/oauth2/authorize?${url.query}`);
  };
  document.getElementById("update").hidden = true;
  builder.addEventListener("input", show);
  // Browsers put earlier choices back when one returns to a page.
  addEventListener("pageshow", show);
}

for (const mirror of document.querySelectorAll("[data-mirrors]")) {
  const field = document.getElementById(mirror.dataset.mirrors);
  const shown = mirror.querySelector("bdi") ?? mirror;
  const show = () => {
    shown.textContent = field.value;
  };
  field.addEventListener("input", show);
  // Something may have been typed already.
  addEventListener("pageshow", show);
}
