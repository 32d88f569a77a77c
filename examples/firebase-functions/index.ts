import { toExpress } from '@token04/server/express';
import { identifyByJwt } from '@token04/server/jwt';
import { createTokenHandler } from '@token04/server/node';
import { onRequest, type Request } from 'firebase-functions/https';
import { defineInt, defineSecret, projectID } from 'firebase-functions/params';
import { findUser, grant } from '../development-users.js';

const appId = defineInt('ZEGO_APP_ID');
const serverSecret = defineSecret('ZEGO_SERVER_SECRET');

// Made at the first request: the settings have no values while the function is deployed.
let answer: ReturnType<typeof createAnswer> | undefined;

function createAnswer() {
  const handle = createTokenHandler({
    appId: appId.value(),
    serverSecret: () => serverSecret.value(),
    // The ID token of Firebase Auth: `Authorization: Bearer ${await user.getIdToken()}`.
    identify: identifyByJwt({
      jwksUrl:
        'https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com',
      issuer: `https://securetoken.google.com/${projectID.value()}`,
      audience: projectID.value(),
    }),
    grant: ({ userId }, wanted) => {
      const user = findUser(userId);
      return user && grant(user, wanted);
    },
  });
  return toExpress(handle);
}

export const zegoToken = onRequest({ secrets: [serverSecret] }, (request: Request, response) => {
  answer ??= createAnswer();
  return answer(request, response);
});
