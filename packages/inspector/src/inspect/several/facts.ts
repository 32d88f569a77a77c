import { locale, texts } from '../../locale.ts';
import { hasSecret } from '../../secret.ts';
import { formatTime } from '../../texts/time.ts';
import { indentJson } from '../indent-json.ts';
import type { Judged } from '../judging.ts';
import { roomNamedBy } from '../permissions.ts';
import { headlineOf } from '../verdict/headline.ts';

/** What can be compared of two tokens, by its name in the language chosen. */
export function factsOf(judged: Judged): [name: string, value: string | undefined][] {
  const { claims: words, frame, several, fields, generate } = texts.value;
  const { decoded, inspected, token } = judged.diagnosis;
  const { claims } = decoded ?? {};
  const time = (seconds: number | undefined): string | undefined =>
    seconds === undefined ? undefined : formatTime(seconds, locale.value, texts.value);
  const number = (value: number | undefined): string | undefined => value?.toString();
  return [
    [several.verdict, headlineOf(judged, hasSecret.value, texts.value, locale.value).headline],
    [generate.mode, inspected && frame.modes[inspected.mode]],
    [words.appId, number(claims?.appId)],
    [words.userId, claims?.userId],
    [fields.roomId, roomNamedBy(judged.diagnosis)],
    [words.ctime, time(claims?.ctime)],
    [words.expire, time(claims?.expire ?? inspected?.expire)],
    [words.lifetime, number(claims && claims.expire - claims.ctime)],
    [words.nonce, number(claims?.nonce)],
    [words.payload, claims && indentJson(claims.payload)],
    [several.characters, number(token?.length)],
    [frame.names.ivLength, number(inspected?.ivLength)],
    [frame.names.ciphertextLength, number(inspected?.ciphertextLength)],
  ];
}
