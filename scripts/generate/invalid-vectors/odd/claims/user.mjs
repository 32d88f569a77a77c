// Users that look wrong.
import { odd } from '../../odd-vector.mjs';
import { ALL, KEEP_NUL, NO_USER_LIMIT } from '../makers.mjs';

export const vectors = [
  odd('empty-user-id', 'The userId is empty.', 'dotnet', 'Official .NET does not check it.', {
    fields: { user_id: '' },
  }),
  odd(
    'gcm-empty-user-id',
    'The userId is empty, in GCM.',
    '',
    'What holds for CBC holds for GCM.',
    { fields: { user_id: '' }, mode: 'gcm' },
  ),
  odd(
    'user-id-of-65',
    'A userId of 65 characters, one more than the client takes.',
    NO_USER_LIMIT,
    'Most official generators set no limit.',
    { fields: { user_id: 'u'.repeat(65) } },
  ),
  odd(
    'user-id-of-256',
    'A userId of 256 characters.',
    NO_USER_LIMIT,
    'Most official generators set no limit.',
    { fields: { user_id: 'u'.repeat(256) } },
  ),
  odd(
    'user-id-of-4000',
    'A userId of 4,000 characters of three bytes each.',
    NO_USER_LIMIT,
    'Most official generators set no limit.',
    { fields: { user_id: '\u4e2d'.repeat(4000) } },
  ),
  odd('user-id-blanks', 'The userId is a blank and a tab.', ALL, 'Nobody trims it.', {
    fields: { user_id: ' \t' },
  }),
  odd(
    'user-id-with-nul',
    'A NUL within the userId.',
    KEEP_NUL,
    'All but C++ and Objective-C keep it.',
    { fields: { user_id: 'de\0mo' } },
  ),
  odd('user-id-emoji', 'An emoji, four bytes of UTF-8.', ALL, 'A userId is any text.', {
    fields: { user_id: '\u{1f600}' },
  }),
  odd(
    'user-id-noncharacters',
    'U+FFFE, U+FFFF and U+10FFFF: not characters, and well-formed.',
    ALL,
    'A userId is any text.',
    { fields: { user_id: '\ufffe\uffff\u{10ffff}' } },
  ),
  odd(
    'user-id-byte-order-mark',
    'A byte order mark starts the userId.',
    ALL,
    'It is a character there like any other.',
    { fields: { user_id: '\ufeffdemo' } },
  ),
  odd('user-id-decomposed', 'A letter and a combining accent.', ALL, 'Nobody normalizes it.', {
    fields: { user_id: 'e\u0301' },
  }),
  odd(
    'user-id-replacement',
    'U+FFFD, which stands for what could not be decoded.',
    ALL,
    'Here it is well-formed and means itself.',
    { fields: { user_id: '\ufffd' } },
  ),
  odd('user-id-number', 'The userId looks like a number.', ALL, 'It is a string.', {
    fields: { user_id: '007' },
  }),
  odd('user-id-proto', 'The userId is __proto__.', ALL, 'It is a string like any other.', {
    fields: { user_id: '__proto__' },
  }),
];
