// Ada visits the website of an app, signs in there, and looks at the page that she ends on.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { app, approves } from './world.js';

/** Serves the website where the application's redirect URI points; the page that Ada sees in the end, as JSON. */
export async function visit(website, start) {
  const { origin, port } = new URL(app.redirectUri);
  const server = website.listen(port, 'localhost');
  await once(server, 'listening');
  try {
    const leaves = await fetch(origin + start, { redirect: 'manual' });
    assert.equal(leaves.status, 302, await leaves.text());
    const headers = { Cookie: leaves.headers.get('set-cookie').split(';')[0] };

    let page = await fetch(await approves(leaves.headers.get('location')), { headers, redirect: 'manual' });
    while (page.status === 302) {
      page = await fetch(new URL(page.headers.get('location'), origin), { headers, redirect: 'manual' });
    }
    const seen = await page.text();
    assert.equal(page.status, 200, seen);
    return JSON.parse(seen);
  } finally {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
}
