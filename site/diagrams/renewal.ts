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
    without: 'else no login, no stream',
  },
  'zh-CN': {
    title: '及时续期',
    description: `Token 在 ctime 生成，在 expire 之前有效。到期前 ${LEAD} 秒 SDK 触发回调；应用向自己的接口请求下一个 Token，并用 renewToken 交给 SDK。下一个 Token 在第一个到期之前就已生效。没有它，到 expire 之后不能重新登录，也不能新推流。`,
    first: '第一个 Token 有效',
    next: '下一个 Token 有效',
    made: '生成',
    callback: `提前 ${LEAD} 秒：SDK 触发回调`,
    ask: '应用请求接口，然后 renewToken',
    end: '到期',
    without: '否则不能登录和推流',
  },
} as const;

export function renewal(locale: keyof typeof WORDS): Drawing {
  const words = WORDS[locale];
  return {
    title: words.title,
    description: words.description,
    height: 256,
    parts: [
      text(250, 32, words.callback, 'middle strong'),
      text(250, 54, words.ask, 'middle soft'),
      arrow([
        [250, 64],
        [250, 84],
      ]),
      box(30, 86, 310, 36, 'good'),
      text(140, 109, words.first, 'middle'),
      box(250, 140, 278, 36, 'accent'),
      text(389, 163, words.next, 'middle'),
      line(250, 122, 250, 140),
      arrow([
        [12, 200],
        [532, 200],
      ]),
      line(30, 122, 30, 206, 'dashed'),
      line(250, 176, 250, 206, 'dashed'),
      line(340, 122, 340, 140, 'dashed'),
      line(340, 176, 340, 206, 'dashed'),
      text(34, 224, 'ctime', 'middle mono'),
      text(34, 243, words.made, 'middle soft'),
      text(244, 224, `expire − ${LEAD}`, 'middle mono'),
      text(340, 224, 'expire', 'middle mono'),
      text(340, 243, words.end, 'middle soft'),
      text(350, 109, words.without, 'soft'),
    ],
  };
}
