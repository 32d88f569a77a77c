import { RENEWAL_LEAD_IN_SECONDS } from '@token04/core/format';
import { arrow, box, type Drawing, line, text } from './draw.ts';

const LEAD = RENEWAL_LEAD_IN_SECONDS;

const WORDS = {
  en: {
    title: 'Renewal in time',
    description: `A token is made at ctime and good until expire. ${LEAD} seconds before that the SDK calls back; the app asks its endpoint for the next token and hands it over with renewToken. The next token is good before the first has ended. Without it, at expire: no new login and no new stream.`,
    first: 'the first token is good',
    next: 'the next token is good',
    made: 'made',
    callback: `${LEAD} s before: the SDK calls back`,
    ask: 'the app asks the endpoint, then renewToken',
    end: 'the end',
    without: 'else: no login, no new stream',
  },
  'zh-CN': {
    title: '及时续期',
    description: `token 在 ctime 生成，在 expire 之前有效。到期前 ${LEAD} 秒 SDK 触发回调；应用向自己的接口请求下一个 token，并用 renewToken 交给 SDK。下一个 token 在第一个到期之前就已生效。没有它，到 expire 之后不能重新登录，也不能新推流。`,
    first: '第一个 token 有效',
    next: '下一个 token 有效',
    made: '生成',
    callback: `提前 ${LEAD} 秒：SDK 触发回调`,
    ask: '应用请求接口，然后 renewToken',
    end: '到期',
    without: '否则：不能登录，不能新推流',
  },
} as const;

export function renewal(locale: keyof typeof WORDS): Drawing {
  const words = WORDS[locale];
  return {
    title: words.title,
    description: words.description,
    height: 256,
    parts: [
      text(330, 32, words.callback, 'middle strong'),
      text(330, 54, words.ask, 'middle soft'),
      arrow([
        [330, 64],
        [330, 84],
      ]),
      box(40, 86, 400, 36, 'good'),
      text(185, 109, words.first, 'middle'),
      box(330, 140, 330, 36, 'accent'),
      text(495, 163, words.next, 'middle'),
      line(330, 122, 330, 140),
      arrow([
        [20, 200],
        [664, 200],
      ]),
      line(40, 122, 40, 206, 'dashed'),
      line(330, 176, 330, 206, 'dashed'),
      line(440, 122, 440, 140, 'dashed'),
      line(440, 176, 440, 206, 'dashed'),
      text(40, 224, 'ctime', 'middle mono'),
      text(40, 243, words.made, 'middle soft'),
      text(318, 224, `expire − ${LEAD}`, 'middle mono'),
      text(440, 224, 'expire', 'middle mono'),
      text(440, 243, words.end, 'middle soft'),
      text(452, 109, words.without, 'soft'),
    ],
  };
}
