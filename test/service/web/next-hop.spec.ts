import { nextHop } from '../../../src/service/web/next-hop';

const TRUSTED = { trustedHosts: new Set(['hub.example:8443']) };

const hop = (from: string, to: string, redirects: 'trusted' | 'public') =>
  nextHop(new URL(from), to, { ...TRUSTED, redirects }).href;

describe('nextHop', () => {
  it.each(['trusted', 'public'] as const)(
    'B59 never leads from https to http, with redirects %s',
    redirects => {
      for (const to of ['http://a.example/x', 'http://hub.example:8443/']) {
        expect(() => hop('https://a.example/', to, redirects)).toThrow(
          'unprotected'
        );
      }
    }
  );

  it('B59 stays with known hosts where only they are trusted', () => {
    const from = 'https://a.example/one';
    expect(hop(from, 'two', 'trusted')).toBe('https://a.example/two');
    expect(hop(from, 'https://hub.example:8443/', 'trusted')).toBe(
      'https://hub.example:8443/'
    );
    for (const to of ['https://b.example/', '//b.example/', '//a.example:9/']) {
      expect(() => hop(from, to, 'trusted')).toThrow('another host');
      expect(hop(from, to, 'public')).toMatch(/^https:/);
    }
  });

  it('refuses what is no address', () => {
    expect(() => hop('http://a.example/', 'http://[', 'public')).toThrow(
      'nowhere'
    );
  });
});
