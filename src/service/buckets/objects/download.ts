import { createHash } from 'node:crypto';
import { LeapError, type ObjectQuery } from '../../../contract';
import type { IFile } from '../../handlers';
import type { GcsStore } from '../store/store';
import { describeObject, type IDescribedObject } from './object-facts';

/** A piece that is asked for again when its connection breaks: a moment's work, and little memory. */
const PIECE_BYTES = 8 << 20;

/**
 * One object's bytes as they are stored, piece by piece, all of one version of it.
 *
 * @param limitBytes - What is larger is refused: copying it is `gcloud storage cp`'s work.
 * @throws LeapError `too-large`, `not-found`, or what the bucket answers.
 */
export async function downloadObject(
  store: Pick<GcsStore, 'resource' | 'object'>,
  query: ObjectQuery,
  limitBytes: number,
  signal: AbortSignal
): Promise<IFile> {
  const described = await describeObject(store, query, signal);
  const { bytes } = described.facts;
  if (bytes > limitBytes) {
    throw new LeapError(
      'too-large',
      limitBytes === 0
        ? 'This hub does not hand out objects to browsers. Copy it with gcloud storage cp.'
        : `This object is larger than the ${String(Math.floor(limitBytes / 1e6))} MB that are handed to a browser. Copy it with gcloud storage cp.`
    );
  }
  return {
    name: /([^/]+)\/*$/.exec(query.name)?.[1] ?? 'object',
    bytes,
    content: pieces(store, query, described, signal)
  };
}

async function* pieces(
  store: Pick<GcsStore, 'object'>,
  { bucket, name, payer }: ObjectQuery,
  { facts, generation, md5 }: IDescribedObject,
  signal: AbortSignal
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('md5');
  let offset = 0;
  while (offset < facts.bytes) {
    const length = Math.min(PIECE_BYTES, facts.bytes - offset);
    const piece = await store.object(
      {
        bucket,
        name,
        generation,
        payer: payer ?? null,
        range: { offset, length },
        maxBytes: length
      },
      'view',
      signal
    );
    if (piece === null) {
      throw new LeapError(
        'not-found',
        'The object was deleted or replaced while it was read.'
      );
    }
    if (piece.bytes.length !== length) {
      throw new LeapError('bad-upstream', 'The object is not as long as said.');
    }
    hash.update(piece.bytes);
    offset += length;
    if (
      offset === facts.bytes &&
      md5 !== null &&
      hash.digest('base64') !== md5
    ) {
      // Withheld, so that what was saved so far is seen to be broken off.
      throw new LeapError('bad-upstream', 'The bytes are not those stored.');
    }
    yield piece.bytes;
  }
}
