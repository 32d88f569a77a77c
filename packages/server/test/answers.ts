import { expect } from 'vitest';

/** Status and code of an answer that is a problem, in the form that every problem has. */
export async function problemOf(response: Response): Promise<{ status: number; code: string }> {
  const { type, title, status, code } = await response.json();
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(type).toBe(`urn:token04:problem:${code}`);
  expect(title).toMatch(/^[A-Z]/);
  expect(status).toBe(response.status);
  return { status, code };
}
