import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { listen } from '../../../test-kit/dist/ports.mjs';
import { REPORT_MARK } from './report.mjs';

/** Neither eval nor inline scripts. */
const CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

const HTML = `<!doctype html>
<script src="/messenger.js"></script>
<script type="module" src="/suite.mjs"></script>`;

/** In the page: what the suite prints, and what it throws, goes back to the server. */
const MESSENGER = `
const tell = (path, text) => void fetch(path, { method: 'POST', body: String(text) });
console.log = (text) => tell('/printed', text);
addEventListener('error', ({ message }) => tell('/thrown', message));
addEventListener('unhandledrejection', ({ reason }) => tell('/thrown', reason));`;

/**
 * Runs a bundle as a module of a page on this machine, which is a secure context for WebCrypto.
 *
 * @param startBrowser promises `{ version, open(url), close() }`
 * @param timeout in milliseconds
 * @returns `{ version, output }`
 */
export async function runInPage(startBrowser, bundle, timeout) {
  const { promise: reported, resolve, reject } = withResolvers();
  const server = createServer(async (request, response) => {
    switch (request.url) {
      case '/':
        response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
        return response.setHeader('Content-Type', 'text/html').end(HTML);
      case '/messenger.js':
        return response.setHeader('Content-Type', 'text/javascript').end(MESSENGER);
      case '/suite.mjs':
        response.setHeader('Content-Type', 'text/javascript');
        return response.end(await readFile(bundle));
      case '/printed': {
        const text = await textOf(request);
        if (text.startsWith(REPORT_MARK)) resolve(text);
        return response.end();
      }
      case '/thrown':
        reject(new Error(`the page threw: ${await textOf(request)}`));
        return response.end();
      default:
        return response.writeHead(404).end();
    }
  });
  const url = await listen(server);
  const timer = setTimeout(() => reject(new Error(`no report after ${timeout} ms`)), timeout);
  // What is rejected while the browser starts is thrown below.
  reported.catch(() => {});
  try {
    const browser = await startBrowser();
    try {
      await browser.open(`${url}/`);
      return { version: browser.version, output: await reported };
    } finally {
      await browser.close();
    }
  } finally {
    clearTimeout(timer);
    server.closeAllConnections();
    server.close();
  }
}

/** Promise.withResolvers, which Node.js 20 lacks. */
function withResolvers() {
  let functions;
  const promise = new Promise((resolve, reject) => {
    functions = { resolve, reject };
  });
  return { promise, ...functions };
}

async function textOf(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
