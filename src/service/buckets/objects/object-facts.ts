import * as z from 'zod/mini';
import {
  LeapError,
  type ObjectFacts,
  type ObjectQuery
} from '../../../contract';
import type { GcsStore } from '../store/store';

const FIELDS = 'size,updated,storageClass,generation,md5Hash';

const Resource = z.object({
  size: z.string().check(z.regex(/^\d{1,15}$/)),
  generation: z.string().check(z.regex(/^\d{1,20}$/)),
  updated: z.optional(z.string()),
  storageClass: z.optional(z.string()),
  md5Hash: z.optional(z.string())
});

/**
 * An object as it is now: what a reader wants to know, and what pins this version of it.
 */
export interface IDescribedObject {
  readonly facts: Omit<ObjectFacts, 'downloadLimitBytes'>;
  readonly generation: string;
  /** Of its bytes, base64; null: the bucket has none. */
  readonly md5: string | null;
}

/**
 * Ask what an object is.
 *
 * @throws LeapError `not-found` when it is not there, `bad-upstream` when the answer says something else.
 */
export async function describeObject(
  store: Pick<GcsStore, 'resource'>,
  { bucket, name, payer }: ObjectQuery,
  signal: AbortSignal
): Promise<IDescribedObject> {
  const query = { bucket, name, fields: FIELDS, payer: payer ?? null };
  const resource = await store.resource(query, 'view', signal);
  const read = Resource.safeParse(resource);
  if (!read.success) {
    throw new LeapError(
      'bad-upstream',
      'Google Cloud Storage describes this object in a way that is not known.',
      { cause: read.error }
    );
  }
  const { size, updated, storageClass, generation, md5Hash } = read.data;
  const updatedMs = updated === undefined ? Number.NaN : Date.parse(updated);
  return {
    facts: {
      bytes: Number(size),
      updatedAt: Number.isNaN(updatedMs)
        ? null
        : new Date(updatedMs).toISOString(),
      storageClass: storageClass ?? ''
    },
    generation,
    md5: md5Hash ?? null
  };
}
