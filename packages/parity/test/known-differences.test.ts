import { readFileSync } from 'node:fs';
import { loadVectorFile, type VectorFile } from '@token04/fixtures';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import {
  checkFixtures,
  checkVectorFile,
  type KnownDifference,
  knownDifferences,
  unusedDifferences,
} from '../src/index.ts';
import { REJECTED_ID, smallFile, TOKEN_ID } from './vectors.ts';

function readJson(path: string): object {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

test('the list is valid', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(
    readJson('../known-differences.schema.json'),
  );
  validate(readJson('../known-differences.json'));
  expect(validate.errors).toBeNull();
});

test('the list names no vector twice', () => {
  const names = knownDifferences.map(({ dialect, mode, id }) => `${dialect} ${mode} ${id}`);
  expect(names).toEqual([...new Set(names)]);
});

test('each listed difference is met, over all fixtures', () => {
  const checks = checkFixtures();
  expect(unusedDifferences(checks)).toEqual([]);
  expect(checks.flatMap((check) => check.knownDifferences)).toHaveLength(knownDifferences.length);
});

test.each(
  knownDifferences.map((entry) => [`${entry.dialect}-${entry.mode}`, entry.id, entry] as const),
)('%s %s would fail if it were not listed', (name, id, entry) => {
  const others = knownDifferences.filter((other) => other !== entry);
  const { failed } = checkVectorFile(loadVectorFile(name as 'java-cbc'), others);
  const message = `official ${entry.official}, ours ${entry.ours}`;
  expect(failed).toEqual([{ id, step: 'rejection', message }]);
});

describe('a listed difference fails, or is not met, where the vector', () => {
  const go = { dialect: 'go', mode: 'cbc', reason: 'made up for this test' } as const;
  const failures = (file: VectorFile, difference: KnownDifference): unknown => {
    const check = checkVectorFile(file, [difference]);
    expect(check.knownDifferences).toEqual([]);
    expect(unusedDifferences([check], [difference])).toEqual([difference]);
    return check.failed;
  };

  test('no longer differs', () => {
    const difference = { ...go, id: REJECTED_ID, official: 'userId', ours: 'accepted' };
    expect(failures(smallFile(), difference)).toEqual([
      {
        id: REJECTED_ID,
        step: 'known-difference',
        message: 'both say effectiveTimeInSeconds; listed: official userId, ours accepted',
      },
    ]);
  });

  test('differs in another way', () => {
    const file = smallFile();
    Object.assign(file.vectors[1]?.input as object, { appId: 0 });
    const difference = {
      ...go,
      id: REJECTED_ID,
      official: 'effectiveTimeInSeconds',
      ours: 'accepted',
    };
    expect(failures(file, difference)).toEqual([
      {
        id: REJECTED_ID,
        step: 'known-difference',
        message:
          'official effectiveTimeInSeconds, ours appId; listed: official effectiveTimeInSeconds, ours accepted',
      },
    ]);
  });

  test('is now a token', () => {
    const difference = { ...go, id: TOKEN_ID, official: 'secret', ours: 'accepted' };
    expect(failures(smallFile(), difference)).toEqual([
      {
        id: TOKEN_ID,
        step: 'known-difference',
        message: 'official made a token; listed: official secret',
      },
    ]);
  });

  test('does not exist', () => {
    const difference = { ...go, id: 'edge/gone', official: 'secret', ours: 'accepted' };
    expect(failures(smallFile(), difference)).toEqual([]);
  });

  test('is of another mode or dialect', () => {
    const difference = { ...go, id: REJECTED_ID, official: 'userId', ours: 'accepted' };
    expect(failures(smallFile(), { ...difference, mode: 'gcm' })).toEqual([]);
    expect(failures(smallFile(), { ...difference, dialect: 'node' })).toEqual([]);
  });
});
