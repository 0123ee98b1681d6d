/** A field longer than this says nothing more, and costs the operator's disk. */
const MAX_FIELD = 256;

/** No more of a text is searched for secrets, and nothing behind it is shown: a name of a hostile file may have megabytes. */
const MOST_SEARCHED = 16 * MAX_FIELD;

const SECRETS = [
  // Google's access tokens, JSON web tokens, whatever follows a scheme of HTTP authentication.
  /ya29\.[\w.-]+/g,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]+/gi,
  // Fields of JSON, headers and addresses that are named like a secret.
  /\bauthorization["']?\s*[:=]\s*["']?[^"'\n]+/gi,
  /[\w-]*(?:token|secret|signature|private_key|password|assertion)["']?\s*[:=]\s*["']?[^\s"'&]+/gi
];

/**
 * One line on standard error, where the Jupyter server's log picks it up: tokens and signatures are taken out of each
 * field, which is then cut to 256 characters.
 */
export function log(
  event: string,
  fields: Readonly<Record<string, string | number | null>> = {}
): void {
  const parts = Object.entries(fields).map(
    ([key, value]) => `${key}=${JSON.stringify(redact(String(value)))}`
  );
  process.stderr.write(`${[event, ...parts].join(' ')}\n`);
}

function redact(text: string): string {
  let clean = text.slice(0, MOST_SEARCHED);
  for (const secret of SECRETS) {
    clean = clean.replace(secret, '[redacted]');
  }
  return clean.length > MAX_FIELD ? `${clean.slice(0, MAX_FIELD)}…` : clean;
}

/**
 * The chain of causes of a failure, for the log only.
 */
export function causes(reason: unknown): string {
  const lines: string[] = [];
  let current: unknown = reason;
  while (current instanceof Error && lines.length < 5) {
    const code = 'code' in current ? ` [${String(current.code)}]` : '';
    lines.push(`${current.name}${code}: ${current.message}`);
    current = current.cause;
  }
  return lines.join(' ← ') || String(reason);
}
