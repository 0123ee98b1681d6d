import { safeLink } from '../../../../src/service/catalog/record/text';
import { dataset, record, datasets } from '../../../support/catalog/records';

describe('safeLink', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    [' http://example.org/a?b#c ', 'http://example.org/a?b#c'],
    ['HTTPS://Example.org/', 'https://example.org/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/']
  ])('B57 takes %s', (written, link) => {
    expect(safeLink(written)).toBe(link);
  });

  it('B57 takes the same after many others', () => {
    const many = Array.from({ length: 20_000 }, () =>
      safeLink('https://bücher.example/')
    );

    expect(new Set(many)).toEqual(new Set(['https://xn--bcher-kva.example/']));
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    '//evil.example/x',
    '/relative',
    'https:evil.example',
    'https:/evil.example',
    'https:\\\\evil.example',
    'https://\\evil.example',
    'ht\ttps://evil.example',
    'https://ev\nil.example',
    'https://user:pw@evil.example/',
    'https://example.org@evil.example/',
    'https://evil.example/\u202egpj.exe',
    'https://',
    'https://[::1',
    '',
    `https://example.org/${'x'.repeat(3000)}`,
    null,
    42,
    {}
  ])('B57 refuses %j', written => {
    expect(safeLink(written)).toBeNull();
  });
});

describe('links of a record', () => {
  it('B57 keeps the words of an unsafe link and drops its address', () => {
    const { links } = dataset({
      links: [
        { label: 'Paper', url: 'javascript:alert(1)' },
        { label: 'Home', url: 'https://example.org/' }
      ]
    });

    expect(links).toEqual([
      { label: 'Paper', url: null, text: 'javascript:alert(1)' },
      {
        label: 'Home',
        url: 'https://example.org/',
        text: 'https://example.org/'
      }
    ]);
  });

  it('B57 makes no link of a licence or a provider with an unsafe address', () => {
    const [read] = datasets(
      record({
        provenance: {
          providers: [{ name: 'P', url: 'data:text/html,x' }],
          license: 'javascript:alert(1)',
          license_link: { title: 'L', url: '//evil.example' }
        },
        maintainers: [{ name: 'M', github: '../../evil' }]
      })
    );

    expect(read).toMatchObject({
      providers: [{ name: 'P', url: null }],
      license: 'javascript:alert(1)',
      licenseUrl: null,
      maintainers: [{ name: 'M', github: null }]
    });
  });
});
