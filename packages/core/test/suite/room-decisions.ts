// Whether a payload lets its user into a room and publish there.
import { assert } from 'chai';
import fc from 'fast-check';
import type { Suite } from './harness.ts';

/** By which `authorizeRoom` can be told what the room checks. */
export const RULES = ['login', 'publish', 'both', 'from-privileges'] as const;
/** undefined: the bit is missing. */
const BITS = [0, 1, undefined, 2, '1', true] as const;
const ROOMS = ['r1', 'other', undefined, '', 5] as const;
const STREAMS = {
  null: null,
  absent: undefined,
  empty: [],
  member: ['s0', 's1'],
  other: ['s2'],
  'not-a-list': 's1',
  'not-strings': ['s1', 1],
} as const;

type Rule = (typeof RULES)[number];
type Bit = (typeof BITS)[number];
type Streams = keyof typeof STREAMS;
type Verdict = 'allowed' | 'room' | 'bit' | 'streams' | 'payload';

/**
 * The table of docs/specification.md, 5, written from its text and not from the code: a column of
 * verdicts for each rule in which an action's bit is looked at.
 */
const CHECKED: { readonly [rule in Rule]: (action: 'login' | 'publish', bit: Bit) => boolean } = {
  login: (action) => action === 'login',
  publish: (action) => action === 'publish',
  both: () => true,
  'from-privileges': (_, bit) => !(bit === 0 || bit === undefined),
};
const STREAM_VERDICTS: { readonly [streams in Streams]: Verdict } = {
  null: 'allowed',
  absent: 'allowed',
  empty: 'allowed',
  member: 'allowed',
  other: 'streams',
  'not-a-list': 'streams',
  'not-strings': 'streams',
};

function expected(
  action: 'login' | 'publish',
  rule: Rule,
  bit: Bit,
  room: (typeof ROOMS)[number],
  streams: Streams,
): Verdict {
  if (room === undefined || room === '' || room === 5) return 'payload';
  if (!CHECKED[rule](action, bit)) return 'allowed';
  if (room === 'other') return 'room';
  if (bit !== 1) return 'bit';
  return action === 'login' ? 'allowed' : STREAM_VERDICTS[streams];
}

/** `code: reason` of each. */
const REASONS: { readonly [verdict in Verdict]: RegExp } = {
  allowed: /^(not-checked: the rule does not check|allowed: the token allows) (login|publish)$/,
  room: /^room-mismatch: the token is for another room$/,
  bit: /^not-granted: the token does not allow (login|publish)$/,
  streams: /^stream-not-listed: the stream is not in stream_id_list$/,
  payload: /^room-missing: room_id is not a string, or is empty$/,
};

export function roomDecisionSuite(suite: Suite): void {
  decisionTable(suite);
  monotony(suite);
}

function decisionTable({ core, test }: Suite): void {
  for (const rule of RULES) {
    test(`authorizeRoom under '${rule}': bits × rooms × streams, every row`, () => {
      let rows = 0;
      for (const login of BITS)
        for (const publish of BITS)
          for (const room of ROOMS)
            for (const streams of Object.keys(STREAMS) as Streams[]) {
              // JSON.stringify leaves out what is undefined, which is how a field goes missing.
              const payload = JSON.stringify({
                room_id: room,
                privilege: { 1: login, 2: publish, 3: 0 },
                stream_id_list: STREAMS[streams],
              });
              const options = { roomId: 'r1', checks: rule };
              const decided = core.authorizeRoom(payload, options);
              const rowName = `${rule} ${payload}`;
              for (const [action, bit, decision] of [
                ['login', login, decided.login],
                ['publish', publish, decided.publish('s1')],
              ] as const) {
                const verdict = expected(action, rule, bit, room, streams);
                assert.equal(decision.allowed, verdict === 'allowed', `${action} ${rowName}`);
                const said = `${decision.code}: ${decision.reason}`;
                assert.match(said, REASONS[verdict], `${action} ${rowName}`);
                rows++;
              }
            }
      assert.equal(rows, 6 * 6 * 5 * 7 * 2);
      return Promise.resolve();
    });
  }
}

/** Under 'both', what takes a privilege away never adds a permission. */
function monotony({ core, test, seed }: Suite): void {
  const rooms = fc.constantFrom('r1', 'r2');
  const streamIds = fc.uniqueArray(fc.constantFrom<string>('s1', 's2', 's3'), { minLength: 1 });
  const payloads = fc.record({
    roomId: rooms,
    login: fc.boolean(),
    publish: fc.boolean(),
    streamIds: fc.option(streamIds, { nil: null }),
  });
  test("under 'both', a privilege taken away never adds a permission", () =>
    fc.assert(
      fc.asyncProperty(payloads, streamIds, rooms, async (more, list, roomId) => {
        const permissions = ({ login, publish, ...privileges }: typeof more) => {
          // Not by roomPayload, which makes no list of streams for someone who may publish none.
          const payload = JSON.stringify({
            room_id: privileges.roomId,
            privilege: { 1: Number(login), 2: Number(publish) },
            stream_id_list: privileges.streamIds,
          });
          const room = core.authorizeRoom(payload, { roomId });
          return [room.login, ...['s1', 's2', 's3', 's4'].map(room.publish)].map((d) => d.allowed);
        };
        const before = permissions(more);
        const less: (typeof more)[] = [
          { ...more, login: false },
          { ...more, publish: false },
          ...(more.streamIds === null ? [{ ...more, streamIds: list }] : []),
          ...(more.streamIds !== null && more.streamIds.length > 1
            ? more.streamIds.map((taken) => ({
                ...more,
                streamIds: (more.streamIds as string[]).filter((stream) => stream !== taken),
              }))
            : []),
        ];
        for (const change of less) {
          permissions(change).forEach((allowed, i) => {
            assert.isFalse(allowed && !before[i], JSON.stringify({ more, change }));
          });
        }
      }),
      { seed, numRuns: 200 },
    ));
}
