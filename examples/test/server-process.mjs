import { startServer as startProgram } from '../../packages/test-kit/dist/program.mjs';

/** The settings of every example. */
export const settings = {
  ZEGO_APP_ID: '1234567890',
  ZEGO_SERVER_SECRET: 'fa94dd0f974cf2e293728a526b028271',
  // Of those with a login: what their sessions or JWTs are signed with. Auth.js has its own name.
  LOGIN_SECRET: 'of-the-login-and-of-nothing-else',
  AUTH_SECRET: 'of-the-login-and-of-nothing-else',
};

/**
 * Starts a server with these settings and waits until it says where it listens.
 *
 * @param {import('../../packages/test-kit/dist/program.mjs').ProgramOptions} options
 */
export function startServer(file, args, options) {
  const env = { ...settings, PORT: '0', NO_COLOR: '1', ...options.env };
  return startProgram(file, args, { ...options, env });
}
