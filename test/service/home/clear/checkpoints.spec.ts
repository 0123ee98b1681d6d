import fs from 'node:fs/promises';
import { HomeFolder, last } from '../../../support/home/home-folder';
import { never } from '../../../support/service/never';

describe('checkpoints of notebooks', () => {
  let home: HomeFolder;

  beforeEach(async () => {
    home = await HomeFolder.make();
  });

  afterEach(() => home.remove());

  it('never marks a checkpoint that may be the last copy', async () => {
    await home.write({
      'kept.ipynb': '{}',
      '.ipynb_checkpoints/kept-checkpoint.ipynb': '{}',
      'gone/.ipynb_checkpoints/lost-checkpoint.ipynb': 'the only copy',
      'mixed/here.py': '',
      'mixed/.ipynb_checkpoints/here-checkpoint.py': '',
      'mixed/.ipynb_checkpoints/lost-checkpoint.py': 'the only copy',
      'odd/.ipynb_checkpoints/my-own.txt': 'mine',
      'saved/run.ipynb': '{}',
      'saved/.ipynb_checkpoints/run-checkpoint.ipynb.best': 'mine',
      'deep/.ipynb_checkpoints/.ipynb_checkpoints/lost-checkpoint.py': 'mine'
    });
    expect(await home.clearableBy('checkpoints')).toMatchObject({
      paths: ['.ipynb_checkpoints'],
      preselected: true
    });
    const orphans = await home.clearableBy('orphan-checkpoints');
    expect(orphans).toMatchObject({ comesBack: false, preselected: false });
    expect(orphans?.paths.sort()).toEqual([
      'deep/.ipynb_checkpoints',
      'gone/.ipynb_checkpoints',
      'mixed/.ipynb_checkpoints',
      'odd/.ipynb_checkpoints',
      'saved/.ipynb_checkpoints'
    ]);
  });

  it('never marks a checkpoint whose file lost all it held, or is none', async () => {
    await home.write({
      'lost/emptied.ipynb': '',
      'lost/.ipynb_checkpoints/emptied-checkpoint.ipynb': 'the only copy',
      'linked/.ipynb_checkpoints/elsewhere-checkpoint.ipynb': 'a copy',
      'other/.ipynb_checkpoints/elsewhere-checkpoint.ipynb': 'a copy',
      'alike/results': 'a file',
      'alike/.ipynb_checkpoints/results-checkpoint/file': 'mine',
      'empty/new.py': '',
      'empty/.ipynb_checkpoints/new-checkpoint.py': '',
      'folders/results/file': 'mine',
      'folders/.ipynb_checkpoints/results-checkpoint/file': 'mine'
    });
    await fs.symlink('nowhere', home.at('linked/elsewhere.ipynb'));
    await fs.symlink('/etc/hostname', home.at('other/elsewhere.ipynb'));

    expect((await home.clearableBy('checkpoints'))?.paths).toEqual([
      'empty/.ipynb_checkpoints'
    ]);
    expect(
      (await home.clearableBy('orphan-checkpoints'))?.paths.sort()
    ).toEqual([
      'alike/.ipynb_checkpoints',
      'folders/.ipynb_checkpoints',
      'linked/.ipynb_checkpoints',
      'lost/.ipynb_checkpoints',
      'other/.ipynb_checkpoints'
    ]);
  });

  describe('of a notebook that was lost since', () => {
    const copies = '.ipynb_checkpoints';
    const foundAs = [{ id: 'checkpoints', paths: [copies] }];

    beforeEach(() =>
      home.write({
        'thesis.ipynb': 'years of work',
        [`${copies}/thesis-checkpoint.ipynb`]: 'years of work'
      })
    );

    const lose = {
      'was deleted': () => fs.rm(home.at('thesis.ipynb')),
      'was saved on a full disk': () => fs.truncate(home.at('thesis.ipynb'))
    };

    it.each(Object.entries(lose))(
      'refuses the last copy when it %s before the review',
      async (_, loseIt) => {
        expect(await home.clearableBy('checkpoints')).toMatchObject({
          paths: [copies]
        });
        await loseIt();

        const review = await last(
          home.handlers()['home/review']({ paths: [copies], foundAs }, never)
        );

        expect(review).toMatchObject({
          targets: [],
          files: 0,
          refused: [{ path: copies, reason: 'precondition' }]
        });
      }
    );

    it.each(Object.entries(lose))(
      'keeps the last copy when it %s before the deletion',
      async (_, loseIt) => {
        const { targets } = await last(
          home.handlers()['home/review']({ paths: [copies], foundAs }, never)
        );
        await loseIt();

        const result = await home.delete(targets);

        expect(result).toMatchObject({
          removed: [],
          failed: [{ path: copies, reason: 'precondition' }]
        });
        expect(home.tree()).toContain(`${copies}/thesis-checkpoint.ipynb`);
      }
    );

    it('deletes it for whoever says that it is the last copy, or points at it', async () => {
      await fs.rm(home.at('thesis.ipynb'));
      for (const ids of [[{ id: 'orphan-checkpoints', paths: [copies] }], []]) {
        await home.write({ [`${copies}/thesis-checkpoint.ipynb`]: 'old' });
        const { targets } = await last(
          home
            .handlers()
            ['home/review']({ paths: [copies], foundAs: ids }, never)
        );

        expect((await home.delete(targets)).removed).toEqual([copies]);
      }
    });
  });
});
