import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../known-list.schema.json' with { type: 'json' };

/** In what a testee is known to differ, and why that is as it is (PROTOCOL.md, 7). */
export interface KnownList {
  format: 'token04-known/1';
  differences: { reason: string; ids: string[]; sometimes?: boolean }[];
}

/** The list is not valid; the message names the first mistake. */
export class KnownListError extends Error {}

/** How a reason begins that nobody has written yet; a list that has one is not read. */
export const UNWRITTEN = 'FILL IN: ';

const validate = new Ajv2020().compile<KnownList>(schema);

/** Why a case is known to fail. */
export interface KnownReason {
  reason: string;
  /** It also passes at times, since what it finds comes by chance. */
  sometimes: boolean;
}

/** The reason by the case's id. */
export type KnownReasons = ReadonlyMap<string, KnownReason>;

/** @throws KnownListError */
export function readKnownList(json: unknown): KnownReasons {
  if (!validate(json)) {
    const { instancePath, message } = validate.errors?.[0] ?? {};
    throw new KnownListError(`${instancePath ?? ''} ${message ?? 'is not valid'}`.trim());
  }
  const reasons = new Map<string, KnownReason>();
  for (const { reason, ids, sometimes = false } of json.differences) {
    if (reason.startsWith(UNWRITTEN)) {
      throw new KnownListError(`the reason of ${ids[0]} is still to be written`);
    }
    for (const id of ids) {
      if (reasons.has(id)) throw new KnownListError(`${id} is listed twice`);
      reasons.set(id, { reason, sometimes });
    }
  }
  return reasons;
}
