import { describe } from './arguments.ts';

export type JsonFields = { readonly [key: string]: unknown };

/**
 * The fields of an object that JSON.parse just made, without what every object inherits; undefined
 * for anything else.
 */
export function jsonFields(json: unknown): JsonFields | undefined {
  return describe(json) === 'an object' ? Object.setPrototypeOf(json, null) : undefined;
}
