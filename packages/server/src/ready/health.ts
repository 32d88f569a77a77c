import { Hono } from 'hono';

export interface HealthSources {
  /** Each throws where there is none to make tokens with. */
  readonly secrets: readonly { now(): string }[];
  /** How that stands on which limits and identities depend, in words. */
  readonly words: { readonly [name: string]: () => string };
}

const NO_STORE = { 'Cache-Control': 'no-store' };

/**
 * `/healthz` says that the process is alive, `/readyz` whether it would give tokens. What all
 * instances share is reported there as words alone: where it made instances not ready, one outage
 * would take all of them out at once. While the server stops, `serve` answers both with 503.
 */
export function healthRoutes({ secrets, words }: HealthSources): Hono {
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok' }, 200, NO_STORE));
  app.get('/readyz', (context) => {
    const ready = secrets.every(isRead);
    const said = Object.entries(words).map(([name, word]) => [name, word()]);
    return context.json(
      {
        status: ready ? 'ready' : 'not ready',
        secrets: ready ? 'read' : 'not read',
        ...Object.fromEntries(said),
      },
      ready ? 200 : 503,
      NO_STORE,
    );
  });
  return app;
}

function isRead(secret: { now(): string }): boolean {
  try {
    return secret.now() !== '';
  } catch {
    return false;
  }
}
