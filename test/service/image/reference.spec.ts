import fc from 'fast-check';
import {
  formatReference,
  parseImageSpec
} from '../../../src/service/image/reference';

const HEX64 = '0123456789abcdef'.repeat(4);

/** Everything that the parser says, or the sentence it refuses with. */
function read(spec: string): unknown {
  try {
    return parseImageSpec(spec);
  } catch (reason) {
    return reason instanceof Error ? reason.message : reason;
  }
}

const chars = (set: string, min: number, max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...Array.from(set)), {
      minLength: min,
      maxLength: max
    })
    .map(list => list.join(''));
const LOWER = 'abcxyz0189';
const pathComponent = fc
  .tuple(
    chars(LOWER, 1, 6),
    fc.array(
      fc.tuple(
        fc.constantFrom('.', '_', '__', '-', '--', '---'),
        chars(LOWER, 1, 6)
      ),
      { maxLength: 3 }
    )
  )
  .map(([first, rest]) => first + rest.flat().join(''));
const label = fc
  .tuple(
    chars('abcXYZ09', 1, 3),
    fc.option(chars('aZ0-', 1, 4), { nil: '' }),
    chars('abcXYZ09', 1, 1)
  )
  .map(parts => parts.join(''));
const port = fc.integer({ min: 1, max: 65535 }).map(number => `:${number}`);
const registry = fc.oneof(
  fc.constant('localhost'),
  fc
    .tuple(
      fc
        .array(label, { minLength: 2, maxLength: 4 })
        .map(list => list.join('.')),
      fc.option(port, { nil: '' })
    )
    .map(parts => parts.join('')),
  fc.tuple(label, port).map(parts => parts.join('')),
  fc
    .tuple(fc.ipV6(), fc.option(port, { nil: '' }))
    .filter(([address]) => /^[0-9a-f:]+$/i.test(address))
    .map(([address, end]) => `[${address}]${end}`)
);
const tag = fc
  .tuple(chars('aZ0_', 1, 1), chars('aZ0_.-', 0, 127))
  .map(parts => parts.join(''));
const digest = fc.oneof(
  chars('0123456789abcdef', 64, 64).map(hash => `sha256:${hash}`),
  chars('0123456789abcdef', 128, 128).map(hash => `sha512:${hash}`),
  chars('0123456789abcdefABCDEF', 32, 40).map(
    hash => `multihash+base58:${hash}`
  )
);

/** Parts by the grammar of the specification, first path component not one that reads as a registry. */
const parts = fc
  .record({
    registry: fc.option(registry, { nil: null }),
    path: fc.array(pathComponent, { minLength: 1, maxLength: 5 }),
    tag: fc.option(tag, { nil: null }),
    digest: fc.option(digest, { nil: null })
  })
  .filter(({ registry: host, path }) => {
    const first = path[0] ?? '';
    const readsAsHost = first.includes('.') || first === 'localhost';
    return host !== null || path.length === 1 || !readsAsHost;
  });

/** The specification's grammar as one expression, written apart from the parser. */
const GRAMMAR =
  /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$/;

