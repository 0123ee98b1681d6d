import { authorise, isAllowed } from './access';
import type { Bucket } from './bucket';
import { bucketFields, bucketResource } from './bucket-resource';
import type { IAnswer, ICall } from './call';
import { download } from './download';
import { Failure, invalid } from './failure';
import { checkFields, parseFields, select } from './fields';
import { readJson, recordOf, textOf } from './json';
import { listObjects, resourceOf } from './listing';
import { copiedMetadata, patchMetadata } from './metadata';
import { objectFields, type IStoredObject } from './object';
import { compose, copy, move, rewrite } from './copying';
import { bucketFor, type IDesk } from './desk';
import { checkPreconditions } from './preconditions';

type Operation = (call: ICall, desk: IDesk) => IAnswer;

/**
 * The operations on objects and buckets, named as in Google's reference.
 */
export const operations: Readonly<Record<string, Operation>> = {
  'objects.list': (call, desk) => ({
    status: 200,
    body: listObjects(
      bucketFor(call, desk, 'storage.objects.list', call.query.get('prefix')),
      call.query,
      call.origin
    )
  }),
  'objects.get': (call, desk) => objectAnswer(call, readable(call, desk)),
  'objects.download': (call, desk) => download(call, readable(call, desk)),
  'objects.patch': (call, desk) => {
    const object = changeable(call, desk, 'storage.objects.update');
    patchMetadata(object, readJson(call.body));
    object.metageneration++;
    object.updatedAt = desk.store.now();
    return objectAnswer(call, object);
  },
  'objects.update': (call, desk) => {
    const object = changeable(call, desk, 'storage.objects.update');
    patchMetadata(object, {
      contentType: null,
      contentEncoding: null,
      contentDisposition: null,
      contentLanguage: null,
      cacheControl: null,
      metadata: null
    });
    patchMetadata(object, readJson(call.body));
    object.metageneration++;
    object.updatedAt = desk.store.now();
    return objectAnswer(call, object);
  },
  'objects.delete': (call, desk) => {
    changeable(call, desk, 'storage.objects.delete');
    desk.store
      .bucket(call.bucket)
      .remove(call.object ?? '', call.query.get('generation'));
    return { status: 204 };
  },
  'objects.restore': restore,
  'objects.insert': (call, desk) => {
    authoriseUpload(call, desk);
    return uploadAnswer(call, desk.uploads.insert(call));
  },
  'objects.resume': (call, desk) =>
    uploadAnswer(call, desk.uploads.resume(call)),
  'objects.cancelUpload': (call, desk) => desk.uploads.cancel(call),
  'objects.rewrite': (call, desk) => rewrite(call, desk),
  'objects.copy': (call, desk) => objectAnswer(call, copy(call, desk)),
  'objects.move': (call, desk) => objectAnswer(call, move(call, desk)),
  'objects.compose': (call, desk) => objectAnswer(call, compose(call, desk)),
  'buckets.get': (call, desk) =>
    bucketAnswer(call, bucketFor(call, desk, 'storage.buckets.get')),
  'buckets.getStorageLayout': (call, desk) => ({
    status: 200,
    body: {
      kind: 'storage#storageLayout',
      bucket: bucketFor(call, desk, 'storage.objects.list').name,
      hierarchicalNamespace: { enabled: false }
    }
  }),
  'buckets.testIamPermissions': (call, { store, caller }) => {
    const bucket = store.bucket(call.bucket);
    const permissions = call.query
      .getAll('permissions')
      .filter(permission => isAllowed(bucket, caller, permission, ''));
    return {
      status: 200,
      body: {
        kind: 'storage#testIamPermissionsResponse',
        ...(permissions.length > 0 ? { permissions } : {})
      }
    };
  },
  'buckets.list': (call, { store }) => ({
    status: 200,
    body: {
      kind: 'storage#buckets',
      items: [...store.buckets.values()]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(bucket => bucketResource(bucket, call.origin))
    }
  }),
  'buckets.insert': insertBucket,
  'buckets.patch': patchBucket,
  'buckets.delete': (call, desk) => {
    const bucket = bucketFor(call, desk, 'storage.buckets.delete');
    if (!bucket.isEmpty) {
      throw new Failure(
        409,
        'conflict',
        'The bucket you tried to delete is not empty.'
      );
    }
    desk.store.buckets.delete(bucket.name);
    return { status: 204 };
  }
};

