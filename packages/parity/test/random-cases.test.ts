import { describe, expect, test } from 'vitest';
import type { Ask, Asker, Case } from '../src/conformance/case.ts';
import type { Description } from '../src/conformance/description.ts';
import { type RandomOptions, randomCases } from '../src/conformance/random-cases.ts';
import { randomSource } from '../src/conformance/random-source.ts';

const description: Description = {
  protocol: 1,
  name: 'test',
  language: 'none',
  version: '1',
  dialect: 'node',
  generate: ['cbc', 'gcm'],
  decode: ['cbc', 'gcm'],
  verify: [],
  controls: ['nonce'],
};

function cases(options: Partial<RandomOptions>): Case[] {
  const all = { cases: 70, seed: 3, shard: { index: 1, count: 1 }, ...options };
  return [...randomCases(description, all)];
}

/** What each case asks first. */
async function requests(list: readonly Case[]): Promise<string[]> {
  const asked: string[] = [];
  const ask: Ask = async (op, fields) => {
    asked.push(JSON.stringify({ op, ...fields }));
    return { unsupported: 'all' };
  };
  const asker: Asker = { ask, startMore: () => [], restart: async () => {} };
  for (const each of list) await each.run(asker).catch(() => {});
  return asked;
}

describe('random cases', () => {
  test('depend on seed and number alone', async () => {
    const whole = await requests(cases({}));
    expect(whole).toHaveLength(70);
    expect(new Set(whole).size).toBe(70);
    expect(await requests(cases({}))).toEqual(whole);
    expect(await requests(cases({ cases: 7 }))).toEqual(whole.slice(0, 7));
    expect(await requests(cases({ seed: 4 }))).not.toContain(whole[0]);
  });

  test('are divided among the shards, each into exactly one', () => {
    const ids = cases({}).map(({ id }) => id);
    const shards = [1, 2, 3].flatMap((index) => cases({ shard: { index, count: 3 } }));
    expect(shards.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  test('are of each kind that the testee lists, and of no other', () => {
    const kinds = new Set(cases({}).map(({ id }) => id.split('/')[1]));
    expect([...kinds].sort()).toEqual([
      'altered-gcm',
      'controlled-cbc',
      'controlled-gcm',
      'decode-cbc',
      'decode-gcm',
      'generate-cbc',
      'generate-gcm',
    ]);
    const none = { ...description, generate: [], decode: [] };
    expect([...randomCases(none, { cases: 9, seed: 0, shard: { index: 1, count: 1 } })]).toEqual(
      [],
    );
  });
});

describe('the random source', () => {
  test('neighbouring seeds have nothing in common', () => {
    const first = Array.from({ length: 1000 }, (_, seed) => randomSource(seed).integer(0, 9999));
    // Of 1,000 drawn from 10,000, about 952 differ.
    expect(new Set(first).size).toBeGreaterThan(900);
  });

  test('texts are well-formed, and as long as asked for', () => {
    const random = randomSource(1);
    for (let i = 0; i < 500; i++) {
      const text = random.text(1, 64);
      expect(text.length).toBeGreaterThanOrEqual(1);
      expect(text.length).toBeLessThanOrEqual(64);
      const secret = random.textOfBytes(32);
      expect(Buffer.byteLength(secret)).toBe(32);
      for (const each of [text, secret]) expect(each).not.toMatch(/\p{Surrogate}/u);
      expect(random.ascii(32)).toMatch(/^[ -~]{32}$/);
    }
  });
});
