/** The problems that the endpoint answers with (RFC 9457). Stable: clients may branch on them. */
export const PROBLEMS = {
  'invalid-json': [400, 'The body is not JSON in UTF-8'],
  'invalid-wish': [400, 'The body asks for something that cannot be asked for'],
  'invalid-request': [400, 'The request is not valid HTTP'],
  unauthenticated: [401, 'It is not known who is asking'],
  forbidden: [403, 'This is not granted to you'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'Ask with POST'],
  'body-timeout': [408, 'The body did not arrive in time'],
  'body-too-large': [413, 'The body has more than 4096 bytes'],
  'unsupported-media-type': [415, 'The body must be application/json'],
  'rate-limited': [429, 'Too many requests'],
  'internal-error': [500, 'The server failed'],
  unavailable: [503, 'What the server needs to decide cannot be had'],
  timeout: [503, 'The server could not decide in time'],
  stopping: [503, 'The server is stopping'],
} as const satisfies { readonly [code: string]: readonly [status: number, title: string] };

export type ProblemCode = keyof typeof PROBLEMS;

/** What is wrong at one place of the body. */
export interface ProblemPlace {
  /** A JSON pointer as a fragment, such as `#/roomId`. */
  readonly pointer: string;
  readonly detail: string;
}

interface ProblemDetails {
  readonly headers?: { readonly [name: string]: string };
  readonly errors?: readonly ProblemPlace[];
}

/** Thrown where a request is refused. It says nothing but what its table says. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(PROBLEMS[code][1]);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}

export function problemResponse({ code, details: { headers, errors } }: Problem): Response {
  const [status, title] = PROBLEMS[code];
  const body = { type: `urn:token04:problem:${code}`, title, status, code, errors };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
    },
  });
}
