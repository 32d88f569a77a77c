import type { CodeTexts } from '../code-texts.ts';
import { SEE_PASSED } from './words.ts';

const DOCTOR = 'Give token and secret to token04 doctor or the inspector.';
const CHARACTERS = 'Use ASCII letters, digits, _ and -.';
const SUPPORT = 'Ask the support of ZEGO.';

/** Where each is from: docs/codes.md. */
export const codes: CodeTexts = {
  sdks: {
    'express-native': 'Express native',
    'express-web': 'Express Web',
    'express-web-old': 'Express Web (older)',
    'express-web-log': 'Express Web (in its log)',
    'range-scene': 'Express native, range scene',
    'range-scene-react-native': 'Express React Native, range scene',
    zim: 'ZIM',
    'zim-log': 'ZIM (in its log)',
    uikit: 'UIKit prebuilt for the web',
    'mini-game': 'Mini Game',
    'super-board': 'Super Board',
    'digital-human': 'Digital human, mobile',
    'room-kit': 'RoomKit',
  },
  meanings: {
    'app-id': ['The AppID is wrong.', 'Compare AppID and secret with the console.'],
    'app-sign': [
      'The AppSign is wrong.',
      'Compare it with the console; a client with tokens leaves it empty.',
    ],
    'user-id-empty': ['The userID is empty.', 'Wait for the login of your app.'],
    'user-id-characters': ['The userID has a character that is not allowed.', CHARACTERS],
    'user-id-length': [
      'The userID is too long.',
      'Use under 64 bytes; ZIM, UIKit and AI Agent take 32 characters.',
    ],
    'room-id-empty': ['The roomID is empty.', 'Pass the room to loginRoom.'],
    'room-id-characters': ['The roomID has a character that is not allowed.', CHARACTERS],
    'room-id-length': [
      'The roomID is too long, or a token was passed in its place.',
      'Use under 128 bytes. Native has renewToken(roomID, token), the web renewToken(token, roomID).',
    ],
    'login-refused': ['The login was refused.', DOCTOR],
    'kicked-out': ['The token ended in the room; in the web, the user logged in twice.'],
    'no-token': [
      'The app demands a token, and none was passed.',
      'Set config.token before loginRoom.',
    ],
    internal: ['An internal error of the authentication.', SUPPORT],
    format: ['The format of the token is wrong, or its payload is no JSON.', DOCTOR],
    'token-app-id': ['The app_id in the token is wrong.'],
    'token-user-id': ['The user_id in the token is wrong.'],
    'token-validity': ['The token has expired, or ctime or expire is wrong.'],
    'token-version': ['The token does not begin with 04.', SEE_PASSED],
    'token-nonce': ['The nonce in the token is wrong.'],
    'renewed-without-publish': ['The token of renewToken does not allow to publish.'],
    'publish-refused': ['The token does not allow to publish.'],
    'publish-prohibited': ['The backend of ZEGO prohibits publishing this stream.', SUPPORT],
    'play-refused': ['Playing was refused.', DOCTOR],
    music: [
      'Copyrighted music wants an AppSign or a token.',
      'Call loginRoom, with the token, before initCopyrightedMusic.',
    ],
    argument: ['An argument is wrong, such as an empty token.', 'See every argument of loginRoom.'],
    'token-error': ['The token is wrong.', DOCTOR],
    'token-expired': ['The token has expired.'],
    authentication: [
      'The authentication failed: 1102020 at login, 1103019 at publishing, 1104046 at playing.',
      DOCTOR,
    ],
    'access-signature': [
      'The signature at the access hub is invalid.',
      'Compare AppID and server address with the console.',
    ],
    'too-short': ['Under 30 seconds are left.'],
    'too-long': ['The token ends more than 24 days from now.'],
    'no-kit-token': ['UIKit wants a kit token.'],
  },
};
