import { TreeBase } from './tree-base';

/** A tree with one file for each test, gone after it. */
export function eachTree(use: (tree: TreeBase) => void): void {
  let tree: TreeBase;

  beforeEach(() => {
    tree = TreeBase.make();
    tree.file('kept/file');
    use(tree);
  });

  afterEach(() => {
    tree.remove();
  });
}
