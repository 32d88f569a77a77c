import * as v from 'valibot';

/**
 * What every text among the settings must be, a secret as well. A variable from a file with Windows' line
 * ends has one at its end that nobody sees, and no JWT would be of such an issuer.
 */
export const text = v.pipe(
  v.string('must be a string'),
  v.check(
    (value) => !/^\uFEFF/.test(value),
    'must not begin with a byte order mark, which some editors write',
  ),
  v.check(
    (value) => !/[\r\n]/.test(value),
    'must be one line, without a line end (but for one at the end of a file)',
  ),
  v.check(
    (value) => value.trim() === value,
    'must not have blanks at its start or end, which are easily lost',
  ),
  // A file that was made and not written before the power went is of the right length, and all zeros.
  v.check((value) => !/\p{Cc}/u.test(value), 'must not have control characters'),
);
