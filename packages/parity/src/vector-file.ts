import { loadVectorSchema, type VectorFile } from '@token04/fixtures';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** What is given is no valid vector file. The message starts with the path to the mistake. */
export class VectorFileError extends Error {
  /** Such as `vectors[3].input.appId`; empty where the file as a whole is wrong. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(path === '' ? problem : `${path}: ${problem}`);
    this.name = 'VectorFileError';
    this.path = path;
  }
}

/**
 * The vector file that the JSON is, valid by its schema and with IDs that are unique.
 *
 * @throws VectorFileError for the first mistake
 */
export function readVectorFile(json: unknown): VectorFile {
  const validate = vectorFileValidator();
  if (!validate(json)) throw schemaError(validate.errors?.[0]);
  const file = json as VectorFile;
  refuseDuplicateIds(file);
  return file;
}

let validator: ValidateFunction | undefined;

/** Compiling the schema takes longer than checking a file, and only some who import this do. */
function vectorFileValidator(): ValidateFunction {
  // Conditional parts of the schema refine properties whose type another part states.
  validator ??= new Ajv2020({ strictTypes: false }).compile(loadVectorSchema());
  return validator;
}

function schemaError(error: ErrorObject | undefined): VectorFileError {
  if (error === undefined) return new VectorFileError('', 'must be a vector file');
  const path = readablePath(error.instancePath);
  const { additionalProperty, allowedValue, allowedValues, missingProperty } = error.params;
  switch (error.keyword) {
    case 'additionalProperties':
      return new VectorFileError(member(path, additionalProperty), 'unknown key');
    case 'required':
      return new VectorFileError(member(path, missingProperty), 'is missing');
    case 'const':
      return new VectorFileError(path, `must be ${JSON.stringify(allowedValue)}`);
    case 'enum':
      return new VectorFileError(path, `must be one of ${allowedValues.join(', ')}`);
    default:
      return new VectorFileError(path, error.message ?? `fails on ${error.keyword}`);
  }
}

/** `/vectors/3/input/appId` as `vectors[3].input.appId`. */
function readablePath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : member(path, part)), '');
}

function member(path: string, key: string): string {
  if (!/^[A-Za-z_]\w*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

function refuseDuplicateIds({ vectors }: VectorFile): void {
  const indexOfId = new Map<string, number>();
  for (const [index, { id }] of vectors.entries()) {
    const first = indexOfId.get(id);
    if (first !== undefined) {
      throw new VectorFileError(`vectors[${index}].id`, `duplicate of vectors[${first}].id`);
    }
    indexOfId.set(id, index);
  }
}
