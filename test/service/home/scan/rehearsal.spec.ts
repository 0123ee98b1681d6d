import type {
  IScanOrder,
  ScanFinding
} from '../../../../src/service/home/scan/scan-messages';
import { rehearse } from '../../../../src/service/home/scan/rehearsal';
import { nativePart } from '../../../support/home/scan/native-part';
import { TreeBase } from '../../../support/home/scan/tree-base';

const ORDER: IScanOrder = {
  homeDirectory: '/nowhere',
  cacheDirectory: '/nowhere',
  concurrency: null,
  operationsPerSecond: null,
  haste: 'asked'
};

describe('a rehearsal of the next count', () => {
  let tree: TreeBase;
  let told: string[];

  beforeEach(() => {
    tree = TreeBase.make();
    tree.file('some/file', 10);
    told = [];
  });

  afterEach(() => {
    tree.remove();
  });

  const tell = (finding: ScanFinding): Promise<void> => {
    told.push('phase' in finding ? finding.phase : finding.kind);
    return Promise.resolve();
  };

  it.each([true, false])(
    'goes through all that counting again does, with what is compiled: %s',
    async isNative => {
      const native = isNative ? nativePart() : null;

      await rehearse(tree.home, ORDER, native, tell);

      expect(told.filter(one => one === 'settled')).toHaveLength(2);
      // What is hot is told in the second one alone.
      expect(told).toContain('checking');
    }
  );

  it('makes no call that an operator allows only so many of', async () => {
    const order = { ...ORDER, operationsPerSecond: 1000 };

    await rehearse(tree.home, order, nativePart(), tell);

    expect(told).toEqual([]);
  });

  it('is no loss where there is nothing to count', async () => {
    await rehearse(tree.at('nothing'), ORDER, nativePart(), tell);

    expect(told).toEqual([]);
  });
});
