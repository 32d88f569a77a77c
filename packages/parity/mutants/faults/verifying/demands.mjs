// Faults in demands that are falsy, of a wrong type or impossible.
import { correct, isInteger } from '../../reference/steps.mjs';

/** Demands with those that are falsy left out, as `if (wanted)` does. */
const unlessFalsy =
  (...names) =>
  (request) =>
    Object.fromEntries(
      Object.entries(request).filter(([name, value]) => !names.includes(name) || value),
    );

const unchecked = { checkDemands: () => {} };

export const faults = {
  'empty-user-is-no-demand': { demands: unlessFalsy('userId') },
  'app-0-is-no-demand': { demands: unlessFalsy('appId') },
  'demands-of-a-wrong-type-are-none': {
    demands: (request) =>
      Object.fromEntries(
        Object.entries(request).filter(
          ([name, value]) => name !== 'userId' || typeof value === 'string',
        ),
      ),
  },
  'service-with-a-line-end-taken': {
    checkDemands: ({ service, ...demands }) =>
      correct.checkDemands({ ...demands, service: service?.replace(/\n$/, '') }),
  },
  'service-cut-at-a-nul': {
    demands: ({ service, ...request }) => ({ ...request, service: service?.split('\0')[0] }),
  },
  'modes-with-a-line-end-taken': {
    demands: ({ modes, ...request }) => ({
      ...request,
      modes: modes?.map((mode) => mode.replace(/\r?\n$/, '')),
    }),
  },
  'no-modes-are-all-modes': {
    demands: (request) =>
      request.modes?.length === 0 ? { ...request, modes: undefined } : request,
  },
  'no-secrets-are-no-check': {
    checkSecrets: () => {},
    checkReadSecret: (secret) => secret !== undefined && correct.checkReadSecret(secret),
    readKey: (secret) => Buffer.from(secret ?? 'fa94dd0f974cf2e293728a526b028271'),
  },
  'app-demand-cut-to-32-bits': {
    ...unchecked,
    sameApp: (wanted, appId) => wanted === undefined || wanted >>> 0 === appId,
  },
  'negative-app-is-no-demand': {
    ...unchecked,
    sameApp: (wanted, appId) => wanted === undefined || wanted < 0 || wanted === appId,
  },
  'app-beyond-uint32-is-no-demand': {
    ...unchecked,
    sameApp: (wanted, appId) => !isInteger(wanted, 1, 2 ** 32 - 1) || wanted === appId,
  },
  'unknown-mode-in-a-list-taken': {
    checkDemands: ({ modes: _modes, ...demands }) => correct.checkDemands(demands),
  },
  'modes-in-any-case-taken': {
    ...unchecked,
    rightMode: (modes, mode) =>
      modes === undefined || modes.some((each) => each.toLowerCase() === mode),
  },
  'unknown-service-is-express': {
    checkDemands: ({ service: _service, ...demands }) => correct.checkDemands(demands),
  },
};
