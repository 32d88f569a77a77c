import type { Token04Error } from '@token04/core';

/** The command was not used as it can be: exit code 2, and one line on stderr. */
export class UsageError extends Error {}

/** The options of the command line that become arguments of the core. */
const OPTIONS: { readonly [argument: string]: string } = {
  appId: '--app-id',
  userId: '--user',
  userName: '--user-name',
  effectiveTimeInSeconds: '--ttl',
  payload: '--payload',
  roomId: '--room',
  streamIds: '--stream',
  serverSecret: 'the secret',
  now: '--now',
  clockToleranceInSeconds: '--tolerance',
};

/** The core's complaint about an argument, with the name that it has on the command line. */
export function usageErrorOf(error: Token04Error): UsageError {
  const argument = error.argument ?? '';
  const option = OPTIONS[argument.replace(/\[\d+\]$/, '')];
  const { message } = error;
  const isNamed = option !== undefined && message.startsWith(argument);
  return new UsageError(isNamed ? option + message.slice(argument.length) : message);
}

/** What came, quoted only if it is too short and plain to be a secret or a token. */
export function got(value: string): string {
  return /^[\w.+-]{0,20}$/.test(value) ? `"${value}"` : `${value.length} characters`;
}
