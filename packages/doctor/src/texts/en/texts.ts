import type { LocaleTexts } from '../texts.ts';
import { cipher } from './cipher.ts';
import { claims } from './claims.ts';
import { frame } from './frame.ts';
import { instead } from './instead.ts';
import { notes } from './notes.ts';
import { room } from './room.ts';
import { way } from './way.ts';

export const en: LocaleTexts = {
  locale: 'en',
  findings: { ...instead, ...way, ...frame, ...cipher, ...claims, ...room, ...notes },
};
