import { vectors as cuts } from './frame/cuts.mjs';
import { vectors as layout } from './frame/layout.mjs';
import { vectors as lengths } from './frame/lengths.mjs';
import { vectors as trailing } from './frame/trailing.mjs';

export const area = 'frame';
export const description =
  'The lengths, the order and the end of the fields: a body is exactly what its lengths say.';

export const vectors = [...cuts, ...lengths, ...layout, ...trailing];
