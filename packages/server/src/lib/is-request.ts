/** By what is needed of it, since there are several classes of that name in one process. */
export function isRequest(value: unknown): value is Request {
  return typeof (value as Request | undefined)?.headers?.get === 'function';
}
