import { loadVectorFile, type Mode } from '@token04/fixtures';
import { type Case, type Fields, must, single } from './case.ts';
import type { Control, Description, VerifyOption } from './description.ts';
import { refusal } from './expectation.ts';
import { requestFields } from './made-token.ts';
import { chosenIv, ORDINARY } from './tokens.ts';

const MODES: readonly Mode[] = ['cbc', 'gcm'];
const CONTROLS: readonly Control[] = ['ctime', 'nonce', 'iv'];

/** What a testee does not list it must refuse; doing something else instead is worse than nothing. */
export function* refusalCases(description: Description): Generator<Case> {
  const { generate, decode, verify, controls, options = [] } = description;
  yield refusalCase('an-unknown-op', 'no-such-op', {});
  for (const mode of MODES) {
    if (!generate.includes(mode)) {
      yield refusalCase(`generate/${mode}`, 'generate', generateFields(mode, {}));
    }
    const { token, now } = official(mode);
    const serverSecret = ORDINARY.secret;
    if (!decode.includes(mode)) {
      yield refusalCase(`decode/${mode}`, 'decode', { token, serverSecret });
    }
    if (!verify.includes(mode)) {
      yield refusalCase(`verify/${mode}`, 'verify', { token, serverSecret, now });
      continue;
    }
    const values: { readonly [name in VerifyOption]: Fields } = {
      clockToleranceInSeconds: { clockToleranceInSeconds: 60 },
      service: { service: 'zim' },
      serverSecrets: { serverSecret: [serverSecret] },
    };
    for (const [name, fields] of Object.entries(values)) {
      if (options.includes(name as VerifyOption)) continue;
      yield refusalCase(`verify/${mode}/${name}`, 'verify', {
        token,
        serverSecret,
        now,
        ...fields,
      });
    }
  }
  for (const mode of generate) {
    const values = { ctime: 1_700_000_000, nonce: 1, iv: chosenIv(mode, 1) };
    for (const name of CONTROLS) {
      if (controls.includes(name)) continue;
      const fields = generateFields(mode, { [name]: values[name] });
      yield refusalCase(`generate/${mode}/${name}`, 'generate', fields);
    }
  }
}

function generateFields(mode: Mode, controls: Fields): Fields {
  return requestFields({ mode, input: ORDINARY, dialect: null, controls });
}

function refusalCase(name: string, op: string, fields: Fields): Case {
  return single(must(`refusal/${name}`, 'protocol 1'), { op, fields }, refusal);
}

/** A good token, and a time at which it is. */
function official(mode: Mode): { token: string; now: number } {
  const vector = loadVectorFile(`node-${mode}`).vectors.find(({ result }) => result === 'token');
  if (vector?.result !== 'token') throw new TypeError(`node-${mode} has no token`);
  return { token: vector.token, now: vector.ctime };
}
