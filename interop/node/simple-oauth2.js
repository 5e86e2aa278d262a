// simple-oauth2: an app with a secret, once in the header and once in the form.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { AuthorizationCode, ClientCredentials } from 'simple-oauth2';
import { app, approves, endpoints, isAda, isNobody, issuer } from './world.js';

for (const authorizationMethod of ['header', 'body']) {
  const authorizePath = new URL(endpoints.authorize).pathname;
  const auth = {
    tokenHost: issuer,
    tokenPath: new URL(endpoints.token).pathname,
    revokePath: new URL(endpoints.revoke).pathname,
  };
  const config = {
    client: { id: app.id, secret: app.secret },
    auth,
    options: { authorizationMethod },
    // Its switch for servers that answer a revocation with nothing, which is all that RFC 7009 asks for.
    http: { json: true },
  };
  const client = new AuthorizationCode({ ...config, auth: { ...auth, authorizePath } });

  const state = randomUUID();
  const request = { redirect_uri: app.redirectUri, scope: ['identify', 'guilds'], state };
  const answer = (await approves(client.authorizeURL(request))).searchParams;
  assert.equal(answer.get('state'), state);

  const tokens = await client.getToken({ code: answer.get('code'), redirect_uri: app.redirectUri });
  await isAda(tokens.token.access_token);
  assert.equal(tokens.expired(), false);

  const fresh = await tokens.refresh();
  await isAda(fresh.token.access_token);
  await fresh.revokeAll();
  await isNobody(fresh.token.access_token);

  const itself = await new ClientCredentials(config).getToken({});
  assert.equal(itself.token.token_type, 'Bearer');
}
