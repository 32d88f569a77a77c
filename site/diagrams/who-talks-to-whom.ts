import { arrow, card, type Drawing, line, text } from './draw.ts';

const WORDS = {
  en: {
    title: 'Who talks to whom',
    description:
      '1: your app asks your token endpoint, with the login that it has. 2: the endpoint, which holds the server secret, answers with a token. 3: the app logs in to the room at ZEGO with it. ZEGO checks the token with the same secret. The endpoint and ZEGO do not talk to each other.',
    app: ['Your app', 'no secret in it'],
    endpoint: ['Your token endpoint', 'decides for whom', 'has the server secret'],
    zego: ['ZEGO', 'checks the token', 'has the server secret'],
    ask: '1  asks, with your login',
    answer: '2  the token',
    login: '3  loginRoom, renewToken',
    apart: 'no connection, but one secret',
  },
  'zh-CN': {
    title: '谁和谁通信',
    description:
      '1：应用带着自己的登录状态请求你的 Token 接口。2：持有 ServerSecret 的接口返回 Token。3：应用用它登录 ZEGO 的房间。ZEGO 用同一个密钥检查 Token。接口与 ZEGO 之间不通信。',
    app: ['你的应用', '里面没有密钥'],
    endpoint: ['你的 Token 接口', '决定给谁签发', '持有 ServerSecret'],
    zego: ['ZEGO', '检查 Token', '持有 ServerSecret'],
    ask: '1  带着登录状态请求',
    answer: '2  Token',
    login: '3  loginRoom、renewToken',
    apart: '互不相连，共用一个密钥',
  },
} as const;

export function whoTalksToWhom(locale: keyof typeof WORDS): Drawing {
  const words = WORDS[locale];
  return {
    title: words.title,
    description: words.description,
    height: 270,
    parts: [
      card([12, 105, 146, 70], words.app, 'accent'),
      card([340, 20, 188, 90], words.endpoint),
      card([340, 160, 188, 90], words.zego),
      arrow([
        [100, 105],
        [100, 45],
        [340, 45],
      ]),
      text(222, 37, words.ask, 'middle'),
      arrow([
        [340, 85],
        [130, 85],
        [130, 105],
      ]),
      text(235, 77, words.answer, 'middle'),
      arrow([
        [100, 175],
        [100, 215],
        [340, 215],
      ]),
      text(222, 207, words.login, 'middle'),
      line(434, 110, 434, 160, 'dashed'),
      text(424, 140, words.apart, 'end soft'),
    ],
  };
}
