import fc from 'fast-check';
import { markdownText } from '../../src/lab/markdown-text';

describe('markdownText', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '**bold** _it_ `code` ~~no~~',
    '# heading',
    '1. list',
    '- list',
    'https://evil.example www.evil.example me@evil.example',
    '&lt;b&gt;',
    '![x](y)'
  ])('shows %s as it is', async text => {
    const { marked } = await import('marked');
    const html = await marked.parse(markdownText(text), { gfm: true });
    const shown = document.createElement('div');
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    shown.append(...parsed.body.childNodes);

    expect(
      [...shown.querySelectorAll('*')].map(({ tagName }) => tagName)
    ).toEqual(['P']);
    expect(shown.textContent.trim()).toBe(text);
  });

  it('leaves no beginning of a formula', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '$',
            '\\',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '@',
            '0',
            ' ',
            'a',
            '\n'
          )
        }),
        text => {
          expect(markdownText(text)).not.toMatch(/[$@\n]|\\\\/);
        }
      )
    );
  });
});
