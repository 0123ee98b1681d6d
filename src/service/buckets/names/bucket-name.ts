/**
 * Whether Google Storage could have a bucket of this name.
 *
 * Lower case letters, digits, `-`, `_` and `.`; 3 to 63 characters, or up to 222 with dots and no part over 63;
 * not an IPv4 address, not `goog…`.
 * @see https://cloud.google.com/storage/docs/buckets#naming
 */
export function isBucketName(name: string): boolean {
  if (!/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/.test(name)) {
    return false;
  }
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name) || name.startsWith('goog')) {
    return false;
  }
  return name.split('.').every(part => part.length >= 1 && part.length <= 63);
}
