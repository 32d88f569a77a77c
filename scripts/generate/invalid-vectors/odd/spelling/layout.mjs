// Other orders of the keys, and blanks between them.
import { odd } from '../../odd-vector.mjs';
import { FIELDS, json } from '../../token.mjs';

const ORDER = 'Key orders differ among the official generators, and JSON gives them no meaning.';
const BLANKS = 'Blanks between tokens mean nothing in JSON; a newer generator may write them.';

const pretty = JSON.stringify(FIELDS, null, 2);
const ordered = (names) =>
  JSON.stringify(Object.fromEntries(names.split(' ').map((name) => [name, FIELDS[name]])));

export const vectors = [
  odd('order-go', 'The keys as Go orders them.', 'go', ORDER, {
    plaintext: ordered('app_id user_id ctime expire nonce payload'),
  }),
  odd('order-php-typed', 'The keys as the typed PHP orders them.', 'php-typed', ORDER, {
    plaintext: ordered('app_id user_id ctime expire nonce payload'),
    mode: 'gcm',
  }),
  odd('order-java', 'The keys as the hash map of Java orders them.', 'java', ORDER, {
    plaintext: ordered('user_id payload expire ctime app_id nonce'),
  }),
  odd('order-dotnet', 'The keys as .NET orders them.', 'dotnet', ORDER, {
    plaintext: ordered('app_id user_id payload ctime expire nonce'),
  }),
  odd('order-sorted', 'The keys sorted.', '', ORDER, {
    plaintext: ordered('app_id ctime expire nonce payload user_id'),
  }),
  odd('order-reversed', 'The keys in reverse.', '', ORDER, {
    plaintext: ordered('payload expire ctime nonce user_id app_id'),
  }),
  odd(
    'blanks-of-python',
    'A blank behind each colon and comma, as Python writes unless told otherwise.',
    '',
    BLANKS,
    { plaintext: json().replaceAll(':', ': ').replaceAll(',', ', ') },
  ),
  odd('blanks-indented', 'A line for each field, indented.', '', BLANKS, { plaintext: pretty }),
  odd('blanks-crlf', 'Line ends of Windows.', '', BLANKS, {
    plaintext: pretty.replaceAll('\n', '\r\n'),
  }),
  odd('blanks-tabs', 'Tabs around each colon.', '', BLANKS, {
    plaintext: json().replaceAll(':', '\t:\t'),
  }),
  odd('blanks-before', 'Blanks before the object.', '', BLANKS, { plaintext: ` \t\r\n${json()}` }),
  odd('blanks-behind', 'A line feed behind the object, as many encoders end with.', '', BLANKS, {
    plaintext: `${json()}\n`,
  }),
  odd('gcm-blanks-everywhere', 'All four blanks of JSON in all places.', '', BLANKS, {
    plaintext: json().replaceAll(/[{}:,]/g, ' \t\r\n$& \t\r\n'),
    mode: 'gcm',
  }),
];
