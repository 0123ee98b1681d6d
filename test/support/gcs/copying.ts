import { randomUUID } from 'node:crypto';
import { authorise } from './access';
import type { Bucket } from './bucket';
import type { IAnswer, ICall } from './call';
import { BytesContent } from './content';
import { invalid } from './failure';
import { isRecord, readJson, recordOf, textOf } from './json';
import { resourceOf } from './listing';
import { copiedMetadata, readMetadata } from './metadata';
import type { IStoredObject } from './object';
import { bucketFor, type IDesk } from './desk';
import { checkPreconditions } from './preconditions';

/** The least that `maxBytesRewrittenPerCall` may be, and its unit. */
const REWRITE_UNIT_BYTES = 1024 * 1024;

const MOST_COMPONENTS = 32;

/**
 * Copy in one call.
 *
 * @throws Failure
 */
export function copy(call: ICall, desk: IDesk): IStoredObject {
  const source = sourceOf(call, desk);
  const target = targetBucket(call, desk);
  const body = readJson(call.body);
  return desk.store.write(
    target,
    call.target?.object ?? '',
    source.content,
    Object.keys(body).length === 0
      ? copiedMetadata(source)
      : { ...readMetadata(body) },
    source.componentCount === undefined
      ? {}
      : { componentCount: source.componentCount }
  );
}

/**
 * Copy in as many calls as `maxBytesRewrittenPerCall` makes necessary.
 *
 * @throws Failure
 */
export function rewrite(call: ICall, desk: IDesk): IAnswer {
  const source = sourceOf(call, desk);
  const perCall = Number(
    call.query.get('maxBytesRewrittenPerCall') ?? Infinity
  );
  if (perCall % REWRITE_UNIT_BYTES !== 0 && perCall !== Infinity) {
    throw invalid(
      'maxBytesRewrittenPerCall must be an integral multiple of 1 MiB.'
    );
  }
  const token = call.query.get('rewriteToken');
  const known = token === null ? 0 : desk.store.rewrites.get(token);
  if (known === undefined) {
    throw invalid('Invalid rewrite token.', 'rewriteToken');
  }
  const rewritten = Math.min(source.content.size, known + perCall);
  const common = {
    kind: 'storage#rewriteResponse',
    totalBytesRewritten: String(rewritten),
    objectSize: String(source.content.size)
  };
  if (rewritten < source.content.size) {
    targetBucket(call, desk);
    const next = token ?? randomUUID();
    desk.store.rewrites.set(next, rewritten);
    return {
      status: 200,
      body: { ...common, done: false, rewriteToken: next }
    };
  }
  desk.store.rewrites.delete(token ?? '');
  const resource = resourceOf(null, null)(copy(call, desk), call.origin);
  return { status: 200, body: { ...common, done: true, resource } };
}

/**
 * Rename within a bucket, at once.
 *
 * @throws Failure
 */
export function move(call: ICall, desk: IDesk): IStoredObject {
  const moved = copy(call, desk);
  const bucket = bucketFor(
    call,
    desk,
    'storage.objects.delete',
    call.object ?? ''
  );
  bucket.remove(call.object ?? '');
  return moved;
}

/**
 * Join up to 32 objects into one, which has a CRC32C alone.
 *
 * @throws Failure
 */
export function compose(call: ICall, desk: IDesk): IStoredObject {
  const name = call.object ?? '';
  const bucket = bucketFor(call, desk, 'storage.objects.create', name);
  const body = readJson(call.body);
  const listed = Array.isArray(body['sourceObjects'])
    ? body['sourceObjects'].filter(isRecord)
    : [];
  if (listed.length === 0 || listed.length > MOST_COMPONENTS) {
    throw invalid(
      'The number of source components provided is out of range (1 to 32).'
    );
  }
  checkPreconditions(call.query, bucket.find(name), false);
  const sources = listed.map(entry => component(bucket, entry));
  const bytes = sources.map(({ content }) => content.slice(0, content.size));
  return desk.store.write(
    bucket,
    name,
    new BytesContent(Buffer.concat(bytes), true),
    readMetadata(recordOf(body, 'destination')),
    {
      componentCount: sources.reduce(
        (sum, source) => sum + (source.componentCount ?? 1),
        0
      )
    }
  );
}

function component(
  bucket: Bucket,
  entry: Record<string, unknown>
): IStoredObject {
  const object = bucket.get(
    textOf(entry, 'name') ?? '',
    textOf(entry, 'generation')
  );
  const preconditions = recordOf(entry, 'objectPreconditions');
  const ifGenerationMatch =
    textOf(preconditions, 'ifGenerationMatch') ??
    (typeof preconditions['ifGenerationMatch'] === 'number'
      ? String(preconditions['ifGenerationMatch'])
      : undefined);
  if (ifGenerationMatch !== undefined) {
    const query = new URLSearchParams({ ifGenerationMatch });
    checkPreconditions(query, object, false);
  }
  return object;
}

function sourceOf(call: ICall, desk: IDesk): IStoredObject {
  const name = call.object ?? '';
  const bucket = bucketFor(call, desk, 'storage.objects.get', name);
  const source = bucket.get(name, call.query.get('sourceGeneration'));
  checkPreconditions(call.query, source, false, 'Source');
  return source;
}

function targetBucket(call: ICall, desk: IDesk): Bucket {
  const name = call.target?.object ?? '';
  const bucket = desk.store.bucket(call.target?.bucket);
  authorise(bucket, desk.caller, 'storage.objects.create', name);
  const existing = bucket.find(name);
  if (existing !== undefined) {
    authorise(bucket, desk.caller, 'storage.objects.delete', name);
  }
  checkPreconditions(call.query, existing, false);
  return bucket;
}
