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

/** The token, or the fields because of which there is none. */
export type Outcome =
  | { readonly made: Made }
  | { readonly faultyFields: readonly FaultyField[]; readonly order: Order };

export const outcome: Signal<Outcome | undefined> = confidential<Outcome | undefined>(undefined);

/** Makes the token of the draft, unless all is cleared in the meantime. */
export async function issue(): Promise<void> {
  const clearing = clearings.value;
  const ordered = order.value;
  const faultyFields = await faultsOf(ordered);
  const result: Outcome =
    faultyFields.length > 0 ? { faultyFields, order: ordered } : { made: await make(ordered) };
  if (clearing === clearings.value) outcome.value = result;
}

async function make(order: Order): Promise<Made> {
  const { kind, appId, userId, roomId, userName, mode, serverSecret } = order;
  const issuer = createIssuer({ appId, serverSecret, mode });
  const { token, expire } = await issuer.issueWithTimes({
    userId,
    effectiveTimeInSeconds: order.effectiveTimeInSeconds,
    payload: kind === 'room' ? payloadOf(order) : '',
  });
  const whole = kind === 'kit' ? createKitToken({ token, appId, userId, roomId, userName }) : token;
  return { token: whole, order, expire };
}

function payloadOf({ roomId, login, publish, streamIds }: Order): string {
  return roomPayload({ roomId, login, publish, streamIds });
}

/** Whether a field was changed since this order. */
export function isOutdated(ordered: Order): boolean {
  return JSON.stringify(ordered) !== JSON.stringify(order.value);
}
