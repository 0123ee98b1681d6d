import { checkUrl } from '../../../src/service/web/checked-host';
import {
  isMetadataAddress,
  isPublicAddress
} from '../../../src/service/web/network-address';

const NOBODY = new Set<string>();

describe('isPublicAddress', () => {
  it.each([
    '8.8.8.8',
    '128.122.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '2607:f8b0:4004::200e',
    '2a00:1450::1'
  ])('knows that %s is public', address => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
    'localhost',
    ''
  ])('B59 knows that %j is not public', address => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('isMetadataAddress', () => {
  it.each([
    '169.254.169.254',
    '::ffff:169.254.169.254',
    'fd00:ec2::254',
    '100.100.100.200'
  ])('knows %s', address => {
    expect(isMetadataAddress(address)).toBe(true);
  });
});

describe('checkUrl', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://2130706433/',
    'http://127.0.0.1./',
    'http://①②⑦.0.0.1/',
    'http://127。0。0。1/',
    'http://0/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://169.254.169.254/computeMetadata/v1/',
    'http://0xa9fea9fe/',
    'http://2852039166/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://metadata.google.internal/',
    'http://METADATA.google.internal./',
    'http://metadata/',
    'http://10.0.0.1:8080/',
    'http://192.168.1.1/',
    'https://user:secret@example.org/',
    'file:///etc/passwd',
    'ftp://example.org/'
  ])('B59 SEC-T08 refuses %s', address => {
    expect(() => {
      checkUrl(new URL(address), NOBODY);
    }).toThrow(/^The address is not read/);
  });

  it('asks a private host that an operator named, at that port alone', () => {
    const trusted = new Set(['10.0.0.1:8080']);

    expect(() => {
      checkUrl(new URL('http://10.0.0.1:8080/a'), trusted);
    }).not.toThrow();
    expect(() => {
      checkUrl(new URL('http://10.0.0.1:9090/a'), trusted);
    }).toThrow(/private network/);
  });

  it('never asks a metadata server, even when it is configured', () => {
    expect(() => {
      checkUrl(
        new URL('http://169.254.169.254/'),
        new Set(['169.254.169.254'])
      );
    }).toThrow(/metadata/);
  });
});
