import { Bucket, type IBucketOptions } from './bucket';
import type { IContent } from './content';
import { Failure } from './failure';
import { checkObjectName } from './names';
import type { IObjectMetadata, IStoredObject } from './object';

/**
 * All buckets, the clock, and the counter that generations come from.
 */
export class Store {
  constructor(readonly now: () => Date) {}

  readonly buckets = new Map<string, Bucket>();

  /** Rewrite tokens, and how many bytes each has got to. */
  readonly rewrites = new Map<string, number>();

  /**
   * @throws Failure 409 when there is one of that name.
   */
  createBucket(name: string, options: IBucketOptions): Bucket {
    if (this.buckets.has(name)) {
      throw new Failure(
        409,
        'conflict',
        'Your previous request to create the named bucket succeeded and you already own it.'
      );
    }
    const bucket = new Bucket(name, options, this.now);
    this.buckets.set(name, bucket);
    return bucket;
  }

  /**
   * @throws Failure 404
   */
  bucket(name: string | undefined): Bucket {
    const bucket = this.buckets.get(name ?? '');
    if (bucket === undefined) {
      throw new Failure(
        404,
        'notFound',
        'The specified bucket does not exist.'
      );
    }
    return bucket;
  }

  /**
   * Write an object and return its new generation.
   *
   * @throws Failure 400 for a name that is not allowed, 403 when the object it replaces is held
   */
  write(
    bucket: Bucket,
    name: string,
    content: IContent,
    metadata: IObjectMetadata,
    given: Partial<
      Pick<
        IStoredObject,
        'createdAt' | 'updatedAt' | 'generation' | 'componentCount'
      >
    > = {}
  ): IStoredObject {
    checkObjectName(name);
    const createdAt = given.createdAt ?? this.now();
    const object: IStoredObject = {
      ...metadata,
      bucket: bucket.name,
      name,
      content,
      generation: given.generation ?? this._nextGeneration(),
      metageneration: 1,
      createdAt,
      updatedAt: given.updatedAt ?? createdAt,
      storageClass:
        metadata.storageClass ?? bucket.options.storageClass ?? 'STANDARD',
      ...(given.componentCount === undefined
        ? {}
        : { componentCount: given.componentCount })
    };
    bucket.insert(object);
    return object;
  }

  /**
   * Generations are microseconds, as Google's are, and never the same twice.
   */
  private _nextGeneration(): string {
    this._generation = Math.max(
      this._generation + 1,
      this.now().getTime() * 1000
    );
    return String(this._generation);
  }

  private _generation = 0;
}
