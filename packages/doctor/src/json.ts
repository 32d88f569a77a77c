import { isRecord } from '@token04/core/check';
import { attempt } from './attempt.ts';

export type Json = { readonly [name: string]: unknown };

/** Undefined for what is no JSON. */
export function parse(text: string): unknown {
  return attempt(() => JSON.parse(text));
}

/** The room and the streams that a payload names, as far as it can be read. */
export function namesIn(payload: string): {
  readonly roomId: string | undefined;
  readonly streamIds: string[];
} {
  const json = parse(payload);
  const { room_id: roomId, stream_id_list: list } = isRecord(json) ? json : {};
  const isString = (value: unknown): value is string => typeof value === 'string';
  return {
    roomId: isString(roomId) ? roomId : undefined,
    streamIds: Array.isArray(list) ? list.filter(isString) : [],
  };
}

/** The type of a value, which may be shown where the value may not. */
export function typeOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
