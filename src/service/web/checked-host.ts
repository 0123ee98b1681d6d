import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { LeapError } from '../../contract';
import {
  isMetadataAddress,
  isMetadataName,
  isPublicAddress
} from './network-address';

/** Finds all addresses of a host's name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * The system's own resolver.
 */
export const resolveBySystem: Resolve = host =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, addresses) => {
      if (error) {
        reject(error);
      } else {
        resolve(addresses);
      }
    });
  });

/**
 * Refuse what is no address of the public internet before anything is sent, unless an operator named the host.
 *
 * @throws LeapError `forbidden`.
 */
export function checkUrl(url: URL, trustedHosts: ReadonlySet<string>): void {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw refusal(url.protocol, 'Only http and https addresses are read.');
  }
  if (url.username !== '' || url.password !== '') {
    throw refusal(url.host, 'Addresses with a user name are not read.');
  }
  // IPv6 stands in brackets in an address. The parser has already turned 0x7f.1 and 2130706433 into 127.0.0.1.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isMetadataName(host)) {
    throw refusal(host, METADATA);
  }
  if (isIP(host) !== 0) {
    checkAddress(host, trustedHosts.has(url.host));
  }
}

/**
 * A look-up for `http.request` that hands on checked addresses alone: the connection goes to what was checked,
 * so a name that answers differently the second time gains nothing.
 */
export function checkedLookup(
  resolve: Resolve,
  isTrusted: boolean
): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      addresses => {
        try {
          for (const { address } of addresses) {
            checkAddress(address, isTrusted);
          }
        } catch (reason) {
          callback(LeapError.from(reason), []);
          return;
        }
        const [first] = addresses;
        if (options.all) {
          callback(null, [...addresses]);
        } else if (first) {
          callback(null, first.address, first.family);
        } else {
          callback(
            new LeapError('unavailable', `The name ${host} has no address.`),
            []
          );
        }
      },
      (reason: unknown) => {
        callback(
          reason instanceof Error ? reason : new Error(String(reason)),
          []
        );
      }
    );
  };
}

const METADATA = 'It belongs to the cloud’s metadata server.';

function checkAddress(address: string, isTrusted: boolean): void {
  if (isMetadataAddress(address)) {
    throw refusal(address, METADATA);
  }
  if (!isTrusted && !isPublicAddress(address)) {
    throw refusal(
      address,
      'It lies in a private network, and the configuration does not name this host.'
    );
  }
}

function refusal(what: string, why: string): LeapError {
  return new LeapError(
    'forbidden',
    `The address is not read (${what}). ${why}`
  );
}
