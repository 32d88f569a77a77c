import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@token04/test-kit/ports';
import { startService } from './service.mjs';

const CONFIG = fileURLToPath(new URL('../../../../deploy/haproxy/haproxy.cfg', import.meta.url));

/**
 * Starts HAProxy with the configuration of `deploy/`, before servers on this machine.
 *
 * @param {readonly number[]} serverPorts
 */
export async function startProxy(serverPorts) {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'token04-proxy-'));
  const servers = join(folder, 'servers.cfg');
  const lines = serverPorts.map((server, i) => `  server instance${i} 127.0.0.1:${server} check\n`);
  await writeFile(servers, `backend token04\n${lines.join('')}`);
  // -db: not in the background.
  const service = await startService('haproxy', ['-db', '-f', CONFIG, '-f', servers], {
    port,
    env: { PROXY_BIND: `127.0.0.1:${port}` },
  });
  return {
    ...service,
    url: `http://127.0.0.1:${port}`,
    async end() {
      await service.end();
      await rm(folder, { recursive: true });
    },
  };
}
