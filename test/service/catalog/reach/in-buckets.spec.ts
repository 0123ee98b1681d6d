import type { IAccess } from '../../../../src/service/buckets/requests/access';
import { type IReachOptions } from '../../../../src/service/catalog/reach/reach';
import { startEmulator, type Emulator } from '../../../support/gcs/emulator';
import { check } from '../../../support/catalog/checked-reach';

describe('checkReach in buckets', () => {
  let gcs: Emulator;
  function access(token: string | null): Partial<IReachOptions> {
    const found: IAccess = {
      baseUrl: `${gcs.url}/storage/v1`,
      headers: () =>
        Promise.resolve(
          token === null ? null : { authorization: `Bearer ${token}` }
        )
    };
    return { access: () => Promise.resolve(found) };
  }

  async function ask(token: string | null, url: string) {
    const options = { ...access(token), trustedHosts: new Set<string>() };
    const [checked] = await check(options, url);
    return checked;
  }

  beforeEach(async () => {
    gcs = await startEmulator();
    gcs.createBucket('public', { anonymous: true });
    gcs.createBucket('leap-persistent');
    gcs.createBucket('payers', { anonymous: true, requesterPays: true });
    gcs.tokens.set('good', 'funky-user');
    for (const bucket of ['public', 'leap-persistent', 'payers']) {
      gcs.put(bucket, 'a/x.zarr/.zgroup', '{}');
    }
  });

  afterEach(() => gcs.close());

  it('opens what is public without credentials, and does not send them', async () => {
    expect(await ask('good', 'gs://public/a/x.zarr')).toMatchObject({
      status: 'anonymous'
    });
    expect(gcs.calls.length).toBeGreaterThan(0);
  });

  it('opens the rest with this server’s credentials', async () => {
    expect(await ask('good', 'gs://leap-persistent/a/x.zarr')).toMatchObject({
      status: 'hub',
      reason: null
    });
  });

  it('says that there are no credentials', async () => {
    expect(await ask(null, 'gs://leap-persistent/a/x.zarr')).toMatchObject({
      status: 'refused',
      reason:
        'It is not public, and this server is not signed in to Google Cloud.'
    });
  });

  it('finds a table in many files by their names', async () => {
    gcs.put('public', 'rows.parquet/year=2024/part-0.parquet', 'PAR1');

    expect(await ask('good', 'gs://public/rows.parquet')).toMatchObject({
      status: 'anonymous',
      form: 'parquet'
    });
  });

  it('knows what is not there', async () => {
    expect(await ask('good', 'gs://leap-persistent/a/gone.zarr')).toMatchObject(
      {
        status: 'missing'
      }
    );
  });

  it('does not open what its reader pays for', async () => {
    expect(await ask('good', 'gs://payers/a/x.zarr')).toMatchObject({
      status: 'refused',
      reason: 'Whoever reads this bucket pays for it, so it was not opened.'
    });
    expect(gcs.calls.map(call => call.authorization)).toEqual([undefined]);
  });
});
