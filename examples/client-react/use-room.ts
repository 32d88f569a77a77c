import { createTokenProvider } from '@token04/provider';
import { useEffect, useRef, useState } from 'react';
import type { ZegoExpressEngine } from 'zego-express-engine-webrtc';

export type RoomState =
  | { status: 'joining' }
  | { status: 'joined'; userId: string }
  | { status: 'failed'; error: unknown };

/** Logs in to a room and stays there while the component is mounted. */
export function useRoom(engine: ZegoExpressEngine, roomId: string): RoomState {
  const [last, setLast] = useState<{ roomId: string; state: RoomState }>();
  // The SDK is told one thing after the other, though effects end and begin at once.
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  useEffect(() => {
    let isOver = false;
    const show = (state: RoomState) => {
      if (!isOver) setLast({ roomId, state });
    };
    const provider = createTokenProvider({
      fetchToken: ({ signal }) =>
        fetch('/api/zego-token', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ roomId }),
          signal,
        }),
      onError: (error) => console.warn('No new ZEGO token yet:', error),
    });
    const refresh = () => {
      provider.refresh().catch(() => {}); // onError is told
    };

    /** Whether it is in the room. */
    async function join(): Promise<boolean> {
      // StrictMode ends an effect at once and begins it anew: the first one asks for nothing.
      if (isOver) return false;
      const { token, userId } = await provider.getLogin();
      await engine.loginRoom(roomId, token, { userID: userId });
      provider.subscribe((next) => engine.renewToken(next, roomId));
      engine.on('tokenWillExpire', refresh);
      show({ status: 'joined', userId });
      return true;
    }

    const joined = turn.current.then(join).catch((error) => {
      show({ status: 'failed', error });
      return false;
    });
    turn.current = joined;
    return () => {
      isOver = true;
      provider.stop();
      setLast(undefined);
      turn.current = joined.then((isIn) => {
        engine.off('tokenWillExpire', refresh);
        if (isIn) engine.logoutRoom(roomId);
      });
    };
  }, [engine, roomId]);

  return last?.roomId === roomId ? last.state : { status: 'joining' };
}