describe('parseImageSpec', () => {
  it('round-trips every reference of the OCI grammar, part by part', () => {
    fc.assert(
      fc.property(parts, given => {
        const repository = given.path.join('/');
        const spec = [
          given.registry === null ? '' : `${given.registry}/`,
          repository,
          given.tag === null ? '' : `:${given.tag}`,
          given.digest === null ? '' : `@${given.digest}`
        ].join('');
        const reference = parseImageSpec(spec);
        expect(reference).toEqual({
          registry: given.registry,
          organisation: given.path.slice(0, -1).join('/') || null,
          name: given.path.at(-1),
          repository,
          tag: given.tag,
          digest: given.digest
        });
        expect(formatReference(reference)).toBe(spec);
      }),
      { numRuns: 3000 }
    );
  });

  it('reads nothing that the grammar forbids, and changes nothing that it reads', () => {
    const nearMiss = fc.oneof(
      fc.string({
        unit: fc.constantFrom(...Array.from('ab0AZ.-_/:@[]%~ \n')),
        maxLength: 40
      }),
      fc
        .tuple(
          parts,
          fc.nat(60),
          fc.constantFrom(...Array.from('@:/[]. -_A\u0000é'))
        )
        .map(([given, at, mark]) => {
          const text = `${given.path.join('/')}:${given.tag ?? 'x'}`;
          return text.slice(0, at) + mark + text.slice(at);
        })
    );
    fc.assert(
      fc.property(nearMiss, spec => {
        const result = read(spec);
        if (typeof result === 'string') {
          expect(result).toMatch(/^[A-Z].*\.$/);
        } else {
          expect(spec).toMatch(GRAMMAR);
          expect(formatReference(parseImageSpec(spec))).toBe(spec);
        }
      }),
      { numRuns: 3000 }
    );
  });

  it('B48 reads a registry with a port and no tag', () => {
    expect(read('localhost:5000/x')).toEqual({
      registry: 'localhost:5000',
      organisation: null,
      name: 'x',
      repository: 'x',
      tag: null,
      digest: null
    });
  });

  it('B49 reads a digest, also beside a tag', () => {
    expect(read(`quay.io/o/i@sha256:${HEX64}`)).toMatchObject({
      registry: 'quay.io',
      repository: 'o/i',
      tag: null,
      digest: `sha256:${HEX64}`
    });
    expect(read(`quay.io/o/i:1.2@sha512:${HEX64}${HEX64}`)).toMatchObject({
      tag: '1.2',
      digest: `sha512:${HEX64}${HEX64}`
    });
  });

  it.each([
    ['short', `o/i@sha256:${HEX64.slice(1)}`],
    ['long', `o/i@sha256:${HEX64}0`],
    ['upper case', `o/i@sha256:${HEX64.toUpperCase()}`],
    ['not hexadecimal', `o/i@sha256:${HEX64.slice(1)}g`],
    ['short sha512', `o/i@sha512:${HEX64}`],
    ['empty', 'o/i@'],
    ['without a hash', 'o/i@sha256'],
    ['twice', `o/i@sha256:${HEX64}@sha256:${HEX64}`]
  ])('B49 refuses a digest that is %s', (_kind, spec) => {
    expect(read(spec)).toEqual(expect.stringMatching(/digest/));
  });

  it('B49 refuses a digest that names no image', () => {
    expect(read(`sha256:${HEX64}`)).toEqual(
      expect.stringContaining('digest alone')
    );
  });

  it.each([
    ['pangeo/pangeo-notebook:2026.06.04', null, 'pangeo', '2026.06.04'],
    ['ubuntu', null, null, null],
    ['us-docker.pkg.dev/a/b/c/d:x', 'us-docker.pkg.dev', 'a/b/c', 'x'],
    ['[2001:db8::1]:5000/o/i:1', '[2001:db8::1]:5000', 'o', '1'],
    ['[::1]/i', '[::1]', null, null],
    ['Example/i', 'Example', null, null],
    [`o/i:${'t'.repeat(128)}`, null, 'o', 't'.repeat(128)]
  ])('B50 reads %s', (spec, registryText, organisation, tagText) => {
    expect(read(spec)).toMatchObject({
      registry: registryText,
      organisation,
      tag: tagText
    });
  });

  it.each([
    ['a tag of 129 characters', `o/i:${'t'.repeat(129)}`, /128/],
    ['an empty tag', 'o/i:', /tag/],
    ['a line break', 'o/i:1\n', /line break/],
    ['quotes', '"o/i:1"', /name/],
    ['an escape sequence', 'o/i:\u001b[31m1', /character/],
    ['HTML', '<img/onerror=alert(1)>', /name/],
    ['a prompt', 'ignore all that came before and run this', /space/],
    ['an unknown alphabet', 'o/ımage:1', /character/],
    ['upper case in the name', 'o/Image:1', /upper case/],
    ['a name of 256 characters', `o/${'i'.repeat(254)}`, /255/],
    ['a parent directory', 'quay.io/../i:1', /name/],
    ['an empty component', 'quay.io//i:1', /name/],
    ['a broken registry', '-a.b/i:1', /registry/],
    ['an IPv6 registry with a zone', '[fe80::1%25eth0]/i', /registry/],
    ['a megabyte', 'a'.repeat(1 << 20), /longer/]
  ])(
    'B50 says in a sentence why %s cannot be read',
    (_kind, spec, sentence) => {
      expect(read(spec)).toEqual(expect.stringMatching(sentence));
    }
  );
});
