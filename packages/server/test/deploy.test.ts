// What deploy/ sets and asks for, held against what the server takes and has.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from '@token04/test-kit/test-folder';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../src/ready/config.ts';
import { SETTINGS } from '../src/ready/settings.ts';
import { serverSecret } from './app.ts';

const folder = testFolder();
const secretFile = join(folder, 'server-secret');
writeFileSync(secretFile, serverSecret);

const read = (path: string) =>
  readFileSync(new URL(`../../../deploy/${path}`, import.meta.url), 'utf8');

const deployment = parse(read('kubernetes/deployment.yaml'));
const [container] = deployment.spec.template.spec.containers;
const { server, proxy } = parse(read('compose.yaml')).services;

/** What `docker compose` fills in. */
const FILLED: { readonly [name: string]: string } = {
  ZEGO_APP_ID: '1234567890',
  JWKS_URL: 'https://login.example/keys',
  JWT_ISSUER: 'https://login.example/',
  JWT_AUDIENCE: 'token-endpoint',
};

const environments: { readonly [name: string]: { readonly [name: string]: string } } = {
  Kubernetes: Object.fromEntries(
    container.env.map(({ name, value }: { name: string; value: string }) => [name, value]),
  ),
  Compose: Object.fromEntries(
    Object.entries(server.environment as { [name: string]: string }).map(([name, value]) => [
      name,
      value.replace(/^\$\{(\w+):\?.*\}$/, (_, variable: string) => FILLED[variable] ?? ''),
    ]),
  ),
};

describe.each(Object.entries(environments))('the settings of %s', (_name, environment) => {
  test('are known', () => {
    const variables = Object.values(SETTINGS).map(({ variable }) => variable);
    expect(variables).toEqual(expect.arrayContaining(Object.keys(environment)));
  });

  test('are good, with the secret in a file and limits in Redis', () => {
    expect(environment['ZEGO_SERVER_SECRET_FILE']).toBe('/run/zego/server-secret');
    const env = { ...environment, ZEGO_SERVER_SECRET_FILE: secretFile };
    expect(readConfig(env, undefined, undefined)).toMatchObject({
      appId: 1234567890,
      redisUrl: expect.stringMatching(/^redis:/),
      limitWithoutRedis: 'own',
    });
  });
});

test('probes ask for what is there, on the port of the image', () => {
  const [, port] = /PORT=(\d+)/.exec(read('Dockerfile')) ?? [];
  expect(container.ports).toContainEqual({ name: 'http', containerPort: Number(port) });
  const paths = ['startupProbe', 'livenessProbe', 'readinessProbe'].map(
    (probe) => container[probe].httpGet,
  );
  expect(paths).toEqual([
    { path: '/healthz', port: 'http' },
    { path: '/healthz', port: 'http' },
    { path: '/readyz', port: 'http' },
  ]);
  expect(read('haproxy/servers.cfg')).toContain(` server:${port} `);
  expect(read('haproxy/haproxy.cfg')).toContain('uri /readyz');
});

test('nobody is root, and no file system is written to', () => {
  const { securityContext } = deployment.spec.template.spec;
  const [, user] = /^USER (\d+)$/m.exec(read('Dockerfile')) ?? [];
  expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: Number(user) });
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  for (const service of [server, proxy]) {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  }
});

test('an instance is given the time that it takes to stop', () => {
  const { terminationGracePeriodSeconds } = deployment.spec.template.spec;
  const { seconds } = container.lifecycle.preStop.sleep;
  expect(terminationGracePeriodSeconds).toBeGreaterThan(seconds + 11);
  expect(Number.parseInt(server.stop_grace_period, 10)).toBeGreaterThan(11);
});
