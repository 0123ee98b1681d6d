import { DIRECTORY_FLAGS, ReplacedError } from '../tree/files';
import { descriptorPath, isSame } from '../tree/anchor';
import type { Call } from './call-queue';
import type { ITree } from '../tree/entry-count';
import { pieces } from '../tree/paths';

/** An opened directory that was checked to be the one that was found, or why there is none. */
export type Opening =
  | {
      readonly status: 'open';
      readonly descriptor: number;
    }
  | { readonly status: 'failed'; readonly reason: Error };

/**
 * The calls that open a directory: each answer leads to the next call.
 *
 * @param follow - Takes the next call.
 * @param end - Takes the opened directory, or why there is none.
 */
export function openCalls(
  tree: ITree,
  id: number,
  follow: (call: Call) => void,
  end: (result: Opening) => void
): Call {
  const { files, columns, rootDevice } = tree;
  const close = (descriptor: number): void =>
    follow(answered => files.close(descriptor, () => answered()));

  const check =
    (descriptor: number): Call =>
    answered =>
      files.fstat(descriptor, (error, stats) => {
        if (error ?? !isSame(columns, id, rootDevice, stats)) {
          close(descriptor);
          const reason =
            error ?? new ReplacedError('Another directory stands there now.');
          end({ status: 'failed', reason });
        } else {
          end({ status: 'open', descriptor });
        }
        answered();
      });

  const step =
    (path: (string | Buffer)[], outer: number | null): Call =>
    answered => {
      const [piece = '', ...rest] = path;
      files.open(below(outer, piece), DIRECTORY_FLAGS, (error, descriptor) => {
        if (outer !== null) {
          close(outer);
        }
        if (error) {
          end({ status: 'failed', reason: error });
        } else {
          follow(rest.length > 0 ? step(rest, descriptor) : check(descriptor));
        }
        answered();
      });
    };

  return step(pieces(tree.paths.absolute(id)), null);
}

function below(outer: number | null, piece: string | Buffer): string | Buffer {
  return outer === null
    ? piece
    : Buffer.concat([
        Buffer.from(`${descriptorPath(outer)}/`),
        Buffer.from(piece)
      ]);
}
