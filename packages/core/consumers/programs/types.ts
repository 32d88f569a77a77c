// Every export, typed. A new export that is not used here is an error of the `satisfies` below.

import type {
  AuthorizeOptions,
  Decision,
  DecodedToken04,
  GenerateOptions,
  InspectedToken04,
  Issuer,
  IssuerOptions,
  KitToken,
  ParsedRoomPayload,
  RenewalOptions,
  RoomAuthorization,
  RoomChecks,
  RoomPrivileges,
  Token04Claims,
  Token04ErrorCode,
  Token04Mode,
  Token04Request,
  UserIdProfile,
  Verifier,
  VerifyOptions,
} from '@token04/core';
import * as core from '@token04/core';
import type { EncodeOptions, SealOptions } from '@token04/core/testing';
import * as testing from '@token04/core/testing';
import type { Issuer as WebIssuer, Verifier as WebVerifier } from '@token04/core/web';
import * as web from '@token04/core/web';
import * as webTesting from '@token04/core/web/testing';

const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
const mode: Token04Mode = 'gcm';
const checks: RoomChecks = 'both';
const profile: UserIdProfile = 'portable';

const generateOptions: GenerateOptions = { allowLongLived: true };
const issuerOptions: IssuerOptions = { appId: 1, serverSecret, mode };
const request: Token04Request = { userId: 'demo', effectiveTimeInSeconds: 60, payload: undefined };
const verifyOptions: VerifyOptions = {
  serverSecret: [serverSecret],
  modes: [mode],
  service: 'zim',
};
const renewalOptions: RenewalOptions = { now: 0, leadSeconds: 30 };
const privileges: RoomPrivileges = { roomId: 'r', login: true, publish: true, streamIds: ['s'] };
const authorizeOptions: AuthorizeOptions = { roomId: 'r', checks, requirePrivileges: true };
const claims: Token04Claims = {
  appId: 1,
  userId: 'demo',
  ctime: 0,
  expire: 60,
  nonce: 0,
  payload: '',
};
const encodeOptions: EncodeOptions = { claims, serverSecret, mode, iv: new Uint8Array(12) };
const sealOptions: SealOptions = {
  plaintext: new Uint8Array(1),
  expire: 60,
  serverSecret,
  mode,
  iv: new Uint8Array(12),
};

const token: string = core.generateToken04(1, 'demo', serverSecret, 60, '', generateOptions);
const decoded: DecodedToken04 = core.decodeToken04(token, serverSecret);
const bytes: Uint8Array = decoded.iv;
const issuer: Issuer = core.createIssuer(issuerOptions);
const issued: string[] = issuer.issueMany([request]);
const verifier: Verifier = core.createVerifier(verifyOptions);
const verified: Token04Claims = verifier.verify(issuer.issue(request));
const inspected: InspectedToken04 = core.inspectToken04(token);
const kit: KitToken = core.parseKitToken('');
const parsed: ParsedRoomPayload = core.parseRoomPayload(core.roomPayload(privileges));
const room: RoomAuthorization = core.authorizeRoom('', authorizeOptions);
const decision: Decision = room.publish('s');
const error = new core.Token04Error('ERR_TOKEN04_CLAIMS', 'message');
const code: Token04ErrorCode = error.code;
const clientCodes: number[] | undefined = error.clientCodes;

const webIssuer: WebIssuer = web.createIssuer(issuerOptions);
const webVerifier: WebVerifier = web.createVerifier(verifyOptions);

export const nodeEntry = {
  Token04Error: [error, code, clientCodes, error.officialCode, error.argument],
  authorizeRoom: decision.allowed,
  checkRoomId: core.checkRoomId('', 'express-web'),
  checkStreamId: core.checkStreamId('', 'portable'),
  checkUserId: core.checkUserId('demo', profile),
  createIssuer: issued,
  createKitToken: core.createKitToken(kit),
  createVerifier: verified,
  decodeToken04: bytes,
  generateToken04: token,
  inspectToken04: inspected.ivLength,
  parseKitToken: kit,
  parseRoomPayload: parsed,
  renewalDelay: core.renewalDelay(1, renewalOptions),
  roomPayload: core.roomPayload(privileges),
  safeUserId: core.safeUserId(''),
  verifyToken04: core.verifyToken04(token, verifyOptions),
} satisfies { [name in keyof typeof core]: unknown };

export const webEntry = {
  Token04Error: new web.Token04Error(code, ''),
  authorizeRoom: web.authorizeRoom('', authorizeOptions),
  checkRoomId: web.checkRoomId('', 'express-web'),
  checkStreamId: web.checkStreamId('', 'portable'),
  checkUserId: web.checkUserId('demo', profile),
  createIssuer: webIssuer.issueMany([request]) satisfies Promise<string[]>,
  createKitToken: web.createKitToken(kit),
  createVerifier: webVerifier.verify(token) satisfies Promise<Token04Claims>,
  decodeToken04: web.decodeToken04(token, serverSecret) satisfies Promise<DecodedToken04>,
  generateToken04: web.generateToken04(1, 'demo', serverSecret, 60) satisfies Promise<string>,
  inspectToken04: web.inspectToken04(token),
  parseKitToken: web.parseKitToken(''),
  parseRoomPayload: web.parseRoomPayload(''),
  renewalDelay: web.renewalDelay(1),
  roomPayload: web.roomPayload(privileges),
  safeUserId: web.safeUserId(''),
  verifyToken04: web.verifyToken04(token, verifyOptions),
} satisfies { [name in keyof typeof web]: unknown };

export const testingEntries = {
  encodeToken04: [testing.encodeToken04(encodeOptions), webTesting.encodeToken04(encodeOptions)],
  sealToken04: [testing.sealToken04(sealOptions), webTesting.sealToken04(sealOptions)],
} satisfies { [name in keyof typeof testing | keyof typeof webTesting]: unknown };

// @ts-expect-error What is wrong must be seen: a package whose types are not found gives `any`.
core.generateToken04('1', 'demo', serverSecret, 60);
