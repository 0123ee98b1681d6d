import { letterForm, visible, visibleName } from '../../src/lab/visible';

describe('visible', () => {
  it.each([
    ['B10 line feed', 'a\nb', 'a␊b'],
    ['B11 escape', '\u001b[31mred', '␛[31mred'],
    ['B11 C1 control', 'a\u0085b', 'a⟨U+0085⟩b'],
    ['B12 right-to-left override', '\u202egpj.exe', '⟨U+202E⟩gpj.exe'],
    ['B12 zero-width space', 'a\u200bb', 'a⟨U+200B⟩b'],
    ['B12 byte order mark', '\ufeffa', '⟨U+FEFF⟩a'],
    ['B12 tag', 'a\u{e0041}b', 'a⟨U+E0041⟩b'],
    ['B14 byte that is not UTF-8', 'bad\udcff\udcfe', 'bad⟨xFF⟩⟨xFE⟩'],
    ['B14 other lone surrogate', 'a\ud800', 'a⟨U+D800⟩']
  ])('%s is shown', (_, name, shown) => {
    expect(visible(name)).toBe(shown);
  });

  it('B13 leaves composed and decomposed letters as they are', () => {
    expect(visible('é')).not.toBe(visible('e\u0301'));
  });

  it.each([
    ['café', null],
    ['cafe\u0301', 'apart'],
    ['5 \u212b', 'mixed'],
    ['水温 🌊', null]
  ])('B13 tells how the letters of %j are put together', (name, form) => {
    expect(letterForm(name)).toBe(form);
  });

  it.each([
    [' a b ', '␣a b␣'],
    ['a\u00a0b', 'a⟨U+00A0⟩b'],
    ['\u3164', '⟨U+3164⟩']
  ])('B17 shows blanks that tell names apart: %j', (name, shown) => {
    expect(visibleName(name)).toBe(shown);
  });

  it('B15 leaves whole surrogate pairs alone', () => {
    expect(visible('🌊/data')).toBe('🌊/data');
  });
});
