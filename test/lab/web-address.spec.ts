import { webAddress } from '../../src/lab/web-address';

describe('webAddress', () => {
  it.each([
    'https://example.org/a?b#c',
    'http://example.org',
    'HTTPS://x.org/'
  ])('passes %s', text => {
    expect(webAddress(text)?.href).toBe(new URL(text).href);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' java\nscript:alert(1)',
    '//evil.example',
    'https:evil.example',
    'ht\ttps://evil.example',
    'https://user:pw@evil.example',
    'https://user@evil.example',
    'https://',
    'file:///etc/passwd',
    ''
  ])('B57 refuses %j', text => {
    expect(webAddress(text)).toBeNull();
  });
});
