/** Undefined for what is no JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The room and the streams that a payload names, as far as it can be read. */
export function namesIn(payload: string): {
  readonly roomId?: string;
  readonly streamIds: string[];
} {
  const json = parse(payload);
  const { room_id: roomId, stream_id_list: list } = isObject(json) ? json : {};
  return {
    ...(typeof roomId === 'string' && { roomId }),
    streamIds: Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [],
  };
}

/** The type of a value, which may be shown where the value may not. */
export function describe(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
