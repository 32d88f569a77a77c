// Serves the built site on this machine, compressed as GitHub Pages does: for the tests, for lighthouse,
// and for whoever runs this file.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import compression from '@polka/compression';
import { listen } from '@token04/test-kit/ports';
import sirv from 'sirv';

const dist = fileURLToPath(new URL('dist', import.meta.url));

/** Answers on any free port, unless one is given. */
export async function serveSite(port = 0) {
  const notFound = readFileSync(new URL('dist/404.html', import.meta.url));
  const compress = compression({ brotli: false });
  const files = sirv(dist, {
    etag: true,
    maxAge: 600,
    onNoMatch(_request, response) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(notFound);
    },
  });
  const server = createServer((request, response) => {
    compress(request, response, () => files(request, response));
  });
  return {
    url: await listen(server, port),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await serveSite(4173);
  console.log(`${url}/`);
}
