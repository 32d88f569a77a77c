/** What never comes. */
export const never: Promise<never> = new Promise(() => {});

/** A request's body that comes in these pieces, or stops at one that never comes. */
export function stream(...chunks: (string | Promise<never>)[]): RequestInit {
  const utf8 = new TextEncoder();
  const body = new ReadableStream({
    async pull(controller) {
      const chunk = await chunks.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(utf8.encode(chunk));
    },
  });
  return { body, duplex: 'half', headers: { 'content-type': 'application/json' } } as RequestInit;
}
