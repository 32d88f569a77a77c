import { createTokenProvider } from '@token04/provider';
import { ZegoExpressEngine } from 'zego-express-engine-webrtc';

/** Logs in to a room and stays there, for as long as your server grants it. */
export async function joinRoom(appId: number, server: string, roomId: string) {
  const engine = new ZegoExpressEngine(appId, server);
  const provider = createTokenProvider({
    fetchToken: ({ signal }) =>
      fetch('/api/zego-token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ roomId, publish: true }),
        signal,
      }),
    onError: (error) => console.warn('No new ZEGO token yet:', error),
  });

  const { token, userId } = await provider.getLogin();
  await engine.loginRoom(roomId, token, { userID: userId });
  provider.subscribe((next) => engine.renewToken(next, roomId));
  // The provider has renewed it by then, unless the device slept or the server could not be reached.
  engine.on('tokenWillExpire', () => {
    provider.refresh().catch(() => {}); // onError is told
  });

  return function leaveRoom(): void {
    provider.stop();
    engine.logoutRoom(roomId);
  };
}
