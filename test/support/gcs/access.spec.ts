import { Storage } from '@google-cloud/storage';
import { ask } from './calling';
import { startEmulator, type Emulator } from './emulator';

describe('Access', () => {
  let gcs: Emulator;

  beforeEach(async () => {
    gcs = await startEmulator();
    gcs.createBucket('leap-scratch', {
      grants: [
        { permissions: 'read' },
        { prefix: 'funky-user/', member: 'funky-user', permissions: 'all' },
        { prefix: 'secret/', permissions: 'none' }
      ]
    });
    gcs.createBucket('public', { anonymous: true });
    gcs.createBucket('payers', { requesterPays: true });
    for (const name of ['funky-user/a', 'ann/a', 'secret/a']) {
      gcs.put('leap-scratch', name, 'x');
    }
    gcs.put('public', 'a', 'x');
    gcs.tokens.set('good', 'funky-user');
  });

  afterEach(() => gcs.close());

  const call = (
    path: string,
    token: string | null,
    method = 'GET'
  ): ReturnType<typeof ask> =>
    ask(gcs, `/storage/v1/b/${path}`, {
      method,
      headers: token === null ? {} : { authorization: `Bearer ${token}` }
    });

  it('refuses a token that is unknown or has expired', async () => {
    const before = await call('leap-scratch/o', 'good');
    gcs.tokens.expire('good');
    const expired = await call('leap-scratch/o', 'good');
    const unknown = await call('leap-scratch/o', 'made-up');

    expect(before.status).toBe(200);
    for (const reply of [expired, unknown]) {
      expect(reply.status).toBe(401);
      expect(reply.json).toMatchObject({
        error: {
          message: 'Invalid Credentials',
          errors: [{ reason: 'authError' }]
        }
      });
    }
  });

  it('lets anybody read a public bucket, and nobody write it without a token', async () => {
    expect((await call('public/o/a?alt=media', null)).text).toBe('x');
    expect((await call('public/o/a', null, 'DELETE')).status).toBe(401);
    expect((await call('leap-scratch/o', null)).status).toBe(401);
  });

  it('B70 answers 403 on one prefix, and on writing outside the own one', async () => {
    const secret = await call('leap-scratch/o?prefix=secret/', 'good');
    const other = await call('leap-scratch/o/ann%2Fa', 'good', 'DELETE');
    const own = await call('leap-scratch/o/funky-user%2Fa', 'good', 'DELETE');

    expect(secret.status).toBe(403);
    expect(secret.text).toContain(
      'funky-user does not have storage.objects.list access'
    );
    expect(other.status).toBe(403);
    expect(own.status).toBe(204);
    expect((await call('leap-scratch/o/secret%2Fa', 'good')).status).toBe(403);
    expect((await call('leap-scratch/o/ann%2Fa', 'good')).status).toBe(200);
  });

  it('names the permissions that the caller has', async () => {
    const { json } = await call(
      'leap-scratch/iam/testPermissions?permissions=storage.objects.list&permissions=storage.objects.delete',
      'good'
    );

    expect(json['permissions']).toEqual(['storage.objects.list']);
  });

  it('B71 asks who pays', async () => {
    const unpaid = await call('payers/o', 'good');
    const paid = await call('payers/o?userProject=mine', 'good');
    const byHeader = await ask(gcs, '/storage/v1/b/payers/o', {
      headers: { authorization: 'Bearer good', 'x-goog-user-project': 'mine' }
    });

    expect(unpaid.status).toBe(400);
    expect(unpaid.json).toEqual({
      error: {
        code: 400,
        message:
          'Bucket is a requester pays bucket but no user project provided.',
        errors: [
          {
            message:
              'Bucket is a requester pays bucket but no user project provided.',
            domain: 'global',
            reason: 'required'
          }
        ]
      }
    });
    expect(paid.status).toBe(200);
    expect(byHeader.status).toBe(200);
    expect(gcs.calls.map(({ userProject }) => userProject)).toEqual([
      undefined,
      'mine',
      'mine'
    ]);
  });

  it('describes a bucket: lifecycle, access, who pays, how long deletions are kept', async () => {
    gcs.createBucket('full', {
      lifecycleAgeDays: 7,
      requesterPays: false,
      softDeleteDays: 0,
      versioning: true
    });

    const whole = await call('full', 'good');
    const part = await call(
      'full?fields=name,lifecycle(rule(condition))',
      'good'
    );
    const missing = await call('nowhere', 'good');

    expect(whole.json).toMatchObject({
      kind: 'storage#bucket',
      billing: { requesterPays: false },
      softDeletePolicy: { retentionDurationSeconds: '0' },
      iamConfiguration: { uniformBucketLevelAccess: { enabled: true } },
      versioning: { enabled: true },
      lifecycle: {
        rule: [{ action: { type: 'Delete' }, condition: { age: 7 } }]
      }
    });
    expect(part.json).toEqual({
      name: 'full',
      lifecycle: { rule: [{ condition: { age: 7 } }] }
    });
    expect(missing.status).toBe(404);
    expect(missing.json).toMatchObject({
      error: { message: 'The specified bucket does not exist.' }
    });
  });

  it('B69 hands out tokens as the machine, a new one after one expired', async () => {
    gcs.machineMember = 'funky-user';
    const path = '/computeMetadata/v1/instance/service-accounts/default/token';
    const token = async (): Promise<string> => {
      const headers = { 'metadata-flavor': 'Google' };
      return String((await ask(gcs, path, { headers })).json['access_token']);
    };

    const first = await token();
    gcs.tokens.expire(first);
    const second = await token();

    expect((await ask(gcs, path)).status).toBe(403);
    expect((await call('leap-scratch/o', first)).status).toBe(401);
    expect((await call('leap-scratch/o', second)).status).toBe(200);
  });

  it('is found by the client of Google as the source of its credentials', async () => {
    gcs.machineMember = 'funky-user';
    process.env['GCE_METADATA_HOST'] = new URL(gcs.url).host;
    try {
      const storage = new Storage({
        apiEndpoint: gcs.url,
        projectId: 'emulated-project',
        useAuthWithCustomEndpoint: true
      });
      const [files] = await storage
        .bucket('leap-scratch')
        .getFiles({ autoPaginate: false });

      expect(files).toHaveLength(3);
    } finally {
      delete process.env['GCE_METADATA_HOST'];
    }
  });
});
