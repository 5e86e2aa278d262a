// A bot as most are written: reads what it may, says one thing, and stumbles once.
// Takes the address of the API and the bot's token; prints what it saw as one line of JSON.
import { DiscordAPIError, REST } from '@discordjs/rest';

const [api, token] = process.argv.slice(2);
const rest = new REST({ api, version: '1' }).setToken(token);

const me = await rest.get('/users/@me');
const guilds = await rest.get('/users/@me/guilds');
const channels = await rest.get(`/guilds/${guilds[0].id}/channels`);
const general = channels.find((channel) => channel.name === 'general');
const said = await rest.post(`/channels/${general.id}/messages`, { body: { content: 'Hello from Node' } });
const messages = await rest.get(`/channels/${general.id}/messages`, { query: new URLSearchParams({ limit: '10' }) });

let refusal;
try {
  await rest.get('/channels/1');
} catch (error) {
  if (!(error instanceof DiscordAPIError)) throw error;
  refusal = { status: error.status, code: error.code };
}

console.log(
  JSON.stringify({
    me: me.id,
    guilds: guilds.map((guild) => guild.name),
    said: said.id,
    messages: messages.map((message) => message.content),
    refusal,
  }),
);
