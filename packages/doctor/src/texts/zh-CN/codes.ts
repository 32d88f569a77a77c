import type { CodeTexts } from '../code-texts.ts';
import { SEE_PASSED } from './words.ts';

const DOCTOR = '把 Token 和密钥交给 token04 doctor 或检查器。';
const CHARACTERS = '只用 ASCII 的字母和数字、_ 和 -。';
const SUPPORT = '请联系 ZEGO 技术支持。';

export const codes: CodeTexts = {
  sdks: {
    'express-native': 'Express 原生端',
    'express-web': 'Express Web',
    'express-web-old': 'Express Web（旧版本）',
    'express-web-log': 'Express Web（日志中）',
    'range-scene': 'Express 原生端范围场景',
    'range-scene-react-native': 'Express React Native 范围场景',
    zim: 'ZIM',
    'zim-log': 'ZIM（日志中）',
    uikit: 'Web 端 UIKit',
    'mini-game': '小游戏',
    'super-board': '超级白板',
    'digital-human': '数字人移动端',
    'room-kit': 'RoomKit',
  },
  meanings: {
    'app-id': ['AppID 错误。', '与控制台核对 AppID 和密钥。'],
    'app-sign': ['AppSign 错误。', '与控制台核对；使用 Token 的客户端留空即可。'],
    'user-id-empty': ['userID 为空。', '等应用自身登录完成。'],
    'user-id-characters': ['userID 含有不允许的字符。', CHARACTERS],
    'user-id-length': ['userID 太长。', '要小于 64 字节；ZIM、UIKit 和 AI Agent 最多 32 个字符。'],
    'room-id-empty': ['roomID 为空。', '把房间传给 loginRoom。'],
    'room-id-characters': ['roomID 含有不允许的字符。', CHARACTERS],
    'room-id-length': [
      'roomID 太长，或把 Token 当作 roomID 传入了。',
      '要小于 128 字节。原生端是 renewToken(roomID, token)，Web 端是 renewToken(token, roomID)。',
    ],
    'login-refused': ['登录被拒绝。', DOCTOR],
    'kicked-out': ['Token 在房间内到期；在 Web 端是用户重复登录。'],
    'no-token': ['应用要求鉴权，但没有传入 Token。', '在 loginRoom 之前设置 config.token。'],
    internal: ['鉴权内部错误。', SUPPORT],
    format: ['Token 格式错误，或 payload 不是 JSON。', DOCTOR],
    'token-app-id': ['Token 里的 app_id 错误。'],
    'token-user-id': ['Token 里的 user_id 错误。'],
    'token-validity': ['Token 已过期，或 ctime 或 expire 错误。'],
    'token-version': ['Token 不是以 04 开头。', SEE_PASSED],
    'token-nonce': ['Token 里的 nonce 错误。'],
    'renewed-without-publish': ['通过 renewToken 传入的 Token 不允许推流。'],
    'publish-refused': ['Token 不允许推流。'],
    'publish-prohibited': ['ZEGO 后台禁止推这条流。', SUPPORT],
    'play-refused': ['拉流被拒绝。', DOCTOR],
    music: [
      '版权音乐需要 AppSign 或 Token。',
      '先用 Token 调用 loginRoom，再调用 initCopyrightedMusic。',
    ],
    argument: ['参数错误；Token 为空也是如此。', '检查 loginRoom 的每个参数。'],
    'token-error': ['Token 错误。', DOCTOR],
    'token-expired': ['Token 已过期。'],
    authentication: ['鉴权失败：1102020 为登录，1103019 为推流，1104046 为拉流。', DOCTOR],
    'access-signature': ['接入层签名无效。', '与控制台核对 AppID 和 server 地址。'],
    'too-short': ['剩余时间不足 30 秒。'],
    'too-long': ['Token 的到期时间距现在超过 24 天。'],
    'no-kit-token': ['UIKit 需要 Kit Token。'],
  },
};
