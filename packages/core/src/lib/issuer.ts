import { appIdArgument, modeArgument, optional, readFields, secretArgument } from './arguments.ts';
import type { Token04Mode } from './wire.ts';

export interface IssuerOptions {
  /** From the ZEGOCLOUD console: an integer from 1 to 4294967295. */
  appId: number;
  /** From the ZEGOCLOUD console: 32 UTF-8 bytes, used as they are (not decoded from hex). */
  serverSecret: string;
  /** `'cbc'` (the default) is what the documented samples make; ZEGO recommends `'gcm'` since 2024. */
  mode?: Token04Mode | undefined;
}

export function checkIssuer(options: unknown): {
  readonly appId: number;
  readonly serverSecret: Uint8Array;
  readonly mode: Token04Mode;
} {
  return readFields(options, 'options', {
    appId: appIdArgument,
    serverSecret: secretArgument,
    mode: optional(modeArgument, 'cbc'),
  });
}
