// Checks what lies in this folder against the rules of those who read it: `node deploy/check.mjs`, once
// the packages of requirements.txt and HAProxy are installed. A line a check, and exit 1 where one
// fails.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tally } from '@token04/test-kit/tally';
import { execa } from 'execa';

const folder = fileURLToPath(new URL('.', import.meta.url));
const manifests = readdirSync(`${folder}kubernetes`).map((name) => `kubernetes/${name}`);

const checks = {
  Dockerfile: ['hadolint', 'Dockerfile'],
  'compose.yaml': ['check-jsonschema', '--builtin-schema', 'vendor.compose-spec', 'compose.yaml'],
  haproxy: ['haproxy', '-c', '-f', 'haproxy/haproxy.cfg', '-f', 'haproxy/servers.cfg'],
  ...Object.fromEntries(manifests.map((file) => [file, ['kubernetes-validate', '--strict', file]])),
};

const total = new Tally();
for (const [name, [file, ...args]] of Object.entries(checks)) {
  const options = {
    cwd: folder,
    env: { PROXY_BIND: '127.0.0.1:8080' },
    all: true,
    timeout: 60_000,
  };
  await total.run(name, () => execa(file, args, options));
}
total.close();
