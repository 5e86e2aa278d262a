// Hands a page's question to the passkeys of the browser, and their answer to the form around it.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const known = (list) => list.map((one) => ({ ...one, id: bytes(one.id) }));

function ask(kind, question) {
  const publicKey = { ...question, challenge: bytes(question.challenge) };
  if (kind === "get") {
    publicKey.allowCredentials = known(question.allowCredentials);
    return navigator.credentials.get({ publicKey });
  }
  publicKey.user = { ...question.user, id: bytes(question.user.id) };
  publicKey.excludeCredentials = known(question.excludeCredentials);
  return navigator.credentials.create({ publicKey });
}

function answerOf(credential) {
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[part]) {
      response[part] = text(credential.response[part]);
    }
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {},
  });
}

for (const place of document.querySelectorAll("[data-passkey]")) {
  const button = place.querySelector("button");
  const problem = place.querySelector("[role=alert]");
  const form = place.closest("form");
  const supported = window.PublicKeyCredential !== undefined;
  button.hidden = !supported;
  place.querySelector("[data-missing]").hidden = supported;

  button.addEventListener("click", async () => {
    const field = document.getElementById(place.dataset.instead);
    if (!field && !form.reportValidity()) {
      return;
    }
    problem.hidden = true;
    button.disabled = true;
    try {
      const credential = await ask(place.dataset.passkey, JSON.parse(place.dataset.question));
      place.querySelector("input").value = answerOf(credential);
      field?.removeAttribute("required");
      form.requestSubmit(form.querySelector("[type=submit]"));
    } catch {
      // Declined, too late, or none that fits: the page stays, with all other ways on it.
      problem.hidden = false;
    }
    button.disabled = false;
  });
}
