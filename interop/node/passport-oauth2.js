// passport-oauth2: a website that lets people sign in, with state and PKCE kept in their session.
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import OAuth2Strategy from 'passport-oauth2';
import { app, endpoints, isAda } from './world.js';
import { visit } from './visit.js';

const options = {
  authorizationURL: endpoints.authorize,
  tokenURL: endpoints.token,
  clientID: app.id,
  clientSecret: app.secret,
  callbackURL: app.redirectUri,
  scope: ['identify', 'guilds'],
  state: true,
  pkce: true,
};
passport.use(new OAuth2Strategy(options, (access, refresh, profile, done) => done(null, { access, refresh })));

const website = express();
website.use(session({ secret: 'of this website alone', resave: false, saveUninitialized: false }));
website.get('/login', passport.authenticate('oauth2'));
website.get(new URL(app.redirectUri).pathname, passport.authenticate('oauth2', { session: false }), (request, response) =>
  response.json(request.user),
);

await isAda((await visit(website, '/login')).access);
