import { isRecord, isText, type Reader, readRoomId, readStreamIds } from '@token04/core/check';
import { MAX_EFFECTIVE_TIME_IN_SECONDS, MAX_USER_ID_LENGTH } from '@token04/core/format';
import * as v from 'valibot';
import { Problem, type ProblemPlace } from './problem.ts';

/**
 * What a client asks for: checked for its form, and no more than a wish. Frozen; a field that was
 * not asked for is absent.
 */
export interface Wanted {
  readonly userId?: string;
  /** 1 to 127 UTF-8 bytes. */
  readonly roomId?: string;
  readonly login?: boolean;
  readonly publish?: boolean;
  /** One stream or more. */
  readonly streamIds?: readonly string[];
  /** An integer from 1 to 315,360,000 (ten years). */
  readonly effectiveTimeInSeconds?: number;
}

/** So that an answer is not many times as long as the body. */
const MAX_ERRORS = 10;

/** What core would refuse in a grant is refused in the wish, so that it cannot fail there. */
function isReadBy<T>(read: Reader<T>): (value: T) => boolean {
  return (value) => {
    try {
      read(value, '');
      return true;
    } catch {
      return false;
    }
  };
}

const text = v.string('must be a string');
const flag = v.exactOptional(v.boolean('must be true or false'));

const schema = v.object(
  {
    userId: v.exactOptional(
      v.pipe(
        text,
        v.minLength(1, 'must not be empty'),
        v.maxLength(MAX_USER_ID_LENGTH, `must have ${MAX_USER_ID_LENGTH} UTF-16 units at most`),
        v.check((userId) => isText(userId), 'must be well-formed'),
      ),
    ),
    roomId: v.exactOptional(
      v.pipe(text, v.check(isReadBy(readRoomId), 'must have 1 to 127 bytes of UTF-8')),
    ),
    login: flag,
    publish: flag,
    streamIds: v.exactOptional(
      v.pipe(
        v.array(text, 'must be a list of strings'),
        v.check(isReadBy(readStreamIds), 'must hold one string or more, none of them empty'),
      ),
    ),
    effectiveTimeInSeconds: v.exactOptional(
      v.pipe(
        v.number('must be a number'),
        v.safeInteger('must be an integer'),
        v.minValue(1, 'must be at least 1'),
        v.maxValue(
          MAX_EFFECTIVE_TIME_IN_SECONDS,
          `must be at most ${MAX_EFFECTIVE_TIME_IN_SECONDS}`,
        ),
      ),
    ),
  },
  'must be a JSON object',
);

/** @throws Problem `invalid-wish` */
export function readWanted(json: unknown): Wanted {
  if (json === undefined) return Object.freeze({});
  // valibot takes a list for an object without fields, and tells of one unknown key at most.
  const object = isRecord(json) ? json : null;
  const { success, output, issues = [] } = v.safeParse(schema, object);
  const unknown = Object.keys(object ?? {}).filter((key) => !Object.hasOwn(schema.entries, key));
  if (success && unknown.length === 0) {
    if (output.streamIds) Object.freeze(output.streamIds);
    return Object.freeze(output);
  }
  const errors = [
    ...issues.map(({ path, message }) => placeOf(path?.map(({ key }) => key) ?? [], message)),
    ...unknown.map((key) => placeOf([key], 'is not known')),
  ];
  throw new Problem('invalid-wish', { errors: errors.slice(0, MAX_ERRORS) });
}

/** The pointer is of RFC 6901, and cut, since an unknown key may be as long as the body. */
function placeOf(path: readonly unknown[], detail: string): ProblemPlace {
  const steps = path.map((key) => `/${encodeStep(String(key).slice(0, 64))}`);
  return { pointer: `#${steps.join('')}`, detail };
}

function encodeStep(step: string): string {
  return encodeURIComponent(
    step
      .replace(/~/g, '~0')
      .replace(/\//g, '~1')
      .replace(/\p{Surrogate}/gu, '\uFFFD'),
  );
}
