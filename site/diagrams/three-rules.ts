import { arrow, card, type Drawing, text } from './draw.ts';

const WORDS = {
  en: {
    title: 'May the user log in, may the stream be published?',
    description:
      'Asked one after another. Is the payload empty? Then it is an identity token, allowed unless privileges are required. Does the rule check this action? If not, it is allowed in any room. Is room_id the room? Is the bit of the action 1? For publishing: is the stream list absent, or is the stream in it? A no to any of these three is denied, three times yes is allowed.',
    yes: 'yes',
    no: 'no',
    questions: [
      ['Is the payload empty?'],
      ['Does the rule check this?', 'login · publish · both'],
      ['Is room_id the room?'],
      ['Is the bit 1?', '"1": log in · "2": publish'],
      ['No list, or the stream in it?', 'publishing alone'],
    ],
    outcomes: [
      ['allowed: an identity token', 'unless privileges are required'],
      ['allowed, in any room', 'this is what surprises people'],
      ['denied'],
      ['denied'],
      ['denied'],
    ],
    allowed: ['allowed'],
  },
  'zh-CN': {
    title: '用户能否登录，流能否推送？',
    description:
      '依次判断。payload 是空的吗？是：这是基础鉴权 Token，允许，除非要求权限。规则检查这个操作吗？不检查：在任何房间都允许。room_id 是这个房间吗？该操作的位是 1 吗？推流还要问：没有流列表，或者流在列表里吗？后三问有一个否就拒绝，都是就允许。',
    yes: '是',
    no: '否',
    questions: [
      ['payload 是空的吗？'],
      ['规则检查这个操作吗？', '登录 · 推流 · 两者'],
      ['room_id 是这个房间吗？'],
      ['该操作的位是 1 吗？', '"1"：登录 · "2"：推流'],
      ['没有列表，或流在其中？', '只对推流'],
    ],
    outcomes: [
      ['允许：基础鉴权 Token', '除非要求权限'],
      ['允许，不论哪个房间', '常让人意外的就是这里'],
      ['拒绝'],
      ['拒绝'],
      ['拒绝'],
    ],
    allowed: ['允许'],
  },
} as const;

/** The answer that leads to the right, for each question. */
const ASIDE = ['yes', 'no', 'no', 'no', 'no'] as const;
const STEP = 84;

export function threeRules(locale: keyof typeof WORDS): Drawing {
  const words = WORDS[locale];
  const parts = words.questions.flatMap((question, index) => {
    const y = 20 + index * STEP;
    const aside = ASIDE[index] as 'yes' | 'no';
    const onward = aside === 'yes' ? 'no' : 'yes';
    return [
      card([8, y, 240, 54], question),
      arrow([
        [248, y + 27],
        [292, y + 27],
      ]),
      text(268, y + 19, words[aside], 'middle soft'),
      card([292, y, 240, 54], words.outcomes[index] ?? [], index < 2 ? 'good' : 'bad'),
      arrow([
        [128, y + 54],
        [128, y + STEP],
      ]),
      text(138, y + 74, words[onward], 'soft'),
    ];
  });
  const end = 20 + words.questions.length * STEP;
  return {
    title: words.title,
    description: words.description,
    height: end + 54 + 20,
    parts: [...parts, card([8, end, 240, 54], words.allowed, 'good')],
  };
}
