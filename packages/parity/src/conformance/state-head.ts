import { type CaseHead, must } from './case.ts';

export function stateHead(id: string): CaseHead {
  return must(`state/${id}`, 'protocol 1');
}
