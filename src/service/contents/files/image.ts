import type { Contents, ImageContents } from '../../../contract';
import { formatLimit } from '../source';
import type { IFile } from './file';

/** A figure of a paper; a third more on the wire. */
const MAX_BYTES = 8 << 20;

/** A browser unpacks a picture to four bytes a pixel. */
const MAX_PIXELS = 40_000_000;

type MediaType = ImageContents['mediaType'];

/**
 * A picture of pixels, whole; why not, when it is too large.
 */
export async function readImage(
  { source, first, isWhole }: IFile,
  signal: AbortSignal
): Promise<Contents> {
  const found = measure(Buffer.from(first));
  if (found === null) {
    return unknown('The picture’s beginning is damaged.');
  }
  const { mediaType, widthPx, heightPx } = found;
  const size = `${String(widthPx)} × ${String(heightPx)}`;
  if (widthPx * heightPx > MAX_PIXELS) {
    return unknown(
      `The picture has ${size} pixels, too many to be shown here. Download it.`
    );
  }
  const bytes = isWhole
    ? first
    : await source.readRange('', { offset: 0, length: MAX_BYTES + 1 }, signal);
  if (bytes === null || bytes.length > MAX_BYTES) {
    return unknown(
      `The picture (${size} pixels) is larger than ${formatLimit(MAX_BYTES)}, so it was not read. Download it.`
    );
  }
  return {
    kind: 'image',
    format: FORMATS[mediaType],
    mediaType,
    widthPx,
    heightPx,
    base64: Buffer.from(bytes).toString('base64')
  };
}

const FORMATS: Readonly<Record<MediaType, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/gif': 'GIF',
  'image/webp': 'WebP'
};

function unknown(reason: string): Contents {
  return { kind: 'unknown', reason };
}

interface IMeasured {
  readonly mediaType: MediaType;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Width and height stand in the first bytes of each format. */
function measure(bytes: Buffer): IMeasured | null {
  if (bytes.length < 32) {
    return null;
  }
  if (bytes.readUInt32BE(0) === 0x89504e47) {
    return {
      mediaType: 'image/png',
      widthPx: bytes.readUInt32BE(16),
      heightPx: bytes.readUInt32BE(20)
    };
  }
  if (bytes.toString('latin1', 0, 3) === 'GIF') {
    return {
      mediaType: 'image/gif',
      widthPx: bytes.readUInt16LE(6),
      heightPx: bytes.readUInt16LE(8)
    };
  }
  return bytes.toString('latin1', 0, 4) === 'RIFF'
    ? measureWebp(bytes)
    : measureJpeg(bytes);
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function measureWebp(bytes: Buffer): IMeasured | null {
  const sized = (widthPx: number, heightPx: number): IMeasured => ({
    mediaType: 'image/webp',
    widthPx,
    heightPx
  });
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return sized(
        bytes.readUInt16LE(26) & 0x3fff,
        bytes.readUInt16LE(28) & 0x3fff
      );
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return sized((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return sized(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1);
    default:
      return null;
  }
}

/** The size stands in the frame's header, behind whatever the camera wrote. */
function measureJpeg(bytes: Buffer): IMeasured | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (bytes[at] !== 0xff) {
      return null;
    }
    if (isFrame) {
      return {
        mediaType: 'image/jpeg',
        heightPx: bytes.readUInt16BE(at + 5),
        widthPx: bytes.readUInt16BE(at + 7)
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
