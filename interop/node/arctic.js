// arctic: its client for any server, with a secret and without.
import assert from 'node:assert/strict';
import { CodeChallengeMethod, OAuth2Client, OAuth2RequestError, generateCodeVerifier, generateState } from 'arctic';
import { app, approves, endpoints, isAda, isNobody, pocket } from './world.js';

for (const { id, secret = null, redirectUri } of [app, pocket]) {
  const client = new OAuth2Client(id, secret, redirectUri);
  const state = generateState();
  const verifier = generateCodeVerifier();
  const scopes = ['identify', 'guilds'];
  const answer = (
    await approves(
      client.createAuthorizationURLWithPKCE(endpoints.authorize, state, CodeChallengeMethod.S256, verifier, scopes),
    )
  ).searchParams;
  assert.equal(answer.get('state'), state);

  const tokens = await client.validateAuthorizationCode(endpoints.token, answer.get('code'), verifier);
  await isAda(tokens.accessToken());
  assert.deepEqual(tokens.scopes(), scopes);

  const narrowed = await client.refreshAccessToken(endpoints.token, tokens.refreshToken(), ['identify']);
  await isAda(narrowed.accessToken());
  assert.deepEqual(narrowed.scopes(), ['identify']);

  await client.revokeToken(endpoints.revoke, narrowed.refreshToken());
  await isNobody(narrowed.accessToken());
  await assert.rejects(
    client.refreshAccessToken(endpoints.token, narrowed.refreshToken(), []),
    (error) => error instanceof OAuth2RequestError && error.code === 'invalid_grant',
  );
}
