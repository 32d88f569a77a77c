import type { Signal } from '@preact/signals';
import { createIssuer, createKitToken, roomPayload } from '@token04/core/web';
import { clearings, confidential } from '../confidential.ts';
import { type Order, order } from './draft.ts';
import { type FaultyField, faultsOf } from './faults.ts';

/** A token with what it was made of and when it ends. */
export interface Made {
  readonly token: string;
  readonly order: Order;
  /** In seconds since 1970. */
  readonly expire: number;
}

/** The token, or the fields for whose sake there is none. */
export type Outcome =
  | { readonly made: Made }
  | { readonly faultyFields: readonly FaultyField[]; readonly order: Order };

export const outcome: Signal<Outcome | undefined> = confidential<Outcome | undefined>(undefined);

/** Makes the token of the draft, unless all is cleared in the meantime. */
export async function issue(): Promise<void> {
  const clearing = clearings.value;
  const of = order.value;
  const faultyFields = await faultsOf(of);
  const result: Outcome =
    faultyFields.length > 0 ? { faultyFields, order: of } : { made: await make(of) };
  if (clearing === clearings.value) outcome.value = result;
}

async function make(of: Order): Promise<Made> {
  const { kind, appId, userId, roomId, userName, mode, serverSecret } = of;
  const issuer = createIssuer({ appId, serverSecret, mode });
  const { token, expire } = await issuer.issueWithTimes({
    userId,
    effectiveTimeInSeconds: of.effectiveTimeInSeconds,
    payload: kind === 'room' ? payloadOf(of) : '',
  });
  const whole = kind === 'kit' ? createKitToken({ token, appId, userId, roomId, userName }) : token;
  return { token: whole, order: of, expire };
}

function payloadOf({ roomId, login, publish, streamIds }: Order): string {
  return roomPayload({ roomId, login, publish, streamIds });
}

/** Whether a result is of the fields as they were before they were changed. */
export function isOutdated(of: Order): boolean {
  return JSON.stringify(of) !== JSON.stringify(order.value);
}
