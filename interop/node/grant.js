// grant: a website that lets people sign in, by configuration alone.
import assert from 'node:assert/strict';
import express from 'express';
import session from 'express-session';
import grant from 'grant';
import { app, endpoints, isAda } from './world.js';
import { visit } from './visit.js';

for (const token_endpoint_auth_method of ['client_secret_post', 'client_secret_basic']) {
  const config = {
    defaults: { origin: new URL(app.redirectUri).origin, transport: 'session', state: true, pkce: true },
    astral: {
      authorize_url: endpoints.authorize,
      access_url: endpoints.token,
      oauth: 2,
      key: app.id,
      secret: app.secret,
      callback: '/welcome',
      scope: ['identify', 'guilds'],
      scope_delimiter: ' ',
      token_endpoint_auth_method,
    },
  };

  const website = express();
  website.use(session({ secret: 'of this website alone', resave: false, saveUninitialized: false }));
  website.use(grant.express(config));
  website.get('/welcome', (request, response) => response.json(request.session.grant.response));

  const page = await visit(website, '/connect/astral');
  assert.ok(page.refresh_token);
  await isAda(page.access_token);
}
