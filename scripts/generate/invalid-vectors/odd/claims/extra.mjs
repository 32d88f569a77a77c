// Fields that are not specified.
import { withExtra, withFirst } from '../../changed-plaintext.mjs';
import { odd } from '../../odd-vector.mjs';

const NEWER = 'A newer generator may add fields; who does not know them passes over them.';

export const vectors = [
  odd('extra-string', 'A field that nobody knows.', '', NEWER, {
    plaintext: withExtra('"region":"eu"'),
  }),
  odd('extra-nested', 'An unknown field with objects and lists in it.', '', NEWER, {
    plaintext: withExtra('"x":{"app_id":2,"y":[{"user_id":"root"}]}'),
  }),
  odd('extra-null', 'An unknown field that is null.', '', NEWER, {
    plaintext: withExtra('"x":null'),
  }),
  odd('extra-proto', 'An unknown field called __proto__, which must change nothing.', '', NEWER, {
    plaintext: withExtra('"__proto__":{"app_id":2,"user_id":"root"}'),
  }),
  odd('extra-first', 'An unknown field before all others.', '', NEWER, {
    plaintext: withFirst('"v":2'),
  }),
  odd(
    'extra-in-another-case',
    'The name of a field in another case, with another value.',
    '',
    'Names are compared exactly.',
    { plaintext: withExtra('"APP_ID":2,"User_Id":"root"') },
  ),
  odd('extra-empty-name', 'A field whose name is empty.', '', NEWER, {
    plaintext: withExtra('"":0'),
  }),
];
