import { causes, log, redact } from '../../src/service/log';

describe('redact', () => {
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
    const clean = redact(`before ${text}`);

    expect(clean).toContain('[redacted]');
    expect(clean).not.toContain(secret);
    expect(clean.startsWith('before ')).toBe(true);
  });

  it('leaves ordinary words alone', () => {
    const text = 'ENOENT: no such file, open /home/jovyan/tokens.txt';

    expect(redact(text)).toBe(text);
  });

  it('cuts what is longer than 256 characters, after redacting', () => {
    const clean = redact(`${'x'.repeat(250)} Bearer ${secret}`);

    expect(clean).toHaveLength(257);
    expect(clean).not.toContain('c2V');
  });

  it('B56 comes to an end with one word of 20 MB, as a hostile file may hold', () => {
    expect(redact('x'.repeat(20_000_000))).toHaveLength(257);
    expect(redact(`Bearer ${secret.repeat(1_000_000)}`)).toBe('[redacted]');
  });
});

describe('log', () => {
  it('writes one line, whatever the fields hold', () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

    log('request failed', { name: 'a\nFAKE LINE\u001b[2J', status: 3 });

    expect(write).toHaveBeenCalledTimes(1);
    expect(write).toHaveBeenCalledWith(
      'request failed name="a\\nFAKE LINE\\u001b[2J" status="3"\n'
    );
    write.mockRestore();
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
