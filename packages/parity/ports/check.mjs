// What the suite does not see of a port: whether its linter is content, its README leads from an empty
// folder to a token that is verified, and the server beside it gives one to who is logged in.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseRoomPayload, verifyToken04 } from '@token04/core';
import { inTemporaryFolder } from '@token04/test-kit/folder';
import { startServer } from '@token04/test-kit/program';
import { execa } from 'execa';
import { findMissing, listTestees } from '../testees/list.mjs';

const SECRET = 'fa94dd0f974cf2e293728a526b028271';

/**
 * @param {import('@token04/test-kit/tally').Tally} total counts the checks
 * @param {string[]} ids only these ports, of list.json; all if there are none
 */
export async function checkPorts(total, ids = []) {
  const isAsked = ({ kind, id }) => kind === 'port' && (ids.length === 0 || ids.includes(id));
  for (const port of (await listTestees()).filter(isAsked)) {
    for (const { what, needs = [], probe, run } of checksOf(port)) {
      const missing = await findMissing([...port.needs, ...needs], probe, port.folder);
      if (missing !== undefined) {
        total.miss(`${port.id}, ${what}`, missing);
      } else {
        await total.run(`${port.id}, ${what}`, run);
      }
    }
  }
}

function checksOf(port) {
  const { lint, example } = port;
  return [
    ...lint.map(([file, ...args]) => ({
      what: [file, ...args].join(' '),
      needs: [file],
      run: () => execa(file, args, { cwd: port.folder }),
    })),
    { what: 'README', run: () => followReadme(port) },
    { what: 'server', needs: example.needs, probe: example.probe, run: () => tryServer(port) },
  ];
}

/** Does what the README says in an empty folder: its first two programs make a token and verify it. */
function followReadme(port) {
  return inTemporaryFolder((project) => followReadmeIn(project, port));
}

async function followReadmeIn(project, { folder, readme }) {
  // PORT_FOLDER, where a compiler finds what the port is built with already.
  const options = { cwd: project, env: { ZEGO_SERVER_SECRET: SECRET, PORT_FOLDER: folder } };
  const write = async (path, content) => {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), content);
  };
  for (const [from, to] of Object.entries(readme.copy)) {
    await write(to, await readFile(join(folder, from)));
  }
  for (const [file, ...args] of readme.setup ?? []) await execa(file, args, options);
  const programs = fencedPrograms(await readFile(join(folder, 'README.md'), 'utf8'));
  await write(readme.make.file, programs[0]);
  const [make, ...makeArgs] = readme.make.command;
  const { stdout: token } = await execa(make, makeArgs, options);
  expectRoomToken(token, 'demo-room');
  // Only now, since it may be the same file: the one that the language's tool runs.
  await write(readme.verify.file, programs[1]);
  const [verify, ...verifyArgs] = readme.verify.command;
  const { stdout } = await execa(verify, [...verifyArgs, token], options);
  if (stdout !== 'demo') throw new Error('the second program did not print the user');
}

/** The fenced blocks that are no commands of a shell. */
function fencedPrograms(markdown) {
  const blocks = markdown.matchAll(/^```(?<language>\w+)\n(?<text>[\s\S]*?)^```$/gm);
  return [...blocks]
    .map(({ groups }) => groups)
    .flatMap((it) => (it.language === 'sh' ? [] : it.text));
}

/** Asks the example for a token, without and with a login. */
async function tryServer({ folder, example }) {
  if (example.build !== undefined) {
    await execa(example.build[0], example.build.slice(1), { cwd: folder });
  }
  const [file, ...args] = example.command;
  const program = args.length === 0 ? join(folder, file) : file;
  const env = { PORT: '0', ZEGO_APP_ID: '1', ZEGO_SERVER_SECRET: SECRET };
  const server = await startServer(program, args, {
    cwd: folder,
    env,
    findUrl: (written) => /^listening on (http:\/\/127\.0\.0\.1:\d+)$/m.exec(written)?.[1],
  });
  try {
    const path = `${server.url}/token?room=demo-room`;
    const { status } = await fetch(path);
    if (status !== 401) throw new Error(`it answers ${status}, not 401, to who is not logged in`);
    const headers = { authorization: `Basic ${btoa('demo:demo')}` };
    const answer = await fetch(path, { headers });
    expectRoomToken((await answer.json()).token, 'demo-room');
    const noRoom = await fetch(`${server.url}/token?room=`, { headers });
    if (noRoom.status !== 400)
      throw new Error(`it answers ${noRoom.status}, not 400, without a room`);
  } finally {
    await server.stop();
  }
}

/** @throws Token04Error or Error where it is not the token that was asked for */
function expectRoomToken(token, roomId) {
  const options = { serverSecret: SECRET, appId: 1, userId: 'demo', modes: ['gcm'] };
  const { payload } = verifyToken04(token, options);
  const room = parseRoomPayload(payload);
  if (room.roomId !== roomId || !room.login || room.publish) throw new Error('another room');
}
