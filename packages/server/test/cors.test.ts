import { expect, test } from 'vitest';
import { appOptions, ask, TOKEN_URL } from './app.ts';
import { describeBoth } from './both.ts';

describeBoth('CORS', (create) => {
  const handle = create(appOptions);

  test('CORS is for the listed origins alone', async () => {
    const shared = create({
      ...appOptions,
      allowedOrigins: ['https://a.example', 'http://b.example', 'capacitor://localhost'],
    });
    const preflight = (origin: string) =>
      shared(
        new Request(TOKEN_URL, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'authorization, content-type',
          },
        }),
      );
    const allowed = await preflight('https://a.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://a.example');
    expect(allowed.headers.get('access-control-allow-methods')).toBe('POST');
    expect(allowed.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    expect(allowed.headers.get('vary')).toContain('Origin');
    const hybrid = await preflight('capacitor://localhost');
    expect(hybrid.headers.get('access-control-allow-origin')).toBe('capacitor://localhost');
    for (const origin of ['https://evil.example', 'https://a.example.evil.example', 'null', '*']) {
      const refused = await preflight(origin);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
      expect(refused.headers.get('vary')).toContain('Origin');
    }
    const answer = await shared(ask({}, { headers: { origin: 'http://b.example' } }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://b.example');
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    expect(answer.headers.get('vary')).toBe('Origin');
    const problem = await shared(
      new Request(TOKEN_URL, { method: 'POST', headers: { origin: 'http://b.example' } }),
    );
    expect(problem.status).toBe(401);
    expect(problem.headers.get('access-control-allow-origin')).toBe('http://b.example');
    const wrong = await shared(new Request(TOKEN_URL, { method: 'PUT' }));
    expect(wrong.headers.get('allow')).toBe('POST, OPTIONS');
  });

  test('without a list there is no CORS', async () => {
    const answer = await handle(ask({}, { headers: { origin: 'https://a.example' } }));
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  });
});
