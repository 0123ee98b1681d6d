/**
 * One object of a listing, as much of it as was asked for.
 */
export interface IStoredObject {
  readonly name: string;
  readonly bytes: number;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** `STANDARD`, `NEARLINE` …; empty when it was not asked for. */
  readonly storageClass: string;
}

/**
 * One page of a listing, names in full.
 */
export interface IPage {
  readonly prefixes: readonly string[];
  readonly objects: readonly IStoredObject[];
  readonly nextPageToken: string | null;
}

/**
 * Read the body of a page; null when it is not one, such as one that was cut off.
 */
export function readPage(body: string): IPage | null {
  let reply: unknown;
  try {
    reply = JSON.parse(body);
  } catch {
    // Cut off in the middle: the caller asks again.
    return null;
  }
  if (!isRecord(reply)) {
    return null;
  }
  const items = reply['items'] ?? [];
  const prefixes = reply['prefixes'] ?? [];
  const token = reply['nextPageToken'] ?? null;
  if (
    !Array.isArray(items) ||
    !isTexts(prefixes) ||
    !(token === null || typeof token === 'string')
  ) {
    return null;
  }
  const objects: IStoredObject[] = [];
  for (const item of items as unknown[]) {
    const object = readObject(item);
    if (object === null) {
      return null;
    }
    objects.push(object);
  }
  return { prefixes, objects, nextPageToken: token === '' ? null : token };
}

function readObject(item: unknown): IStoredObject | null {
  if (!isRecord(item)) {
    return null;
  }
  const { name, size, timeCreated, updated, storageClass } = item;
  const bytes = size === undefined ? 0 : Number(size);
  if (typeof name !== 'string' || !Number.isSafeInteger(bytes) || bytes < 0) {
    return null;
  }
  return {
    name,
    bytes,
    createdAt: typeof timeCreated === 'string' ? timeCreated : null,
    updatedAt: typeof updated === 'string' ? updated : null,
    storageClass: typeof storageClass === 'string' ? storageClass : ''
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}
