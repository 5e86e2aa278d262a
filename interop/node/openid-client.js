// openid-client: everything that it can do and we can do, found by discovery.
import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { app, approves, enters, isAda, isNobody, issuer, me, pocket, signing } from './world.js';

const http = { algorithm: 'oauth2', execute: [client.allowInsecureRequests] };
const confidential = await client.discovery(new URL(issuer), app.id, app.secret, client.ClientSecretPost(), http);
const open = await client.discovery(new URL(issuer), pocket.id, undefined, client.None(), http);

await signInWithPkce();
await signInWithPushedRequestAndKey();
await signInOnDevice();
await actAsItself();
await signInWithSignature();

async function signInWithPkce() {
  const { url, checks } = await request(pocket, 'identify guilds');
  const callback = await approves(client.buildAuthorizationUrl(open, url));

  const tokens = await client.authorizationCodeGrant(open, callback, checks);
  await isAda(tokens.access_token);
  assert.equal(tokens.scope, 'identify guilds');

  const fresh = await client.refreshTokenGrant(open, tokens.refresh_token);
  assert.notEqual(fresh.refresh_token, tokens.refresh_token);
  await isAda(fresh.access_token);

  await client.tokenRevocation(open, fresh.refresh_token);
  await isNobody(fresh.access_token);
  await assert.rejects(client.refreshTokenGrant(open, fresh.refresh_token), { error: 'invalid_grant' });
}

async function signInWithPushedRequestAndKey() {
  const DPoP = client.getDPoPHandle(confidential, await client.randomDPoPKeyPair('ES256'));
  const { url, checks } = await request(app, 'identify');
  const pushed = await client.buildAuthorizationUrlWithPAR(confidential, url, { DPoP });
  assert.ok(pushed.searchParams.has('request_uri'));

  const tokens = await client.authorizationCodeGrant(confidential, await approves(pushed), checks, {}, { DPoP });
  assert.equal(tokens.token_type, 'dpop');
  await isNobody(tokens.access_token);

  const fresh = await client.refreshTokenGrant(confidential, tokens.refresh_token, {}, { DPoP });
  const answer = await client.fetchProtectedResource(confidential, fresh.access_token, me, 'GET', null, null, { DPoP });
  assert.equal((await answer.json()).username, 'ada');

  const about = await client.tokenIntrospection(confidential, fresh.access_token);
  assert.ok(about.active);
  assert.ok(about.cnf.jkt);
  await client.tokenRevocation(confidential, fresh.access_token);
  assert.equal((await client.tokenIntrospection(confidential, fresh.access_token)).active, false);
}

async function signInOnDevice() {
  const device = await client.initiateDeviceAuthorization(open, { scope: 'identify' });
  await enters(device.user_code);
  await isAda((await client.pollDeviceAuthorizationGrant(open, device)).access_token);
}

async function actAsItself() {
  const tokens = await client.clientCredentialsGrant(confidential);
  assert.ok((await client.tokenIntrospection(confidential, tokens.access_token)).active);
}

async function signInWithSignature() {
  const key = await crypto.subtle.importKey('jwk', signing.key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const proof = client.PrivateKeyJwt({ key, kid: signing.key.kid });
  const signer = await client.discovery(new URL(issuer), signing.id, undefined, proof, http);
  const { url, checks } = await request(signing, 'identify');
  const callback = await approves(await client.buildAuthorizationUrlWithPAR(signer, url));

  const tokens = await client.authorizationCodeGrant(signer, callback, checks);
  const fresh = await client.refreshTokenGrant(signer, tokens.refresh_token);
  await isAda(fresh.access_token);
  await client.tokenRevocation(signer, fresh.access_token);
  assert.equal((await client.tokenIntrospection(signer, fresh.access_token)).active, false);
}

async function request({ redirectUri }, scope) {
  const checks = { pkceCodeVerifier: client.randomPKCECodeVerifier(), expectedState: client.randomState() };
  const url = {
    redirect_uri: redirectUri,
    scope,
    state: checks.expectedState,
    code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
  };
  return { url, checks };
}
