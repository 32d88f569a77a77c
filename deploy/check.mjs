// Checks what lies in this folder against the rules of those who read it: `node deploy/check.mjs`, once
// the packages of requirements.txt and HAProxy are installed. A line a check, and exit 1 where one
// fails.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const folder = fileURLToPath(new URL('.', import.meta.url));
const manifests = readdirSync(`${folder}kubernetes`).map((name) => `kubernetes/${name}`);

const checks = {
  Dockerfile: ['hadolint', 'Dockerfile'],
  'compose.yaml': ['check-jsonschema', '--builtin-schema', 'vendor.compose-spec', 'compose.yaml'],
  haproxy: ['haproxy', '-c', '-f', 'haproxy/haproxy.cfg', '-f', 'haproxy/servers.cfg'],
  ...Object.fromEntries(manifests.map((file) => [file, ['kubernetes-validate', '--strict', file]])),
};

let failed = 0;
for (const [name, [file, ...args]] of Object.entries(checks)) {
  const result = await execa(file, args, {
    cwd: folder,
    env: { PROXY_BIND: '127.0.0.1:8080' },
    all: true,
    reject: false,
    timeout: 60_000,
  });
  if (result.failed) failed++;
  console.log(`${result.failed ? '✗' : '✓'} ${name}`);
  if (result.failed) console.log(`${result.shortMessage}\n${result.all ?? ''}`);
}
console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
