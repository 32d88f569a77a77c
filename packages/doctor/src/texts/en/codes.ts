import type { CodeTexts } from '../code-texts.ts';

const DOCTOR = 'Give the refused token and the secret to token04 doctor or the inspector.';
const CHARACTERS =
  'Use 0-9, a-z, A-Z, _ and -, nothing beyond ASCII; auth0|x and us-east-1:x are refused.';

/** Where each is from: docs/codes.md. */
export const codes: CodeTexts = {
  sdks: {
    'express-native': 'Express native',
    'express-web': 'Express Web',
    'express-web-old': 'Express Web (older versions)',
    'express-web-log': 'Express Web (server code in its log)',
    'range-scene': 'Express native, range scene',
    'range-scene-react-native': 'Express React Native, range scene',
    zim: 'ZIM',
    'zim-log': 'ZIM (server code in its log)',
    uikit: 'UIKit prebuilt for the web',
    'mini-game': 'Mini Game',
    'super-board': 'Super Board',
    'digital-human': 'Digital human, mobile',
    'room-kit': 'RoomKit',
  },
  meanings: {
    'app-id': [
      'The AppID is wrong.',
      'Compare it with the console: up to ten digits, of the same project as the secret.',
    ],
    'app-sign': [
      'The AppSign is wrong.',
      'Compare it with the console. A client with tokens leaves it empty.',
    ],
    'user-id-empty': [
      'The userID is empty.',
      'Wait for the login of your app, then log in to the room.',
    ],
    'user-id-characters': ['The userID has a character that is not allowed.', CHARACTERS],
    'user-id-length': [
      'The userID is too long.',
      'Native takes under 64 bytes, the web 64 characters; ZIM, UIKit and AI Agent take 32.',
    ],
    'room-id-empty': ['The roomID is empty.', 'Pass the room before you log in to it.'],
    'room-id-characters': ['The roomID has a character that is not allowed.', CHARACTERS],
    'room-id-length': [
      'The roomID is too long; so is a token passed as the roomID.',
      'Look at the order of the arguments: renewToken(roomID, token) in native, renewToken(token, roomID) in the web. A roomID has under 128 bytes.',
    ],
    'login-refused': [
      'The authentication of the login failed: another secret, an ended token, or any other refusal.',
      DOCTOR,
    ],
    'kicked-out': [
      'The user was put out of the room when the token ended. In the web it is a duplicate login.',
      'Renew in time: onRoomTokenWillExpire, then renewToken(roomID, token).',
    ],
    'no-token': [
      'The app demands a token, and none was passed.',
      'Set config.token before loginRoom, once your token endpoint has answered.',
    ],
    internal: [
      'An internal error of the authentication.',
      'Try again; if it stays, ask ZEGO’s support, with the time and the appID.',
    ],
    format: ['The format of the token is wrong, or its payload is no JSON.', DOCTOR],
    'token-app-id': ['The app_id in the token is wrong, or no number.'],
    'token-user-id': ['The user_id in the token is wrong, or no string.'],
    'token-validity': [
      'The validity in the token is wrong or over: ctime and expire are integers of seconds.',
    ],
    'token-version': [
      'The version in front of the token is wrong: it begins with 04, without a blank.',
      'See what the client really passes.',
    ],
    'token-nonce': ['The nonce in the token is wrong, or no number.'],
    'renewed-without-publish': ['The token of renewToken does not allow to publish.'],
    'publish-refused': ['Publishing was refused for what the token says.'],
    'publish-prohibited': [
      'ZEGO’s backend is set to prohibit publishing this stream.',
      'Ask ZEGO’s support with the appID.',
    ],
    'play-refused': ['Playing was refused: the token is wrong or has ended.', DOCTOR],
    music: [
      'The authentication for copyrighted music failed: neither AppSign nor token was set.',
      'Call loginRoom, with the token, before initCopyrightedMusic.',
    ],
    argument: [
      'An argument is wrong, such as an empty token.',
      'Look at every argument of loginRoom; call it once the token is there.',
    ],
    'token-error': [
      'The token is wrong: made with another secret, for another user or app, or damaged.',
      DOCTOR,
    ],
    'token-expired': [
      'The token has expired; also while publishing or playing.',
      'Fetch a new one, and renew in time: tokenWillExpire, renewToken. If it is new, see the clocks.',
    ],
    authentication: [
      'The authentication failed: 1102020 at login, 1103019 while publishing, 1104046 while playing.',
      DOCTOR,
    ],
    'access-signature': [
      'The signature at the access hub is invalid.',
      'Compare the AppID and the server address with the console.',
    ],
    'too-short': ['Under 30 seconds are left of the token.'],
    'too-long': ['The token ends more than 24 days from now.'],
    'no-kit-token': ['The prebuilt UIKit was given no #: a plain token04, or nothing.'],
  },
};
