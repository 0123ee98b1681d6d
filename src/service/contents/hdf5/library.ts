import type * as H5 from 'h5wasm';
import type { FileBlocks } from './file-blocks';

/** The library, ready. */
export interface ILibrary {
  readonly File: typeof H5.File;
  readonly system: IFileSystem;
}

/**
 * Load the HDF5 library. Its build for browsers is the one whose files need not be files of this machine; it takes this
 * thread for a browser's.
 *
 * @see https://github.com/usnistgov/h5wasm
 */
export async function loadLibrary(): Promise<ILibrary> {
  Object.assign(globalThis, {
    WorkerGlobalScope: Object,
    self: globalThis,
    location: { href: 'file:///' }
  });
  const { File, ready } = await import('h5wasm');
  const { FS } = await ready;
  return { File, system: FS as unknown as IFileSystem };
}

/** What the library's file system has of a file, as far as it is replaced here. */
interface IFileNode {
  contents: Uint8Array;
  stream_ops: Readonly<Record<string, unknown>>;
}

/** The library's file system. */
interface IFileSystem {
  createFile(
    parent: string,
    name: string,
    properties: object,
    canRead: boolean,
    canWrite: boolean
  ): IFileNode;
}

/**
 * Open a file whose bytes come from elsewhere.
 */
export function openFile(
  { File, system }: ILibrary,
  name: string,
  blocks: FileBlocks
): H5.File {
  const node = system.createFile('/', name, {}, true, false);
  node.contents = new Uint8Array();
  Object.defineProperty(node, 'usedBytes', { get: () => blocks.bytes });
  node.stream_ops = {
    ...node.stream_ops,
    read: (
      _stream: unknown,
      buffer: Uint8Array,
      offset: number,
      length: number,
      position: number
    ) => blocks.copy(buffer.subarray(offset, offset + length), position, length)
  };
  return new File(`/${name}`, 'r');
}
