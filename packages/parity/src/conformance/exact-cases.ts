import type { Mode } from '@token04/fixtures';
import { type Case, must, single } from './case.ts';
import { accepted } from './claims.ts';
import type { Description, VerifyOption } from './description.ts';
import { type Expectation, failure, refusal } from './expectation.ts';
import { FALSY } from './falsy.ts';
import { requestFields } from './made-token.ts';
import { CLAIMS, CTIME, ORDINARY, seal } from './tokens.ts';
import { inMode, verifyCase } from './verify-cases.ts';

/** What patterns that end with `$`, C strings and trimming pass over at the end of a word. */
const ENDS: { readonly [name: string]: string } = {
  'a-line-feed': '\n',
  'a-carriage-return': '\r',
  'both-line-ends': '\r\n',
  'two-line-feeds': '\n\n',
  'a-next-line': '\u0085',
  'a-line-separator': '\u2028',
  'a-nul': '\0',
  'a-nul-and-more': '\0x',
  'a-blank': ' ',
  'a-no-break-space': '\u00a0',
  'a-second-line': '\nx',
};

/** Of a wrong type, and false, empty or zero to some language. They must not be taken for absent. */
const NO_DEMANDS: { readonly [field: string]: readonly unknown[] } = {
  appId: ['', '0', false, [], {}],
  userId: [0, false, [], {}],
  modes: ['', 0, false, {}, [''], [0], [[]]],
  service: ['0', 0, false, [], {}],
  clockToleranceInSeconds: ['', '0', false, [], {}],
};

/** Words and demands count to the last character, and one that looks empty is not taken for absent. */
export function* exactCases(description: Description): Generator<Case> {
  const { generate, verify } = description;
  for (const mode of generate) yield* makingCases(mode);
  for (const mode of verify) yield* verifyingCases(mode, description);
}

function* makingCases(mode: Mode): Generator<Case> {
  const order = requestFields({ mode, input: ORDINARY, dialect: null, controls: {} });
  for (const [name, end] of Object.entries(ENDS)) {
    for (const [place, wrong] of [
      ['with', mode + end],
      ['behind', end + mode],
    ]) {
      const head = must(`generate/${mode}/argument/mode-${place}-${name}-refused`, 'protocol 1');
      yield single(head, { op: 'generate', fields: { ...order, mode: wrong } }, refusal);
    }
    const head = must(`wire/generate-${mode}/op-with-${name}`, 'protocol 1');
    yield single(head, { op: `generate${end}`, fields: order }, refusal);
  }
}

function* verifyingCases(mode: Mode, { options = [] }: Description): Generator<Case> {
  const token = seal(mode, CLAIMS);
  const demand = (
    name: string,
    demands: { readonly [name: string]: unknown },
    expected: Expectation,
    of = token,
  ): Case => verifyCase(inMode(mode, name), { token: of, now: CTIME, ...demands }, expected);
  const services = options.includes('service') ? ['express', 'zim'] : [];
  for (const [name, end] of Object.entries(ENDS)) {
    for (const [place, spell] of [
      ['with', (word: string) => word + end],
      ['behind', (word: string) => end + word],
    ] as const) {
      for (const service of services) {
        const id = `service/${service}-${place}-${name}-refused`;
        yield demand(id, { service: spell(service) }, refusal);
      }
      yield demand(`demand/mode-${place}-${name}`, { modes: [spell(mode)] }, refusal);
      const userId = spell(CLAIMS.userId);
      const claims = { ...CLAIMS, userId };
      const other = seal(mode, claims);
      yield demand(`exact/user-${place}-${name}`, { userId }, failure('Mismatch'));
      yield demand(
        `exact/user-without-${name}-${place}`,
        { userId: CLAIMS.userId },
        failure('Mismatch'),
        other,
      );
      yield demand(`exact/user-${place}-${name}-itself`, { userId }, accepted(claims), other);
    }
  }
  for (const [index, text] of FALSY.entries()) {
    const claims = { ...CLAIMS, userId: text };
    const nearlyNobody = seal(mode, claims);
    yield demand(`falsy/user-${index}-demanded`, { userId: text }, failure('Mismatch'));
    yield demand(`falsy/user-${index}-itself`, { userId: text }, accepted(claims), nearlyNobody);
    yield demand(
      `falsy/user-${index}-is-another`,
      { userId: CLAIMS.userId },
      failure('Mismatch'),
      nearlyNobody,
    );
    if (!options.includes('service')) continue;
    const withPayload = { ...CLAIMS, payload: text };
    const paid = seal(mode, withPayload);
    yield demand(`falsy/zim-payload-${index}`, { service: 'zim' }, failure('Mismatch'), paid);
    const express = { service: 'express' };
    yield demand(`falsy/express-payload-${index}`, express, accepted(withPayload), paid);
  }
  for (const [field, values] of Object.entries(NO_DEMANDS)) {
    const isTaken = field !== 'clockToleranceInSeconds' && field !== 'service';
    if (!isTaken && !options.includes(field as VerifyOption)) continue;
    for (const value of values) {
      const name = `falsy/${field}-of-${JSON.stringify(value).replaceAll('"', 'quote')}-refused`;
      yield demand(name, { [field]: value }, refusal);
    }
  }
  for (const service of services.length > 0 ? [...FALSY, ''] : []) {
    const index = FALSY.indexOf(service);
    yield demand(`falsy/service-${index === -1 ? 'empty' : index}-refused`, { service }, refusal);
  }
}
