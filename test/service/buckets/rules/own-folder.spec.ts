import { findOwnPrefix } from '../../../../src/service/buckets/rules/own-folder';

const scratch = {
  name: 'leap-scratch',
  title: 'Scratch',
  access: 'own-folder',
  deleteAfterDays: 7,
  ownFolderVariable: 'SCRATCH_BUCKET'
} as const;

const find = (
  env: Record<string, string>,
  bucket: Parameters<typeof findOwnPrefix>[0] = scratch
) => findOwnPrefix(bucket, env);

describe('findOwnPrefix', () => {
  it("B51 takes the folder of the bucket's own variable", () => {
    expect(find({ SCRATCH_BUCKET: 'gs://leap-scratch/ann' })).toEqual({
      prefix: 'ann/',
      source: '$SCRATCH_BUCKET'
    });
  });

  it.each([
    ['a trailing slash', 'gs://leap-scratch/ann/', 'ann', 'ann/'],
    ['blanks around it', ' gs://leap-scratch/ann ', 'ann', 'ann/'],
    ['a folder further down', 'gs://leap-scratch/team/ann', 'ann', 'team/ann/'],
    ['an escaped name', 'gs://leap-scratch/a-2db', 'a-b', 'a-2db/'],
    ['letters beyond ASCII', 'gs://leap-scratch/josé', 'josé', 'josé/']
  ])('B51 takes %s', (_, value, user, prefix) => {
    const env = { SCRATCH_BUCKET: value, JUPYTERHUB_USER: user };
    expect(find(env).prefix).toBe(prefix);
  });

  it.each([
    ['not gs://', 's3://leap-scratch/ann', /is not a folder/],
    ['another bucket', 'gs://leap-scratch-staging/ann', /another bucket/],
    ['no folder', 'gs://leap-scratch/', /does not name a folder/],
    ['an empty part', 'gs://leap-scratch/ann//', /does not name a folder/],
    ['a path out', 'gs://leap-scratch/../ann', /does not name a folder/],
    ["someone else's folder", 'gs://leap-scratch/bob', /does not belong/],
    ['a folder that begins alike', 'gs://leap-scratch/anna', /does not belong/]
  ])('B51 takes nothing from %s, and says why', (_, value, reason) => {
    const env = { SCRATCH_BUCKET: value, JUPYTERHUB_USER: 'ann' };
    const found = find(env);
    expect(found.prefix).toBeNull();
    expect(found.source).toMatch(reason);
  });

  it('B51 falls back to the user where the variable is absent', () => {
    expect(find({ JUPYTERHUB_USER: 'ann' })).toEqual({
      prefix: 'ann/',
      source: '$JUPYTERHUB_USER'
    });
    expect(
      find({ JUPYTERHUB_USER: 'ann' }, { ...scratch, ownFolderVariable: null })
        .prefix
    ).toBe('ann/');
  });

  it.each(['', ' ', '.', '..', 'a/b', 'a\nb', 'a\u0007'])(
    'B51 takes nothing from the user name %j',
    user => {
      expect(find({ JUPYTERHUB_USER: user }).prefix).toBeNull();
    }
  );

  it('knows no own folder in a read-only bucket', () => {
    const env = { JUPYTERHUB_USER: 'ann' };
    expect(find(env, { ...scratch, access: 'read-only' })).toEqual({
      prefix: null,
      source: 'This bucket is read-only.'
    });
  });
});
