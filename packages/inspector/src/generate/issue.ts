import type { Signal } from '@preact/signals';
import { createIssuer, createKitToken, roomPayload, Token04Error } from '@token04/core/web';
import { clearings, confidential } from '../confidential.ts';
import { secret } from '../secret.ts';
import type { Texts } from '../texts/en.ts';
import { draft, draftAppId, draftStreamIds, lifetimeInSeconds } from './draft.ts';

/** A token, or the field for whose sake there is none. */
export type Outcome = { readonly token: string } | { readonly faultyField: keyof Texts['errors'] };

export const outcome: Signal<Outcome | undefined> = confidential<Outcome | undefined>(undefined);

/** Makes the token of the draft, unless all is cleared in the meantime. */
export async function issue(): Promise<void> {
  const clearing = clearings.value;
  const made = await tryToIssue();
  if (clearing === clearings.value) outcome.value = made;
}

async function tryToIssue(): Promise<Outcome> {
  try {
    return { token: await issueDraft() };
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error;
    // Every argument of the calls below has its name from a field.
    return { faultyField: error.argument as keyof Texts['errors'] };
  }
}

async function issueDraft(): Promise<string> {
  const appId = draftAppId.value;
  const userId = draft.userId.value;
  const roomId = draft.roomId.value;
  const issuer = createIssuer({ appId, serverSecret: secret.value, mode: draft.mode.value });
  const request = { userId, effectiveTimeInSeconds: lifetimeInSeconds.value };
  switch (draft.kind.value) {
    case 'basic':
      return issuer.issue(request);
    case 'room': {
      const payload = roomPayload({
        roomId,
        login: draft.login.value,
        publish: draft.publish.value,
        streamIds: draft.publish.value ? draftStreamIds.value : null,
      });
      return issuer.issue({ ...request, payload });
    }
    case 'kit': {
      const token = await issuer.issue(request);
      return createKitToken({ token, appId, userId, roomId, userName: draft.userName.value });
    }
  }
}
