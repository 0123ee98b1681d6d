import { LeapError } from '../../contract';
import { systemCode } from '../system-error';

/** What went wrong, by the system's code, in words of our own: the system's texts name addresses and ports. */
const FAILURES: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: host =>
    `${host} cannot be found: there may be no network, or the name is misspelt.`,
  EAI_AGAIN: host =>
    `The name ${host} cannot be looked up: there may be no network.`,
  ECONNREFUSED: host =>
    `${host} refuses the connection: it may be down, or closed to this server.`,
  ECONNRESET: host => `${host} broke the connection off.`,
  EHOSTUNREACH: host => `${host} cannot be reached from this server.`,
  ENETUNREACH: host => `${host} cannot be reached: there is no network.`,
  ETIMEDOUT: host => `${host} does not answer.`
};

/**
 * Why asking a host came to nothing, in words that name it as it was asked for.
 */
export function lostConnection(reason: unknown, host: string): LeapError {
  if (reason instanceof LeapError) {
    return reason;
  }
  const cause = { cause: reason };
  const code = systemCode(reason) ?? '';
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT')) {
    return new LeapError(
      'bad-upstream',
      `The answer of ${host} is packed wrongly.`,
      cause
    );
  }
  if (/CERT|SSL|TLS|EPROTO/.test(code)) {
    return new LeapError(
      'bad-upstream',
      `The certificate of ${host} is not trusted, so nothing was read.`,
      cause
    );
  }
  const words = Object.hasOwn(FAILURES, code) ? FAILURES[code] : undefined;
  return new LeapError(
    'unavailable',
    words?.(host) ?? `The connection to ${host} failed.`,
    cause
  );
}
