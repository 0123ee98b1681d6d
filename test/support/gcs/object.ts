import type { IContent } from './content';

/**
 * The part of an object that its writer chooses.
 */
export interface IObjectMetadata {
  contentType?: string;
  contentEncoding?: string;
  contentDisposition?: string;
  contentLanguage?: string;
  cacheControl?: string;
  storageClass?: string;
  customTime?: string;
  temporaryHold?: boolean;
  eventBasedHold?: boolean;
  metadata?: Record<string, string>;
}

/**
 * One generation of an object.
 */
export interface IStoredObject extends IObjectMetadata {
  readonly bucket: string;
  readonly name: string;
  readonly content: IContent;
  /** A 64-bit integer in decimal. */
  readonly generation: string;
  metageneration: number;
  readonly createdAt: Date;
  updatedAt: Date;
  storageClass: string;
  /** How many objects it was composed from; absent for an ordinary one. */
  readonly componentCount?: number;
  /** When a later generation or a deletion made it noncurrent. */
  noncurrentAt?: Date;
  softDeletedAt?: Date;
  hardDeletedAt?: Date;
}

/**
 * The entity tag: it changes with the content and with the metadata.
 */
export function etag(object: IStoredObject): string {
  return Buffer.from(
    `${object.generation}/${String(object.metageneration)}`
  ).toString('base64url');
}

type Field = (object: IStoredObject, origin: string) => unknown;

/**
 * Every field of an object resource. A field that does not apply is undefined and left out.
 *
 * Source: https://cloud.google.com/storage/docs/json_api/v1/objects#resource
 */
export const objectFields: Readonly<Record<string, Field>> = {
  kind: () => 'storage#object',
  id: object => `${object.bucket}/${object.name}/${object.generation}`,
  selfLink: (object, origin) =>
    `${origin}/storage/v1/b/${object.bucket}/o/${encodeURIComponent(object.name)}`,
  mediaLink: (object, origin) =>
    `${origin}/download/storage/v1/b/${object.bucket}/o/${encodeURIComponent(object.name)}?generation=${object.generation}&alt=media`,
  name: object => object.name,
  bucket: object => object.bucket,
  generation: object => object.generation,
  metageneration: object => String(object.metageneration),
  contentType: object => object.contentType,
  storageClass: object => object.storageClass,
  size: object => String(object.content.size),
  md5Hash: object => object.content.md5Hash,
  contentEncoding: object => object.contentEncoding,
  contentDisposition: object => object.contentDisposition,
  contentLanguage: object => object.contentLanguage,
  cacheControl: object => object.cacheControl,
  crc32c: object => object.content.crc32c,
  componentCount: object => object.componentCount,
  etag,
  temporaryHold: object => object.temporaryHold,
  eventBasedHold: object => object.eventBasedHold,
  timeCreated: object => object.createdAt.toISOString(),
  updated: object => object.updatedAt.toISOString(),
  timeDeleted: object => object.noncurrentAt?.toISOString(),
  timeStorageClassUpdated: object => object.createdAt.toISOString(),
  timeFinalized: object => object.createdAt.toISOString(),
  softDeleteTime: object => object.softDeletedAt?.toISOString(),
  hardDeleteTime: object => object.hardDeletedAt?.toISOString(),
  customTime: object => object.customTime,
  metadata: object => object.metadata,
  owner: () => undefined,
  acl: () => undefined,
  retention: () => undefined,
  retentionExpirationTime: () => undefined,
  kmsKeyName: () => undefined,
  customerEncryption: () => undefined,
  contexts: () => undefined
};
