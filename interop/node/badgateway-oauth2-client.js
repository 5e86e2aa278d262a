// @badgateway/oauth2-client: with PKCE and without a secret, then with one.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { OAuth2Client, generateCodeVerifier } from '@badgateway/oauth2-client';
import { app, approves, isAda, isNobody, issuer, pocket } from './world.js';

const discoveryEndpoint = `${issuer}/.well-known/oauth-authorization-server`;

async function signIn(client, redirectUri) {
  const request = { redirectUri, state: randomUUID(), codeVerifier: await generateCodeVerifier() };
  const scope = ['identify', 'guilds'];
  const callback = await approves(await client.authorizationCode.getAuthorizeUri({ ...request, scope }));
  const token = await client.authorizationCode.getTokenFromCodeRedirect(callback, request);
  await isAda(token.accessToken);

  const fresh = await client.refreshToken(token);
  await isAda(fresh.accessToken);
  return fresh;
}

const open = new OAuth2Client({ server: issuer, discoveryEndpoint, clientId: pocket.id });
const token = await signIn(open, pocket.redirectUri);
await open.revoke(token, 'refresh_token');
await isNobody(token.accessToken);

for (const authenticationMethod of ['client_secret_basic', 'client_secret_post']) {
  const client = new OAuth2Client({
    server: issuer,
    discoveryEndpoint,
    clientId: app.id,
    clientSecret: app.secret,
    authenticationMethod,
  });
  const own = await signIn(client, app.redirectUri);
  assert.ok((await client.introspect(own)).active);
  await client.revoke(own);
  assert.equal((await client.introspect(own)).active, false);
  assert.ok((await client.introspect(await client.clientCredentials())).active);
}
