// Fields under another name, or in another place.
import { FIELDS, json, seal } from '../../token.mjs';
import { badClaims } from '../../vector.mjs';
import { without } from './without.mjs';

function renamed(names) {
  return JSON.stringify(
    Object.fromEntries(Object.entries(FIELDS).map(([name, value]) => [names(name), value])),
  );
}

const camelCase = (name) => name.replace(/_(.)/, (_, letter) => letter.toUpperCase());

export const vectors = [
  badClaims('names-camel-case', 'The names in camel case.', 'field-name', seal(renamed(camelCase))),
  badClaims(
    'names-upper-case',
    'The names in upper case.',
    'field-name',
    seal(renamed((name) => name.toUpperCase())),
  ),
  badClaims(
    'name-capital',
    'The first letter of one name is a capital.',
    'field-name',
    seal(renamed((name) => name.replace('app', 'App'))),
  ),
  badClaims(
    'names-with-blank',
    'A blank behind every name.',
    'field-name',
    seal(renamed((name) => `${name} `)),
  ),
  badClaims(
    'names-with-nul',
    'A NUL behind every name.',
    'field-name',
    seal(renamed((name) => `${name}\0`)),
  ),
  badClaims(
    'names-with-hyphen',
    'Hyphens for underscores.',
    'field-name',
    seal(renamed((name) => name.replace('_', '-'))),
  ),
  badClaims(
    'names-of-jwt',
    'iat and exp for ctime and expire.',
    'field-name',
    seal(renamed((name) => ({ ctime: 'iat', expire: 'exp' })[name] ?? name)),
  ),
  badClaims(
    'name-misspelt',
    'userid for user_id.',
    'field-name',
    seal(renamed((name) => name.replace('user_id', 'userid'))),
  ),
  badClaims(
    'nested',
    'The fields one level down.',
    'field-name',
    seal(JSON.stringify({ data: FIELDS })),
  ),
  badClaims(
    'in-proto',
    'The fields in a field called __proto__.',
    'prototype',
    seal(`{"__proto__":${json()}}`),
  ),
  badClaims(
    'app-id-in-proto',
    'One field in a field called __proto__, the others in place.',
    'prototype',
    seal(without('app_id').replace('{', '{"__proto__":{"app_id":1},')),
  ),
  badClaims(
    'in-constructor',
    'The fields in a field called constructor.',
    'prototype',
    seal(`{"constructor":{"prototype":${json()}}}`),
  ),
];
