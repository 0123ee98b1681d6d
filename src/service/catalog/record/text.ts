import { readUrl } from '../../web/read-url';

/** Longer addresses than this are refused by browsers and servers alike. */
const MAX_URL_LENGTH = 2048;

/**
 * One line of text from a record: wrong types and emptiness are null, spaces are joined, length is bounded.
 *
 * Numbers become text, since hand-written YAML turns the title `1850` into one.
 */
export function readLine(value: unknown, maxLength: number): string | null {
  const text = readText(value, maxLength)?.replace(/\s+/g, ' ').trim();
  return text ? text : null;
}

/**
 * Text of several lines from a record. A string cut in the middle of a character loses the half of it.
 */
export function readText(value: unknown, maxLength: number): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) {
    return String(value);
  }
  if (typeof value !== 'string') {
    return null;
  }
  const text = value.slice(0, maxLength).toWellFormed().trim();
  return text ? text : null;
}

/**
 * A link that may be clicked: http or https, written out in full, without user name and password. Null otherwise.
 *
 * Stricter than `new URL()`, which reads `ht\ttps://x` and `https:evil.com` as addresses of hosts
 * that nobody sees in the text. What comes back is the parsed form, so a host in another script
 * shows as punycode.
 */
export function safeLink(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > MAX_URL_LENGTH) {
    return null;
  }
  const text = value.trim();
  if (!/^https?:\/\/[^/\\]/i.test(text) || /[\p{C}\s\\]/u.test(text)) {
    return null;
  }
  const url = readUrl(text);
  return url && url.username === '' && url.password === '' ? url.href : null;
}

/**
 * The first sentence, at most `maxLength` characters long.
 */
export function firstSentence(text: string, maxLength: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  // A full stop ends a sentence only before a capital: "Sane et al. 2023" and "v1.0.0" go on.
  const [sentence = line] = /^.+?[.!?](?=\s+\p{Lu})/u.exec(line) ?? [];
  if (sentence.length <= maxLength) {
    return sentence;
  }
  const cut = sentence.slice(0, maxLength - 1).toWellFormed();
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxLength / 2))}…`;
}
