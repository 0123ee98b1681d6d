import { getPriority } from 'node:os';
import { loadNative } from '../../../../../src/service/home/scan/native/native';
import { nativePart } from '../../../../support/home/scan/native-part';
import { nicenessOf } from '../../../../support/home/scan/niceness';
import { TreeBase } from '../../../../support/home/scan/tree-base';
import { count, NO_COLUMNS } from '../../../../support/home/scan/one-order';

// A busy machine takes its time, and a walk that is left goes on in a directory of its own: what comes after it is lost too.
jest.setTimeout(60_000);

describe('what is compiled', () => {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
  });

  afterEach(() => {
    tree.remove();
  });

  it('is not needed: where it is not, nothing is loaded', () => {
    expect(loadNative(tree.path)).toBeNull();
  });

  it('lets the thread that gives out orders go first', async () => {
    tree.file('some/file', 10);

    await count(tree.at('some'));

    const own = getPriority();
    expect(Math.max(...nicenessOf('self'))).toBe(Math.min(19, own + 5));
    // Linux knows the first thread of a process by the number of the process.
    expect(getPriority(process.pid)).toBe(own);
  });

  it('takes nothing but a workspace', () => {
    expect(() => {
      nativePart().begin(new ArrayBuffer(16), () => undefined, NO_COLUMNS);
    }).toThrow('This is no workspace.');
  });

  it('takes nothing but columns for those of known directories', () => {
    const space = new ArrayBuffer(nativePart().workspaceBytes);

    expect(() => {
      nativePart().begin(space, () => undefined, [new ArrayBuffer(8)]);
    }).toThrow('These are no columns.');
  });
});
