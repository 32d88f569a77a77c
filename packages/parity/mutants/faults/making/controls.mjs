// Faults in what a caller can choose, and in what is not listed.

export const faults = {
  'controls-ignored': { chosen: () => ({}) },
  'chosen-iv-ignored': { chosen: ({ iv: _iv, ...rest }) => rest },
  'chosen-nonce-ignored-without-ctime': {
    chosen: ({ ctime, nonce, iv }) => (ctime === undefined ? { iv } : { ctime, nonce, iv }),
  },
  'chosen-iv-drops-the-nonce': {
    chosen: ({ ctime, nonce, iv }) =>
      iv !== undefined && ctime === undefined ? { iv } : { ctime, nonce, iv },
  },
  'chosen-time-0-ignored': {
    chosen: ({ ctime, nonce, iv }) => ({ ctime: ctime || undefined, nonce, iv }),
  },
  'chosen-nonce-0-ignored': {
    chosen: ({ ctime, nonce, iv }) => ({ ctime, nonce: nonce || undefined, iv }),
  },
  'unlisted-mode-made': { description: (all) => ({ ...all, generate: ['cbc'] }) },
  'unlisted-mode-read': { description: (all) => ({ ...all, decode: ['cbc'] }) },
  'unlisted-control-ignored': {
    description: (all) => ({ ...all, controls: [] }),
    chosen: () => ({}),
  },
};
