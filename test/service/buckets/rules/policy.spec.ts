import fc from 'fast-check';
import {
  mayWrite,
  standing
} from '../../../../src/service/buckets/rules/policy';

// Many runs, on machines that have other things to do.
jest.setTimeout(120_000);

const ann = { bucket: 'leap-scratch', prefix: 'ann/' };
const may = (name: string, bucket = 'leap-scratch') =>
  mayWrite(ann, bucket, name);

describe('mayWrite', () => {
  it('lets the own folder and all below it be written', () => {
    expect(['ann/', 'ann/x', 'ann/a/b.nc', 'ann/a//b'].every(n => may(n))).toBe(
      true
    );
  });

  it.each([
    ['the folder of a longer name', 'B22', 'anna/x'],
    ['the folder of a shorter name', 'B22', 'an/x'],
    ['the name itself, which is an object', '', 'ann'],
    ['another case', '', 'ANN/x'],
    ['a path out of it', 'B02', 'ann/../bob/x'],
    ['a path into it', 'B01', '../ann/x'],
    ['a dot', 'B03', './ann/x'],
    ['a dot inside', 'B03', 'ann/./x'],
    ['an encoded slash', 'B08', 'ann%2fx'],
    ['an encoded path out', 'B08', 'ann%2f..%2fbob'],
    ['a leading slash', 'B05', '/ann/x'],
    ['an empty name', '', ''],
    ['a line break', 'B10', 'ann/a\nb'],
    ['half a character', 'B14', 'ann/\ud800'],
    ['a name that is too long', 'B15', `ann/${'x'.repeat(1021)}`],
    ['an invisible character', 'B12', 'ann\u200b/x'],
    ['a backslash', '', 'ann\\x']
  ])('refuses %s %s', (_, _id, name) => {
    expect(may(name)).toBe(false);
  });

  it('refuses the same name in another bucket', () => {
    expect(may('ann/x', 'leap-persistent')).toBe(false);
  });

  it('B13 tells composed from combined letters', () => {
    const own = { bucket: 'leap-scratch', prefix: 'jos\u00e9/' };
    expect(mayWrite(own, 'leap-scratch', 'jos\u00e9/x')).toBe(true);
    expect(mayWrite(own, 'leap-scratch', 'jose\u0301/x')).toBe(false);
  });

  it('refuses everything where no folder is known, or a whole bucket is given as one', () => {
    expect(mayWrite(null, 'leap-scratch', 'ann/x')).toBe(false);
    for (const prefix of ['', '/', 'ann']) {
      const own = { bucket: 'leap-scratch', prefix };
      expect(mayWrite(own, 'leap-scratch', '/x')).toBe(false);
      expect(mayWrite(own, 'leap-scratch', 'bob/x')).toBe(false);
    }
  });

  it('lets none of 100,000 generated names escape', () => {
    const part = fc.oneof(
      fc.constantFrom(
        'ann',
        'anna',
        'an',
        'ANN',
        'bob',
        '.',
        '..',
        '',
        '%2e%2e',
        'ann%2f',
        'ann\u0301',
        'ann ',
        ' ann',
        'ann\u0000',
        '\u202eann',
        '__proto__'
      ),
      fc.string({ unit: 'binary', maxLength: 4 })
    );
    const name = fc.array(part, { maxLength: 5 }).map(parts => parts.join('/'));
    fc.assert(
      fc.property(name, text => {
        // Said in another way than the code does: it begins with the folder, and nothing in it leads out.
        const isInside =
          text.startsWith('ann/') && !/(^|\/)\.\.?(\/|$)/.test(text);
        return !may(text) || isInside;
      }),
      { numRuns: 100_000 }
    );
  });
});

describe('standing', () => {
  it.each([
    ['ann/', 'own'],
    ['ann/deep/', 'own'],
    ['', 'contains-own'],
    ['anna/', 'other'],
    ['bob/', 'other']
  ])('says of %j: %s', (prefix, expected) => {
    expect(standing(ann, prefix)).toBe(expected);
  });

  it('knows an own folder that lies deeper', () => {
    const own = { bucket: 'b', prefix: 'team/ann/' };
    expect(standing(own, 'team/')).toBe('contains-own');
    expect(standing(own, 'team/bob/')).toBe('other');
    expect(standing(own, 'team/ann/x/')).toBe('own');
  });

  it("is somebody else's where no own folder is known", () => {
    expect(standing(null, '')).toBe('other');
  });
});
