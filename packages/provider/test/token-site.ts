import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { listen } from '@token04/test-kit/ports';
import { build } from 'esbuild';

/** A page with the built provider, and the endpoint that it asks, on this machine. */
export interface TokenSite {
  readonly url: string;
  /** How many tokens were asked for. */
  requests: number;
  /** In seconds since 1970, by the server's clock. */
  now: number;
  /** Whether it hangs up on who asks for a token. */
  isDown: boolean;
  close(): void;
}

interface PageOptions {
  /** Stands in the page before the provider, as `<script>`. */
  head?: string;
  /** What globals of the provider are called in the page. */
  globals?: { [name: string]: string };
}

export async function startTokenSite({
  head = '',
  globals = {},
}: PageOptions = {}): Promise<TokenSite> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../dist/index.mjs', import.meta.url))],
    bundle: true,
    define: globals,
    format: 'esm',
    write: false,
  });
  const script = (outputFiles[0] as { text: string }).text;
  const html = `${head}<script type="module">
    import { createTokenProvider } from '/provider.js';
    globalThis.provider = createTokenProvider({
      fetchToken: ({ signal }) => fetch('/token', { method: 'POST', signal }),
    });
  </script>`;
  const server = createServer(({ url }, response) => {
    if (url === '/token') {
      site.requests += 1;
      if (site.isDown) {
        response.destroy();
        return;
      }
      const { requests, now } = site;
      const answer = { token: `token ${requests}`, expiresAt: now + 3600, renewAfter: 3570 };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    } else if (url === '/provider.js') {
      response.setHeader('content-type', 'text/javascript').end(script);
    } else {
      response.setHeader('content-type', 'text/html').end(html);
    }
  });
  const origin = await listen(server);
  const site: TokenSite = {
    url: `${origin}/`,
    requests: 0,
    now: 0,
    isDown: false,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return site;
}
