// node-oidc-provider as its documentation has it: rotating refresh tokens, no development features, state in memory.
// node server.js PORT CLIENT_ID CLIENT_SECRET REDIRECT_URI SCOPE
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { Memory } from './memory.js';

const [port, clientId, clientSecret, redirectUri, scope] = process.argv.slice(2);

const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const key = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'one' };

const provider = new Provider(`http://127.0.0.1:${port}`, {
  adapter: Memory,
  jwks: { keys: [key] },
  cookies: { keys: [randomBytes(32).toString('hex')] },
  scopes: ['openid', 'offline_access', scope],
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      response_types: ['code'],
      scope,
    },
  ],
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
  },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  rotateRefreshToken: true,
  issueRefreshToken: () => true,
  // A session knows its last grant alone, and would end the others.
  expiresWithSession: () => false,
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  // Consent is known, and each authorization is a grant of its own, as with the other servers.
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope(scope);
    await grant.save();
    return grant;
  },
});

// Whoever comes is believed: signing in is prepared here, and not measured.
async function signIn(request, response) {
  const { params } = await provider.interactionDetails(request, response);
  await provider.interactionFinished(request, response, { login: { accountId: params.login_hint } });
}

const answer = provider.callback();
const server = createServer((request, response) =>
  request.url.startsWith('/interaction/') ? signIn(request, response) : answer(request, response),
);
server.keepAliveTimeout = 120_000;
server.listen(Number(port), '127.0.0.1');
