import type { Diagnosis, Locale } from '@token04/doctor';

/** What `doctor` and `explain` say themselves, beside the findings. */
export interface Words {
  readonly verdicts: { readonly [verdict in Diagnosis['verdict']]: string };
  /** A good token that is wrapped in what no other reader takes off. */
  readonly goodInside: string;
  readonly rows: {
    readonly app: string;
    readonly user: string;
    readonly made: string;
    readonly expires: string;
    readonly mode: string;
    readonly payload: string;
  };
  readonly cbc: string;
  readonly identity: string;
  /** After a time, with the brackets. */
  readonly expiresIn: (duration: string) => string;
  readonly expiredAgo: (duration: string) => string;
  readonly inTheApp: string;
  readonly next: string;
  readonly nth: (index: number, count: number) => string;
  readonly sum: (bad: number, count: number) => string;
  readonly causes: string;
  readonly unknownCode: string;
  /** Between a title and what follows it. */
  readonly colon: string;
  /** Between the items of a list in one line. */
  readonly comma: string;
}

export const WORDS: { readonly [locale in Locale]: Words } = {
  en: {
    verdicts: {
      good: 'nothing is wrong with the token',
      bad: 'the token is bad',
      unknown: 'nothing wrong can be seen without the secret',
    },
    goodInside: 'the token inside is good; with what stands around it, it is refused',
    rows: {
      app: 'app',
      user: 'user',
      made: 'made',
      expires: 'expires',
      mode: 'mode',
      payload: 'payload',
    },
    cbc: 'cbc, which proves nothing about who made it',
    identity: 'none: an identity token, limited to no room',
    expiresIn: (duration) => ` (expires in ${duration})`,
    expiredAgo: (duration) => ` (expired ${duration} ago)`,
    inTheApp: 'In the app',
    next: 'Next',
    nth: (index, count) => `Token ${index} of ${count}`,
    sum: (bad, count) => `${bad} of ${count} tokens are bad`,
    causes: 'Likely causes, the likeliest first',
    unknownCode: 'is no code of ZEGO’s SDKs that is about tokens',
    colon: ': ',
    comma: ', ',
  },
  'zh-CN': {
    verdicts: {
      good: 'Token 没有问题',
      bad: 'Token 有问题',
      unknown: '没有密钥，看不出问题',
    },
    goodInside: '里面的 Token 没有问题，但带着外面的内容会被拒绝',
    rows: {
      app: '应用',
      user: '用户',
      made: '生成时间',
      expires: '到期时间',
      mode: '模式',
      payload: 'payload',
    },
    cbc: 'cbc（不能证明是谁生成的）',
    identity: '无：基础鉴权 Token，不限定房间',
    expiresIn: (duration) => `（${duration}后到期）`,
    expiredAgo: (duration) => `（${duration}前已到期）`,
    inTheApp: '应用中的错误码',
    next: '下一步',
    nth: (index, count) => `第 ${index} 个 Token，共 ${count} 个`,
    sum: (bad, count) => `${count} 个 Token 中有 ${bad} 个有问题`,
    causes: '可能的原因（最可能的在前）',
    unknownCode: '不是 ZEGO SDK 中与 Token 有关的错误码',
    colon: '：',
    comma: '、',
  },
};

/** The language of the environment, where the findings are in it; English otherwise. */
export function languageOf(env: NodeJS.ProcessEnv): Locale {
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh\b|^zh_/i.test(set) ? 'zh-CN' : 'en';
}
