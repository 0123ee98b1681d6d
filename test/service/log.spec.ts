import { causes, log } from '../../src/service/log';

/** What reaches standard error. */
let written: string;

beforeEach(() => {
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation(text => {
    written += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** A field as it is written. */
function logged(text: string): string {
  log('read', { text });
  const [, field = ''] = /^read text=(".*")\n$/.exec(written) ?? [];
  return JSON.parse(field) as string;
}

describe('A field of the log', () => {
  const secret = 'c2VjcmV0-LmZha2U_x';

  it.each([
    `ya29.${secret}`,
    `Bearer ${secret}`,
    `Authorization: Basic ${secret}`,
    `{"authorization":"Bearer ${secret}"}`,
    `access_token=${secret}`,
    `{"access_token": "${secret}", "expires_in": 3599}`,
    `refresh_token=${secret}&x=1`,
    `https://storage.googleapis.com/b/o?X-Goog-Signature=${secret}&X-Goog-Date=1`,
    `/lab?token=${secret}`,
    `X-Leap-Secret: ${secret}`,
    `client_secret='${secret}'`,
    `eyJhbGciOiJSUzI1NiJ9.${secret}.${secret}`
  ])('takes the secret out of %s', text => {
    const clean = logged(`before ${text}`);

    expect(clean).toContain('[redacted]');
    expect(clean).not.toContain(secret);
    expect(clean.startsWith('before ')).toBe(true);
  });

  it('leaves ordinary words alone', () => {
    const text = 'ENOENT: no such file, open /home/jovyan/tokens.txt';

    expect(logged(text)).toBe(text);
  });

  it('cuts what is longer than 256 characters, after redacting', () => {
    const clean = logged(`${'x'.repeat(250)} Bearer ${secret}`);

    expect(clean).toHaveLength(257);
    expect(clean).not.toContain('c2V');
  });

  it('B56 comes to an end with one word of 20 MB, as a hostile file may hold', () => {
    expect(logged('x'.repeat(20_000_000))).toHaveLength(257);
  });

  it('B56 hides a secret that does not end', () => {
    expect(logged(`Bearer ${secret.repeat(1_000_000)}`)).toBe('[redacted]');
  });
});

describe('A line of the log', () => {
  it('is one line, whatever the fields hold', () => {
    log('request failed', { name: 'a\nFAKE LINE\u001b[2J', status: 3 });

    expect(written).toBe(
      'request failed name="a\\nFAKE LINE\\u001b[2J" status="3"\n'
    );
  });
});

describe('causes', () => {
  it('names each cause with its code', () => {
    const cause = Object.assign(new Error('denied'), { code: 'EACCES' });

    expect(causes(new Error('cannot read', { cause }))).toBe(
      'Error: cannot read ← Error [EACCES]: denied'
    );
  });

  it('ends for causes in a circle', () => {
    const reason = new Error('round');
    reason.cause = reason;

    expect(causes(reason).split('←')).toHaveLength(5);
  });
});
