import { loadVectorFile, type Mode } from '@token04/fixtures';
import { type Case, expectRefusal } from './case.ts';
import type { Control, Description } from './description.ts';
import { chosenIv, ORDINARY, requestFields } from './generate-cases.ts';

const MODES: readonly Mode[] = ['cbc', 'gcm'];
const CONTROLS: readonly Control[] = ['ctime', 'nonce', 'iv'];

/** What a testee does not list it must refuse; doing something else instead is worse than nothing. */
export function* refusalCases(description: Description): Generator<Case> {
  yield refusalCase('an-unknown-op', 'no-such-op', {});
  for (const mode of MODES) {
    if (!description.generate.includes(mode)) {
      yield refusalCase(`generate/${mode}`, 'generate', requestFields(mode, ORDINARY, {}));
    }
    const { token, now } = official(mode);
    const serverSecret = ORDINARY.secret;
    if (!description.decode.includes(mode)) {
      yield refusalCase(`decode/${mode}`, 'decode', { token, serverSecret });
    }
    if (!description.verify.includes(mode)) {
      yield refusalCase(`verify/${mode}`, 'verify', { token, serverSecret, now });
    }
  }
  for (const mode of description.generate) {
    const values = { ctime: 1_700_000_000, nonce: 1, iv: chosenIv(mode, 1) };
    for (const name of CONTROLS) {
      if (description.controls.includes(name)) continue;
      const fields = requestFields(mode, ORDINARY, { [name]: values[name] });
      yield refusalCase(`generate/${mode}/${name}`, 'generate', fields);
    }
  }
}

function refusalCase(name: string, op: string, fields: { [name: string]: unknown }): Case {
  return {
    id: `refusal/${name}`,
    async run(ask) {
      expectRefusal(await ask(op, fields));
    },
  };
}

/** A good token, and a time at which it is. */
function official(mode: Mode): { token: string; now: number } {
  const vector = loadVectorFile(`node-${mode}`).vectors.find(({ result }) => result === 'token');
  if (vector?.result !== 'token') throw new TypeError(`node-${mode} has no token`);
  return { token: vector.token, now: vector.ctime };
}
