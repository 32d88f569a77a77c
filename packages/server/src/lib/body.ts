import type { Deadline } from './deadline.ts';
import { Problem } from './problem.ts';

const MAX_BODY_BYTES = 4096;
/** A body may come in pieces of one byte, with as many empty ones among them. */
const MAX_READS = 2 * MAX_BODY_BYTES;

const strictUtf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true });

/**
 * The body's JSON, or undefined where the body is empty.
 *
 * @throws Problem `invalid-json`, `body-timeout`, `body-too-large` or `unsupported-media-type`
 */
export async function readJsonBody(request: Request, deadline: Deadline): Promise<unknown> {
  const bytes = await readBytes(request, deadline);
  if (bytes.length === 0) return undefined;
  if (!request.headers.has('content-type')) throw new Problem('unsupported-media-type');
  try {
    return JSON.parse(strictUtf8.decode(bytes));
  } catch {
    throw new Problem('invalid-json');
  }
}

/** Refused by its header, before the body has come. */
export function checkContentType(request: Request): void {
  const type = request.headers.get('content-type');
  if (type === null) return;
  const essence = type.split(';', 1)[0] as string;
  if (essence.trim().toLowerCase() !== 'application/json') {
    throw new Problem('unsupported-media-type');
  }
}

async function readBytes(request: Request, deadline: Deadline): Promise<Uint8Array> {
  if (isKnownToBeShort(request)) {
    const buffer = await deadline.race(
      readOrRefuse(() => request.arrayBuffer()),
      'body-timeout',
    );
    if (buffer.byteLength > MAX_BODY_BYTES) throw new Problem('body-too-large');
    return new Uint8Array(buffer);
  }
  return request.body === null ? new Uint8Array() : measure(request.body, deadline);
}

/** HTTP servers hold a body to its Content-Length, and read one at once faster than in pieces. */
function isKnownToBeShort({ headers }: Request): boolean {
  const length = headers.get('content-length') ?? '';
  const isLength = /^\d{1,4}$/.test(length) && !headers.has('transfer-encoding');
  return isLength && Number(length) <= MAX_BODY_BYTES;
}

async function measure(body: ReadableStream<Uint8Array>, deadline: Deadline): Promise<Uint8Array> {
  const bytes = new Uint8Array(MAX_BODY_BYTES);
  let length = 0;
  const reader = body.getReader();
  try {
    // Counted, since empty pieces without end would let nothing else happen, not even the deadline.
    for (let reads = 0; reads <= MAX_READS; reads++) {
      const { done, value } = await deadline.race(
        readOrRefuse(() => reader.read()),
        'body-timeout',
      );
      if (done) return bytes.subarray(0, length);
      if (length + value.length > MAX_BODY_BYTES) throw new Problem('body-too-large');
      bytes.set(value, length);
      length += value.length;
    }
    throw new Problem('body-too-large');
  } catch (error) {
    // Not awaited: a source that hangs may hang here, too.
    reader.cancel().catch(() => {});
    throw error;
  }
}

/** A body breaks off where the client has gone, or sent what is no HTTP. */
async function readOrRefuse<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    throw new Problem('invalid-request');
  }
}
