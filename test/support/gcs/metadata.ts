import { isRecord } from './json';
import type { IObjectMetadata, IStoredObject } from './object';

const TEXTS = [
  'contentType',
  'contentEncoding',
  'contentDisposition',
  'contentLanguage',
  'cacheControl',
  'storageClass',
  'customTime'
] as const;
const SWITCHES = ['temporaryHold', 'eventBasedHold'] as const;

/**
 * The fields that a writer may set, out of a JSON body.
 */
export function readMetadata(body: Record<string, unknown>): IObjectMetadata {
  const metadata: IObjectMetadata = {};
  patchMetadata(metadata, body);
  return metadata;
}

/**
 * Apply a patch: null takes a field away, and `metadata` is merged key by key.
 */
export function patchMetadata(
  target: IObjectMetadata,
  body: Record<string, unknown>
): void {
  for (const name of TEXTS) {
    const value = body[name];
    if (typeof value === 'string') {
      target[name] = value;
    } else if (value === null) {
      Reflect.deleteProperty(target, name);
    }
  }
  for (const name of SWITCHES) {
    const value = body[name];
    if (typeof value === 'boolean') {
      target[name] = value;
    }
  }
  if (isRecord(body['metadata'])) {
    target.metadata = mergeCustom(target.metadata, body['metadata']);
  } else if (body['metadata'] === null) {
    Reflect.deleteProperty(target, 'metadata');
  }
}

/**
 * What a copy takes over from its source.
 */
export function copiedMetadata(object: IStoredObject): IObjectMetadata {
  const metadata: IObjectMetadata = { storageClass: object.storageClass };
  for (const name of TEXTS) {
    const value = object[name];
    if (value !== undefined) {
      metadata[name] = value;
    }
  }
  if (object.metadata !== undefined) {
    metadata.metadata = { ...object.metadata };
  }
  return metadata;
}

function mergeCustom(
  known: Record<string, string> | undefined,
  changes: Record<string, unknown>
): Record<string, string> {
  const merged = new Map(Object.entries(known ?? {}));
  for (const [key, value] of Object.entries(changes)) {
    if (typeof value === 'string') {
      merged.set(key, value);
    } else if (value === null) {
      merged.delete(key);
    }
  }
  return Object.fromEntries(merged);
}
