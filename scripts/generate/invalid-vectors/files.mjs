import * as base64 from './invalid/base64.mjs';
import * as cipher from './invalid/cipher.mjs';
import * as claims from './invalid/claims.mjs';
import * as expire from './invalid/expire.mjs';
import * as frame from './invalid/frame.mjs';
import * as gcm from './invalid/gcm.mjs';
import * as iv from './invalid/iv.mjs';
import * as jsonArea from './invalid/json.mjs';
import * as key from './invalid/key.mjs';
import * as mode from './invalid/mode.mjs';
import * as padding from './invalid/padding.mjs';
import * as plaintext from './invalid/plaintext.mjs';
import * as utf8 from './invalid/utf8.mjs';
import * as verify from './invalid/verify.mjs';
import * as version from './invalid/version.mjs';
import { notes } from './notes.mjs';
import * as oddClaims from './odd/claims.mjs';
import * as oddFrame from './odd/frame.mjs';
import * as oddJson from './odd/json.mjs';
import * as oddSpelling from './odd/spelling.mjs';
import * as oddTime from './odd/time.mjs';

const invalid = [
  base64,
  cipher,
  claims,
  expire,
  frame,
  gcm,
  iv,
  jsonArea,
  key,
  mode,
  padding,
  plaintext,
  utf8,
  verify,
  version,
];
const odd = [oddClaims, oddFrame, oddJson, oddSpelling, oddTime];

/** The files' texts by their paths in the fixtures package. */
export function makeFiles() {
  return new Map([
    ...invalid.map((module) => [`invalid/${module.area}.json`, spell(invalidFile(module))]),
    ...odd.map((module) => [`odd/${module.area}.json`, spell(oddFile(module))]),
  ]);
}

function invalidFile({ area, description, vectors }) {
  const flags = [...new Set(vectors.flatMap((vector) => vector.flags))].sort();
  return {
    format: 'token04-invalid/1',
    area,
    description,
    notes: Object.fromEntries(flags.map((flag) => [flag, noteOf(flag)])),
    vectors: vectors.map(({ fault, ...rest }) => ({ id: `${area}/${fault}`, ...rest })),
  };
}

function oddFile({ area, description, vectors }) {
  return {
    format: 'token04-odd/1',
    area,
    description,
    vectors: vectors.map(({ oddity, ...rest }) => ({ id: `${area}/${oddity}`, ...rest })),
  };
}

function noteOf(flag) {
  const note = notes[flag];
  if (note === undefined) throw new Error(`notes.mjs does not explain the flag ${flag}`);
  return note;
}

/** As the vector files are spelt: a key a line, ASCII with escapes. */
function spell(file) {
  const escaped = JSON.stringify(file, null, 1).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${escaped}\n`;
}
