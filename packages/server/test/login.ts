// An app with a login of its own: what that knows of a request is the handler's context.
import { verifyToken04 } from '@token04/core';
import { appId, serverSecret, type User } from './app.ts';

export interface Login {
  id: string;
}

/** Of a handler whose context is the login, or null where nobody is logged in. */
export const loginOptions = {
  appId,
  serverSecret,
  identify: (_request: Request, login: Login | null): User | null =>
    login ? { userId: login.id } : null,
  grant: ({ userId }: User) => ({ userId, effectiveTimeInSeconds: 60 }),
};

/** Whose token was answered. */
export async function userOf(response: Response): Promise<string> {
  return verifyToken04((await response.json()).token, { serverSecret }).userId;
}
