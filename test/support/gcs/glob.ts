import { invalid } from './failure';

/**
 * The regular expression of a `matchGlob` parameter: `*` and `?` stop at a slash, `**` does not; `[…]` and `{a,b}`.
 *
 * Source: https://cloud.google.com/storage/docs/json_api/v1/objects/list#list-objects-and-prefixes-using-glob
 *
 * @throws Failure 400 when brackets or braces do not close.
 */
export function globPattern(glob: string): RegExp {
  let source = '';
  let depth = 0;
  for (let at = 0; at < glob.length;) {
    const token = /^(?:\*\*\/|\*\*|\[!?[^\]]+\]|\\.|.)/su.exec(glob.slice(at));
    const text = token?.[0] ?? '';
    at += text.length;
    depth += text === '{' ? 1 : text === '}' ? -1 : 0;
    source += translate(text, depth > 0);
  }
  if (depth !== 0) {
    throw invalid(`Invalid glob pattern: ${glob}`, 'matchGlob');
  }
  try {
    return new RegExp(`^(?:${source})$`, 'su');
  } catch {
    // Say it as the service does: the pattern is the caller's mistake.
    throw invalid(`Invalid glob pattern: ${glob}`, 'matchGlob');
  }
}

function translate(token: string, isInBraces: boolean): string {
  switch (token) {
    case '**/':
      return '(?:.*/)?';
    case '**':
      return '.*';
    case '*':
      return '[^/]*';
    case '?':
      return '[^/]';
    case '{':
      return '(?:';
    case '}':
      return ')';
    case ',':
      return isInBraces ? '|' : ',';
  }
  if (token.startsWith('[') && token.length > 1) {
    return token.replace('[!', '[^');
  }
  const literal =
    token.length > 1 && token.startsWith('\\') ? token.slice(1) : token;
  return literal.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
}
