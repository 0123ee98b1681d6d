import type { ICall } from './call';
import { invalid } from './failure';
import { readJson } from './json';

/**
 * Take a `multipart/related` upload apart: the metadata, then the bytes.
 *
 * @throws Failure 400
 */
export function readMultipart(call: ICall): {
  body: Record<string, unknown>;
  bytes: Buffer;
  contentType: string | undefined;
} {
  const [, quoted, bare] =
    /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(
      call.headers['content-type'] ?? ''
    ) ?? [];
  const mark = `--${quoted ?? bare ?? ''}`;
  const first = call.body.indexOf(mark);
  const second = call.body.indexOf(`\r\n${mark}`, first + mark.length);
  const end = call.body.lastIndexOf(`\r\n${mark}--`);
  if (first === -1 || second === -1 || end <= second) {
    throw invalid('Malformed multipart body.');
  }
  const metadata = readPart(call.body.subarray(first + mark.length, second));
  const media = readPart(call.body.subarray(second + 2 + mark.length, end));
  return {
    body: readJson(metadata.bytes),
    bytes: media.bytes,
    contentType: /^content-type:\s*(.+)$/im.exec(media.headers)?.[1]?.trim()
  };
}

function readPart(part: Buffer): { headers: string; bytes: Buffer } {
  const blank = part.indexOf('\r\n\r\n');
  if (blank === -1) {
    throw invalid('Malformed multipart body.');
  }
  return {
    headers: part.subarray(0, blank).toString(),
    bytes: part.subarray(blank + 4)
  };
}