function readable(call: ICall, desk: IDesk): IStoredObject {
  const name = call.object ?? '';
  const bucket = bucketFor(call, desk, 'storage.objects.get', name);
  const generation = call.query.get('generation');
  const object =
    call.query.get('softDeleted') === 'true'
      ? bucket.getSoftDeleted(name, requiredGeneration(generation))
      : bucket.get(name, generation);
  checkPreconditions(call.query, object, true);
  return object;
}

function changeable(
  call: ICall,
  desk: IDesk,
  permission: string
): IStoredObject {
  const name = call.object ?? '';
  const bucket = bucketFor(call, desk, permission, name);
  const object = bucket.find(name, call.query.get('generation'));
  checkPreconditions(call.query, object, false);
  return object ?? bucket.get(name, call.query.get('generation'));
}

function requiredGeneration(generation: string | null): string {
  if (generation === null) {
    throw new Failure(400, 'required', 'Required parameter: generation');
  }
  return generation;
}

function restore(call: ICall, desk: IDesk): IAnswer {
  const name = call.object ?? '';
  const bucket = bucketFor(call, desk, 'storage.objects.restore', name);
  const source = bucket.getSoftDeleted(
    name,
    requiredGeneration(call.query.get('generation'))
  );
  checkPreconditions(call.query, bucket.find(name), false);
  const { content, componentCount } = source;
  const restored = desk.store.write(
    bucket,
    name,
    content,
    copiedMetadata(source),
    componentCount === undefined ? {} : { componentCount }
  );
  return objectAnswer(call, restored);
}

function authoriseUpload(call: ICall, desk: IDesk): void {
  const name = desk.uploads.nameOf(call);
  const bucket = bucketFor(call, desk, 'storage.objects.create', name);
  if (bucket.find(name) !== undefined) {
    authorise(bucket, desk.caller, 'storage.objects.delete', name);
  }
}

function uploadAnswer(call: ICall, result: IStoredObject | IAnswer): IAnswer {
  return 'status' in result ? result : objectAnswer(call, result);
}

function objectAnswer(call: ICall, object: IStoredObject): IAnswer {
  const mask = parseFields(call.query.get('fields'));
  checkFields(mask, new Set(Object.keys(objectFields)));
  const resource = resourceOf(mask, call.query.get('projection'));
  return { status: 200, body: resource(object, call.origin) };
}

function bucketAnswer(call: ICall, bucket: Bucket): IAnswer {
  const mask = parseFields(call.query.get('fields'));
  checkFields(mask, bucketFields);
  const resource = bucketResource(bucket, call.origin);
  return { status: 200, body: select(resource, mask) };
}

function insertBucket(call: ICall, { store }: IDesk): IAnswer {
  const body = readJson(call.body);
  const name = textOf(body, 'name') ?? '';
  if (!/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(name)) {
    throw invalid(`Invalid bucket name: '${name}'`);
  }
  const bucket = store.createBucket(name, {
    ...(recordOf(body, 'billing')['requesterPays'] === true
      ? { requesterPays: true }
      : {}),
    ...(recordOf(body, 'versioning')['enabled'] === true
      ? { versioning: true }
      : {})
  });
  return bucketAnswer(call, bucket);
}

function patchBucket(call: ICall, desk: IDesk): IAnswer {
  const bucket = bucketFor(call, desk, 'storage.buckets.update');
  const body = readJson(call.body);
  const pays = recordOf(body, 'billing')['requesterPays'];
  const versions = recordOf(body, 'versioning')['enabled'];
  bucket.options = {
    ...bucket.options,
    ...(typeof pays === 'boolean' ? { requesterPays: pays } : {}),
    ...(typeof versions === 'boolean' ? { versioning: versions } : {})
  };
  bucket.metageneration++;
  bucket.updatedAt = desk.store.now();
  return bucketAnswer(call, bucket);
}
