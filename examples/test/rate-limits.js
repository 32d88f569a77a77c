import { WorkerEntrypoint } from 'cloudflare:workers';

/** As `simple` of ratelimits in wrangler.jsonc, for a period without end. */
const LIMIT = 20;
const counts = new Map();

/** The interface of Cloudflare's rate limit binding. */
export class RateLimit extends WorkerEntrypoint {
  limit({ key }) {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { success: count <= LIMIT };
  }
}
