// How this family of packages checks arguments and words what is wrong with them.
export { readRoomChecks } from './authorize.ts';
export {
  readAnyUserId,
  readAppId,
  readMode,
  readSecret,
} from './check/arguments.ts';
export { describe, isArray, isRecord, isText } from './check/describe.ts';
export { readFields } from './check/fields.ts';
export {
  argumentError,
  copyList,
  integer,
  listOf,
  oneOf,
  optional,
  type Reader,
  reader,
  readNumber,
  readSeconds,
  readString,
  readText,
} from './check/rules.ts';
export { faultOfId, type IdFault } from './ids.ts';
export { readRoomId, readStreamIds } from './room.ts';
