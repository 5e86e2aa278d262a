// oauth4webapi: the strict one. Checks each answer, also as the API would check an access token.
import assert from 'node:assert/strict';
import * as oauth from 'oauth4webapi';
import { app, approves, isNobody, issuer, me } from './world.js';

const http = { [oauth.allowInsecureRequests]: true };
const client = { client_id: app.id };
const basic = oauth.ClientSecretBasic(app.secret);
const found = await oauth.discoveryRequest(new URL(issuer), { algorithm: 'oauth2', ...http });
const as = await oauth.processDiscoveryResponse(new URL(issuer), found);

// EdDSA is the older name of Ed25519, for which the library makes no keys.
for (const alg of as.dpop_signing_alg_values_supported.filter((name) => name !== 'EdDSA')) {
  const DPoP = oauth.DPoP(client, await oauth.generateKeyPair(alg));
  const bound = { DPoP, ...http };
  const { code, verifier } = await signIn(bound);

  const tokens = await oauth.processAuthorizationCodeResponse(
    as,
    client,
    await oauth.authorizationCodeGrantRequest(as, client, basic, code, app.redirectUri, verifier, bound),
  );
  assert.equal(tokens.token_type, 'dpop');
  const fresh = await oauth.processRefreshTokenResponse(
    as,
    client,
    await oauth.refreshTokenGrantRequest(as, client, basic, tokens.refresh_token, bound),
  );

  const answer = await oauth.protectedResourceRequest(fresh.access_token, 'GET', me, undefined, null, bound);
  assert.equal((await answer.json()).username, 'ada');
  await isNobody(fresh.access_token);
  await end(fresh.refresh_token);
  await assert.rejects(oauth.protectedResourceRequest(fresh.access_token, 'GET', me, undefined, null, bound));
}

const itself = await oauth.processClientCredentialsResponse(
  as,
  client,
  await oauth.clientCredentialsGrantRequest(as, client, basic, {}, http),
);
const request = new Request(me, { headers: { Authorization: `Bearer ${itself.access_token}` } });
const claims = await oauth.validateJwtAccessToken(as, request, as.protected_resources[0], http);
assert.equal(claims.client_id, app.id);
assert.ok((await introspect(itself.access_token)).active);
await end(itself.access_token);
assert.equal((await introspect(itself.access_token)).active, false);

// An app that registers itself gets what it needs to get a token.
const registered = await oauth.processDynamicClientRegistrationResponse(
  await oauth.dynamicClientRegistrationRequest(as, { client_name: 'Stargazer', redirect_uris: [app.redirectUri] }, http),
);
const own = await oauth.processClientCredentialsResponse(
  as,
  registered,
  await oauth.clientCredentialsGrantRequest(as, registered, oauth.ClientSecretBasic(registered.client_secret), {}, http),
);
assert.ok(own.access_token);

async function signIn(bound) {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const parameters = {
    response_type: 'code',
    redirect_uri: app.redirectUri,
    scope: 'identify',
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  const { request_uri } = await oauth.processPushedAuthorizationResponse(
    as,
    client,
    await oauth.pushedAuthorizationRequest(as, client, basic, parameters, bound),
  );
  const url = new URL(as.authorization_endpoint);
  url.search = new URLSearchParams({ client_id: app.id, request_uri });
  return { code: oauth.validateAuthResponse(as, client, await approves(url), state), verifier };
}

async function introspect(token) {
  return oauth.processIntrospectionResponse(
    as,
    client,
    await oauth.introspectionRequest(as, client, basic, token, http),
  );
}

async function end(token) {
  await oauth.processRevocationResponse(await oauth.revocationRequest(as, client, basic, token, http));
}
