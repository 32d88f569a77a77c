// The page of react.mjs: two components of an app, with an engine that writes down what it is told.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useRoom } from '../client-react/use-room.ts';

const calls: string[] = [];
/** Ends the login that hangs, where the page was told to let them hang. */
let endLogin: (() => void) | undefined;
let hangs = false;
const listeners = new Set<() => void>();

const engine = {
  async loginRoom(roomId: string, _token: string, { userID }: { userID: string }) {
    calls.push(`login ${roomId} as ${userID}`);
    if (hangs) await new Promise<void>((resolve) => (endLogin = resolve));
    calls.push(`in ${roomId}`);
    return true;
  },
  logoutRoom: (roomId: string) => calls.push(`logout ${roomId}`),
  renewToken: (_token: string, roomId: string) => calls.push(`renew ${roomId}`),
  on: (_event: string, listener: () => void) => listeners.add(listener),
  off: (_event: string, listener: () => void) => listeners.delete(listener),
};

function Room({ roomId }: { roomId: string }) {
  const state = useRoom(engine as never, roomId);
  const { problemCode } = (state.status === 'failed' ? state.error : {}) as {
    problemCode?: string;
  };
  return <p>{[roomId, state.status, problemCode].filter(Boolean).join(' ')}</p>;
}

let setRoom: (roomId: string | undefined) => void;

function App() {
  const [roomId, set] = useState<string | undefined>(undefined);
  setRoom = set;
  return roomId === undefined ? <p>outside</p> : <Room roomId={roomId} />;
}

Object.assign(globalThis, {
  calls,
  listeners,
  enter: (roomId?: string) => setRoom(roomId),
  letLoginsHang: () => {
    hangs = true;
  },
  endLogin: () => endLogin?.(),
});

createRoot(document.body).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
