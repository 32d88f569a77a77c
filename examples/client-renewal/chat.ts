import { createTokenProvider } from '@token04/provider';
import { ZIM } from 'zego-zim-web';

/** Logs in to ZIM, whose tokens have no payload: the endpoint is asked for no room. */
export async function joinChat(appID: number) {
  const zim = ZIM.create({ appID });
  if (zim === null) throw new Error('ZIM could not be created');
  const provider = createTokenProvider({
    fetchToken: ({ signal }) => fetch('/api/zego-token', { method: 'POST', signal }),
    onError: (error) => console.warn('No new ZEGO token yet:', error),
  });

  const { token, userId } = await provider.getLogin();
  await zim.login(userId, {
    token,
    userName: userId,
    isOfflineLogin: false,
    customStatus: '',
    customStatusDuration: 0,
  });
  provider.subscribe((next) => {
    zim.renewToken(next).catch((error) => console.warn('ZIM refused the token:', error));
  });
  zim.on('tokenWillExpire', () => {
    provider.refresh().catch(() => {}); // onError is told
  });

  return function leaveChat(): void {
    provider.stop();
    zim.logout();
  };
}
