// Faults in what a service adds.
import { correct, refuseIf, ZIM_LEAST_LEFT, ZIM_MOST_LEFT } from '../../reference/steps.mjs';

export const faults = {
  'zim-payload-accepted': {
    checkZim: ({ expire }, now) => refuseIf(expire - now > ZIM_MOST_LEFT, 'Mismatch'),
  },
  'zim-payload-0-accepted': {
    checkZim: ({ payload, ...claims }, now) =>
      correct.checkZim({ ...claims, payload: payload === '0' ? '' : payload }, now),
  },
  'zim-payload-of-an-empty-object-accepted': {
    checkZim: ({ payload, ...claims }, now) =>
      correct.checkZim({ ...claims, payload: payload === '{}' ? '' : payload }, now),
  },
  'zim-days-from-ctime': {
    checkZim: ({ payload, ctime, expire }) =>
      refuseIf(payload !== '' || expire - ctime > ZIM_MOST_LEFT, 'Mismatch'),
  },
  'zim-days-without-the-last-second': {
    checkZim: ({ payload, expire }, now) =>
      refuseIf(payload !== '' || expire - now >= ZIM_MOST_LEFT, 'Mismatch'),
  },
  'zim-refuses-30-seconds-left': {
    checkZimEnd: ({ expire }, now) => refuseIf(expire - now <= ZIM_LEAST_LEFT, 'Expired'),
  },
  'zim-end-not-checked': { checkZimEnd: () => {} },
  'zim-refuses-everything': { checkZim: () => refuseIf(true, 'Mismatch') },
  'zim-end-is-a-mismatch': {
    checkZimEnd: ({ expire }, now) => refuseIf(expire - now < ZIM_LEAST_LEFT, 'Mismatch'),
  },
  'zim-payload-is-bad-claims': {
    checkZim: ({ payload, expire }, now) => {
      refuseIf(payload !== '', 'Claims');
      refuseIf(expire - now > ZIM_MOST_LEFT, 'Mismatch');
    },
  },
  'express-as-zim': { demands: (request) => ({ ...request, service: 'zim' }) },
  'express-refused': {
    checkDemands: (demands) => {
      correct.checkDemands(demands);
      refuseIf(demands.service === 'express', 'service');
    },
  },
};
