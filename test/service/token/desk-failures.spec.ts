import { IdentityServer } from '../../support/google/identity-server';
import { TokenWorld, OWN, wishOf } from '../../support/google/token-world';
import { never } from '../../support/service/never';

describe('TokenDesk, where it gives none', () => {
  let world: TokenWorld;

  beforeEach(async () => {
    world = await TokenWorld.start();
  });

  afterEach(() => world.end());

  it.each<[string, string, (google: IdentityServer) => void, RegExp]>([
    [
      'a metadata server that answers an expired token',
      'no-credentials',
      google => (google.lifetimeSeconds = -10),
      /already expired/
    ],
    [
      'a machine without an identity',
      'no-credentials',
      google =>
        google.faults.set('/computeMetadata', response => {
          response.writeHead(404, { 'Metadata-Flavor': 'Google' }).end();
        }),
      /no identity at Google Cloud/
    ],
    [
      'a page in place of the metadata server',
      'no-credentials',
      google =>
        google.faults.set('/computeMetadata', response => {
          response.writeHead(200).end('<html>Sign in</html>');
        }),
      /no identity at Google Cloud/
    ],
    [
      'a metadata server out of order',
      'bad-upstream',
      google =>
        google.faults.set('/computeMetadata', response => {
          response.writeHead(500, { 'Metadata-Flavor': 'Google' }).end();
        }),
      /status 500/
    ],
    [
      'a metadata server that answers something else',
      'bad-upstream',
      google =>
        google.faults.set('/computeMetadata', response => {
          response
            .writeHead(200, { 'Metadata-Flavor': 'Google' })
            .end('{"access_token":7}');
        }),
      /not a token/
    ],
    [
      'an exchange that refuses',
      'bad-upstream',
      google =>
        google.faults.set('/v1/token', response => {
          response.writeHead(400).end('{"error":"invalid_grant"}');
        }),
      /refused to limit a token.*none was made/
    ],
    [
      'an exchange that sends elsewhere',
      'bad-upstream',
      google =>
        google.faults.set('/v1/token', response => {
          response.writeHead(307, { Location: 'http://127.0.0.1:9/' }).end();
        }),
      /status 307/
    ],
    [
      'an exchange that breaks off',
      'unavailable',
      google =>
        google.faults.set('/v1/token', response => {
          response.destroy();
        }),
      /cannot be reached/
    ]
  ])('says in a sentence: %s', async (_name, code, spoil, sentence) => {
    spoil(world.google);
    expect(await world.refusal({})).toEqual([
      code,
      expect.stringMatching(sentence)
    ]);
  });

  it('says in a sentence that nothing listens where the metadata server should be', async () => {
    const silent = await IdentityServer.start(world.gcs);
    const { host } = silent;
    await silent.stop();
    const alone = world.desk({}, host);

    expect((await world.refusal({}, alone))?.[0]).toBe('no-credentials');
  });

  it('ends at once when its asker goes', async () => {
    world.google.faults.set('/computeMetadata', () => undefined);
    const leave = new AbortController();
    const asked = world.desk().plan(wishOf(OWN), leave.signal);
    leave.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('T14 puts no token into an address, a message or the log', async () => {
    const said: string[] = [];
    const spy = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation(text => said.push(String(text)) > 0);
    await world.desk().grant(OWN, never);
    world.google.faults.set('/v1/token', response => {
      response
        .writeHead(400)
        .end(JSON.stringify({ error: world.google.tokens }));
    });
    said.push(...((await world.refusal({})) ?? []));
    spy.mockRestore();

    const seen = [
      ...said,
      ...world.google.asked,
      ...world.gcs.calls.map(call => JSON.stringify([call.path, call.query]))
    ].join('\n');
    expect(seen).toContain('token granted');
    expect(world.google.tokens.length).toBeGreaterThan(2);
    for (const token of world.google.tokens) {
      expect(seen).not.toContain(token);
    }
  });
});
