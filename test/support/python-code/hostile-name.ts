import fc from 'fast-check';

/** Names made of what breaks out of strings, comments and lines. */
export const hostileName = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '"""',
        "'''",
        '\\',
        '\\"',
        '\n',
        '\r',
        '\r\n',
        '\u2028',
        '\u0085',
        '\0',
        '#',
        ')',
        ']',
        '}',
        '{x}',
        '{0}',
        '%s',
        '${x}',
        '`',
        'b"',
        'f"',
        '");import os;os.system("id")#',
        '\\N{BULLET}',
        '\\x41',
        '\\u0041',
        '\u202e',
        '\ufeff',
        '🌊',
        'é',
        '\u{e0041}',
        ';',
        '\t',
        '\f'
      ),
      fc.string({ unit: 'binary', maxLength: 8 })
    ),
    { maxLength: 12 }
  )
  .map(parts => `${parts.join('')}x`);
