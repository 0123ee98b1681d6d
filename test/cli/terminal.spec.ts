import { Writable } from 'node:stream';
import { drawLine } from '../../src/cli/terminal';

/** A terminal of so many columns that keeps what is written to it. */
class Terminal extends Writable {
  constructor(readonly columns?: number) {
    super();
  }

  text = '';

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

const LINE = '4.2G in 120,000 files so far';

describe('a line that is drawn over itself', () => {
  it.each([
    [20, '4.2G in 120,000 fil'],
    [80, LINE],
    // Some report no size at all.
    [0, LINE],
    [undefined, LINE]
  ])('never takes up two lines of %s columns', (columns, shown) => {
    const terminal = new Terminal(columns);

    drawLine(terminal, LINE);

    expect(terminal.text).toBe(`\r\u001b[K${shown}`);
  });
});
