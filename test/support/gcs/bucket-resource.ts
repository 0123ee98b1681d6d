import type { Bucket } from './bucket';

/**
 * A bucket as `buckets.get` answers it.
 *
 * Source: https://cloud.google.com/storage/docs/json_api/v1/buckets#resource
 */
export function bucketResource(
  bucket: Bucket,
  origin: string
): Record<string, unknown> {
  const { options, createdAt } = bucket;
  const created = createdAt.toISOString();
  return {
    kind: 'storage#bucket',
    id: bucket.name,
    selfLink: `${origin}/storage/v1/b/${bucket.name}`,
    projectNumber: '123456789012',
    name: bucket.name,
    timeCreated: created,
    updated: bucket.updatedAt.toISOString(),
    metageneration: String(bucket.metageneration),
    etag: Buffer.from(String(bucket.metageneration)).toString('base64'),
    location: options.location ?? 'US-CENTRAL1',
    locationType: 'region',
    storageClass: options.storageClass ?? 'STANDARD',
    rpo: 'DEFAULT',
    iamConfiguration: {
      bucketPolicyOnly: { enabled: options.uniformAccess !== false },
      uniformBucketLevelAccess: { enabled: options.uniformAccess !== false },
      publicAccessPrevention: 'inherited'
    },
    softDeletePolicy: {
      retentionDurationSeconds: String(bucket.softDeleteSeconds),
      ...(bucket.softDeleteSeconds > 0 ? { effectiveTime: created } : {})
    },
    ...(options.versioning === undefined
      ? {}
      : { versioning: { enabled: options.versioning } }),
    ...(options.requesterPays === undefined
      ? {}
      : { billing: { requesterPays: options.requesterPays } }),
    ...(options.retentionSeconds === undefined
      ? {}
      : {
          retentionPolicy: {
            retentionPeriod: String(options.retentionSeconds),
            effectiveTime: created,
            isLocked: false
          }
        }),
    ...(bucket.labels === undefined ? {} : { labels: bucket.labels }),
    ...lifecycle(bucket)
  };
}

function lifecycle({ options }: Bucket): Record<string, unknown> {
  const { lifecycleAgeDays, lifecyclePrefixes } = options;
  if (lifecycleAgeDays === undefined) {
    return {};
  }
  const condition = {
    age: lifecycleAgeDays,
    ...(lifecyclePrefixes === undefined
      ? {}
      : { matchesPrefix: lifecyclePrefixes })
  };
  return { lifecycle: { rule: [{ action: { type: 'Delete' }, condition }] } };
}

/**
 * The fields that a bucket may have, for masks.
 */
export const bucketFields: ReadonlySet<string> = new Set(
  'kind id selfLink projectNumber name timeCreated updated metageneration etag location locationType storageClass rpo iamConfiguration softDeletePolicy versioning billing retentionPolicy labels lifecycle acl defaultObjectAcl owner website logging cors encryption hierarchicalNamespace autoclass objectRetention customPlacementConfig defaultEventBasedHold satisfiesPZS satisfiesPZI ipFilter'.split(
    ' '
  )
);
