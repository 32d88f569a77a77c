// Runs when the site is built.
import { codeAddress, SHOWN } from '../../gather/codes.ts';

export declare const data: string[];

export default {
  load: () => SHOWN.map(codeAddress),
};
