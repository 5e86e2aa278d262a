// Where a program finds itself: a server, two applications that are registered there, and Ada.
import assert from 'node:assert/strict';

const world = JSON.parse(process.argv[2]);

export const issuer = world.issuer;
/** A confidential application: id, secret, redirectUri. */
export const app = world.app;
/** A confidential application that signs: id, redirectUri, and its private key as a JWK. */
export const signing = world.signing;
/** A public one: id, redirectUri. */
export const pocket = world.pocket;
/** An address of the API. */
export const me = new URL('/api/v1/users/@me', issuer);

export const endpoints = {
  authorize: `${issuer}/oauth2/authorize`,
  token: `${issuer}/api/v1/oauth2/token`,
  revoke: `${issuer}/api/v1/oauth2/token/revoke`,
};

/** Ada opens the address and says yes; the address that she is sent back to. */
export async function approves(address) {
  return new URL(await asksAda('approve', address));
}

/** Ada enters the code that a device shows, and says yes. */
export async function enters(userCode) {
  await asksAda('enter', userCode);
}

/** The API knows by the access token that this is Ada. */
export async function isAda(accessToken) {
  const answer = await call(accessToken);
  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).username, 'ada');
}

/** The API does not take the access token, or no longer. */
export async function isNobody(accessToken) {
  assert.equal((await call(accessToken)).status, 401);
}

function call(accessToken) {
  return fetch(me, { headers: { Authorization: `Bearer ${accessToken}` } });
}

async function asksAda(what, about) {
  const answer = await fetch(`${world.ada}/${what}`, { method: 'POST', body: String(about) });
  const said = await answer.text();
  assert.equal(answer.status, 200, said);
  return said;
}
