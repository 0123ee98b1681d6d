import { LeapError, StreamLine } from '../contract';

/**
 * The items of an NDJSON answer.
 *
 * @throws LeapError the server's own when it says so, `service-failed` when the answer stops without a last line.
 */
export async function* readLines(response: Response): AsyncGenerator {
  for await (const line of textLines(response)) {
    const record = StreamLine.parse(JSON.parse(line));
    if ('end' in record) {
      return;
    }
    if ('error' in record) {
      const { code, message, requestId } = record.error;
      throw new LeapError(code, message, { requestId });
    }
    yield record.item;
  }
  throw new LeapError(
    'service-failed',
    'The answer was cut off before its end.'
  );
}

async function* textLines(response: Response): AsyncGenerator<string> {
  if (!response.body) {
    return;
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await read(reader);
      if (done) {
        return;
      }
      const lines = (rest + decoder.decode(value, { stream: true })).split(
        '\n'
      );
      // What follows the last newline is not a line yet.
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    // An unread body would keep the server at work.
    await reader.cancel().catch(() => undefined);
  }
}

async function read(
  reader: ReadableStreamDefaultReader<Uint8Array>
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read();
  } catch (cause) {
    throw new LeapError(
      'service-failed',
      'The answer was cut off before its end.',
      { cause }
    );
  }
}
