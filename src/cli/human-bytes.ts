const UNITS = ['K', 'M', 'G', 'T', 'P', 'E'] as const;

/**
 * Bytes as `du -h` writes them: powers of 1,024, rounded up, one digit below ten: `0`, `4.0K`, `13M`.
 */
export function humanBytes(bytes: number): string {
  if (bytes < 1024) {
    return String(bytes);
  }
  let value = bytes;
  let unit = '';
  for (const next of UNITS) {
    value /= 1024;
    unit = next;
    if (Math.ceil(value) < 1024) {
      break;
    }
  }
  const tenths = Math.ceil(value * 10) / 10;
  return tenths < 10
    ? `${tenths.toFixed(1)}${unit}`
    : `${Math.ceil(value)}${unit}`;
}
