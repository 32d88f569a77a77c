import { tmpdir } from 'node:os';
import { freePort } from '@token04/test-kit/ports';
import { startService } from './service.mjs';

/**
 * Starts a Redis on this machine that keeps nothing on the disk.
 *
 * @param {{
 *   port?: number,
 *   password?: string,
 *   scheme?: 'redis' | 'rediss',
 *   args?: readonly string[],
 * }} options `args`: more of its own
 */
export async function startRedis({ port, password, scheme = 'redis', args = [] } = {}) {
  port ??= await freePort();
  const listen =
    scheme === 'redis' ? ['--port', `${port}`] : ['--port', '0', '--tls-port', `${port}`];
  const volatile = ['--save', '', '--appendonly', 'no', '--dir', tmpdir()];
  const secret = password === undefined ? [] : ['--requirepass', password];
  const all = ['--bind', '127.0.0.1', ...listen, ...volatile, ...secret, ...args];
  const service = await startService('redis-server', all, { port });
  const user = password === undefined ? '' : `:${password}@`;
  return { ...service, port, url: `${scheme}://${user}127.0.0.1:${port}` };
}
