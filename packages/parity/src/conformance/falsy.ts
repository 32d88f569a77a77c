/** Texts that are false, empty, zero or absent to some language or to some comparison. */
export const FALSY: readonly string[] = [
  '0',
  '00',
  '0.0',
  '-0',
  '0e0',
  'false',
  'null',
  'undefined',
  'nil',
  'None',
  'NaN',
  '""',
  '[]',
  '{}',
  ' ',
  '\0',
];
