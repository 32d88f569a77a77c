import type { CodeTexts } from '../code-texts.ts';

const DOCTOR = '把被拒绝的 Token 和密钥一起交给 token04 doctor 或检查器。';
const CHARACTERS =
  '只用 0-9、a-z、A-Z、_ 和 -，不要用 ASCII 之外的字符；auth0|x 和 us-east-1:x 会被拒绝。';

export const codes: CodeTexts = {
  sdks: {
    'express-native': 'Express 原生端',
    'express-web': 'Express Web',
    'express-web-old': 'Express Web（旧版本）',
    'express-web-log': 'Express Web（日志中的服务端错误码）',
    'range-scene': 'Express 原生端范围场景',
    'range-scene-react-native': 'Express React Native 范围场景',
    zim: 'ZIM',
    'zim-log': 'ZIM（日志中的服务端错误码）',
    uikit: 'Web 端 UIKit',
    'mini-game': '小游戏',
    'super-board': '超级白板',
    'digital-human': '数字人移动端',
    'room-kit': 'RoomKit',
  },
  meanings: {
    'app-id': ['AppID 错误。', '与控制台核对：它是最多十位的数字，并与密钥属于同一个项目。'],
    'app-sign': ['AppSign 错误。', '与控制台核对。使用 Token 鉴权的客户端不需要它：留空即可。'],
    'user-id-empty': ['userID 为空。', '等应用自身登录完成后再登录房间。'],
    'user-id-characters': ['userID 含有不允许的字符。', CHARACTERS],
    'user-id-length': [
      'userID 太长。',
      '原生端要求小于 64 字节，Web 端最多 64 个字符；ZIM、UIKit 和 AI Agent 最多 32 个。',
    ],
    'room-id-empty': ['roomID 为空。', '登录房间之前先给出房间 ID。'],
    'room-id-characters': ['roomID 含有不允许的字符。', CHARACTERS],
    'room-id-length': [
      'roomID 太长。把 Token 当作 roomID 传入也会这样。',
      '检查参数顺序：原生端是 renewToken(roomID, token)，Web 端是 renewToken(token, roomID)。roomID 小于 128 字节。',
    ],
    'login-refused': ['登录鉴权失败：密钥不同、Token 已过期，或任何其他拒绝原因。', DOCTOR],
    'kicked-out': [
      'Token 到期时用户被踢出房间。在 Web 端它表示重复登录。',
      '及时更新：收到 onRoomTokenWillExpire 后调用 renewToken(roomID, token)。',
    ],
    'no-token': [
      '应用要求鉴权，但没有传入 Token。',
      '等 Token 接口返回后，在 loginRoom 之前设置 config.token。',
    ],
    internal: ['鉴权内部错误。', '重试；如果一直出现，请带上时间和 AppID 联系 ZEGO 技术支持。'],
    format: ['Token 格式错误，或 payload 不是 JSON。', DOCTOR],
    'token-app-id': ['Token 里的 app_id 错误，或不是数字。'],
    'token-user-id': ['Token 里的 user_id 错误，或不是字符串。'],
    'token-validity': ['Token 的有效期错误或已过：ctime 和 expire 是以秒为单位的整数。'],
    'token-version': [
      'Token 开头的版本错误：必须以 04 开头，前面不能有空格。',
      '看看客户端实际传了什么。',
    ],
    'token-nonce': ['Token 里的 nonce 错误，或不是数字。'],
    'renewed-without-publish': ['通过 renewToken 传入的 Token 不允许推流。'],
    'publish-refused': ['Token 的内容不允许推流。'],
    'publish-prohibited': ['ZEGO 后台配置禁止推这条流。', '请带上 AppID 联系 ZEGO 技术支持。'],
    'play-refused': ['拉流鉴权失败：Token 错误或已过期。', DOCTOR],
    music: [
      '版权音乐鉴权失败：既没有设置 AppSign，也没有设置 Token。',
      '先用 Token 调用 loginRoom，再调用 initCopyrightedMusic。',
    ],
    argument: [
      '参数错误；Token 为空也是如此。',
      '检查 loginRoom 的每个参数；等 Token 返回后再调用。',
    ],
    'token-error': ['Token 错误：密钥不同、用户或应用不同，或 Token 已损坏。', DOCTOR],
    'token-expired': [
      'Token 已过期；推流或拉流过程中也会出现。',
      '获取新的 Token，并及时更新（tokenWillExpire、renewToken）。如果它是刚生成的，请检查服务器时钟。',
    ],
    authentication: ['鉴权失败：1102020 为登录，1103019 为推流，1104046 为拉流。', DOCTOR],
    'access-signature': ['接入层签名无效。', '与控制台核对 AppID 和 server 地址。'],
    'too-short': ['Token 剩余时间不足 30 秒。'],
    'too-long': ['Token 的到期时间距现在超过 24 天。'],
    'no-kit-token': ['传给 UIKit 的内容里没有 #：它是普通的 token04，或者什么也没有。'],
  },
};
