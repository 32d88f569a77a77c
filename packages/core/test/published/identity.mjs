// One class Token04Error, by whichever entry and system of modules it is reached.
import { strictEqual } from 'node:assert';
import { createRequire } from 'node:module';
import { Token04Error } from '@token04/core';
import { readAppId } from '@token04/core/check';
import { sealToken04 } from '@token04/core/testing';
import { Token04Error as FromWeb } from '@token04/core/web';
import { sealToken04 as sealOnWeb } from '@token04/core/web/testing';

const require = createRequire(import.meta.url);

strictEqual(FromWeb, Token04Error);
strictEqual((await errorOf(() => readAppId(0, 'appId'))).constructor, Token04Error);
strictEqual(require('@token04/core').Token04Error, Token04Error);
strictEqual(require('@token04/core/web').Token04Error, Token04Error);
for (const seal of [
  sealToken04,
  sealOnWeb,
  require('@token04/core/testing').sealToken04,
  require('@token04/core/web/testing').sealToken04,
]) {
  strictEqual((await errorOf(() => seal({}))).constructor, Token04Error);
}

async function errorOf(action) {
  try {
    await action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
