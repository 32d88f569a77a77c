import { inspectToken04 } from '@token04/core';
import { decodeBase64, type FrameFieldName, readFrame, VERSION } from '@token04/core/format';
import type { Command } from 'commander';
import { readToken } from '../lib/input.ts';
import { failureOf, unwrap } from '../lib/judgement.ts';
import { jsonOption, nowOption, tokenArgument } from '../lib/options.ts';
import { colours, print, printJson, table } from '../lib/output.ts';
import { kitRows, printFailure } from '../lib/report.ts';
import { addExamples } from '../lib/sections.ts';
import { clock, formatExpiry } from '../lib/time.ts';

interface InspectOptions {
  now?: number;
  json?: boolean;
}

/** A part of the body, which is what the base64 after `04` holds. */
interface Field {
  name: string;
  /** In bytes from the start of the body. */
  offset: number;
  /** In bytes. */
  length: number;
}

export function addInspect(program: Command): void {
  const command = program
    .command('inspect')
    .summary('show what can be seen without the secret')
    .description(
      'Show the frame of a token: mode, expiry, and where each part lies. No secret is needed, and ' +
        'nothing is proved: anyone can have rewritten what is shown. The exit code is 0 for every ' +
        'well-formed token, also an expired one.',
    )
    .addArgument(tokenArgument())
    .addOption(nowOption())
    .addOption(jsonOption())
    .action(inspect);
  addExamples(command, 'token04 inspect "$TOKEN"\npbpaste | token04 inspect - --json');
}

async function inspect(argument: string, options: InspectOptions): Promise<void> {
  const input = await readToken(argument);
  let found: ReturnType<typeof read>;
  try {
    found = read(input);
  } catch (error) {
    const failure = failureOf(error);
    process.exitCode = 1;
    if (options.json) printJson({ ok: false, error: failure, ...NOTHING });
    else printFailure(failure);
    return;
  }
  const { inspected, kit, fields } = found;
  const { version, mode, expire } = inspected;
  if (options.json) {
    printJson({ ok: true, error: null, version, mode, expire, fields, kit });
    return;
  }
  print(`A token of version ${version} in ${mode}; without the secret nothing of it is proved.`);
  const expires = ['expires', formatExpiry(expire, options.now ?? clock())];
  print(table([expires, ...kitRows(kit)]));
  print('');
  print(
    table([
      ['offset', 'bytes', 'part'].map((head) => colours.bold(head)),
      ...fields.map(({ name, offset, length }) => [String(offset), String(length), name]),
    ]),
  );
}

/** The keys of `--json` where there is no token to fill them from. */
const NOTHING = { version: null, mode: null, expire: null, fields: null, kit: null } as const;

function read(input: string) {
  const { token, kit } = unwrap(input);
  const inspected = inspectToken04(token);
  return { inspected, kit, fields: fieldsOf(token) };
}

const NAMES: { readonly [name in FrameFieldName]: string } = {
  expire: 'expire',
  ivLength: 'IV length',
  iv: 'IV',
  ciphertextLength: 'ciphertext length',
  ciphertext: 'ciphertext',
  modeByte: 'mode',
  surplus: 'surplus',
};

/** The token was inspected before, so its base64 can be read. */
function fieldsOf(token: string): Field[] {
  const body = decodeBase64(token.slice(VERSION.length)) as Uint8Array;
  return readFrame(body).fields.map(({ name, start, end }) => ({
    name: NAMES[name],
    offset: start,
    length: end - start,
  }));
}
