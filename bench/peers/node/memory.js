// A store in memory that forgets nothing before its time: the one that comes along keeps the last thousand things alone.
const things = new Map();
const grants = new Map();
const sessions = new Map();

export class Memory {
  constructor(model) {
    this.model = model;
  }

  key(id) {
    return `${this.model}:${id}`;
  }

  async upsert(id, payload, expiresIn) {
    const key = this.key(id);
    things.set(key, { payload, until: expiresIn ? Date.now() + expiresIn * 1000 : Infinity });
    if (payload.grantId && this.model !== 'Session') {
      const members = grants.get(payload.grantId) ?? new Set();
      grants.set(payload.grantId, members.add(key));
    }
    if (this.model === 'Session') {
      sessions.set(payload.uid, id);
    }
  }

  async find(id) {
    const thing = things.get(this.key(id));
    return thing && thing.until > Date.now() ? thing.payload : undefined;
  }

  async findByUid(uid) {
    return this.find(sessions.get(uid));
  }

  async findByUserCode() {
    return undefined;
  }

  async consume(id) {
    things.get(this.key(id)).payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id) {
    things.delete(this.key(id));
  }

  async revokeByGrantId(grantId) {
    for (const key of grants.get(grantId) ?? []) {
      things.delete(key);
    }
    grants.delete(grantId);
  }
}
