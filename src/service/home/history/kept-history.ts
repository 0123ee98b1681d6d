import * as z from 'zod/mini';
import type { HomeUsage } from '../../../contract';
import type { Cache } from '../../cache';
import { causes, log } from '../../log';
import { HistoryPoint, pointOf, recorded } from './points';

const NAME = 'home-history.json';

/** Another shape is another version: it is ignored. */
const VERSION = 1;

/** Where the operator keeps it in the home, it must not fill it. */
const MAX_BYTES = 256 << 10;

const HistoryText = z.object({
  version: z.literal(VERSION),
  homeDirectory: z.string(),
  points: z.array(HistoryPoint)
});

/**
 * Small summaries of the counts of one home, over restarts of the service. What is damaged counts as missing.
 */
export class KeptHistory {
  constructor(
    private readonly _cache: Pick<Cache, 'read' | 'write'>,
    private readonly _homeDirectory: string
  ) {}

  /** Oldest first. */
  async read(): Promise<readonly HistoryPoint[]> {
    const text = await this._cache.read(NAME);
    try {
      const kept = text === null ? null : HistoryText.parse(JSON.parse(text));
      return kept?.homeDirectory === this._homeDirectory ? kept.points : [];
    } catch (reason) {
      log('kept history ignored', { reason: causes(reason) });
      return [];
    }
  }

  /** Add a count. The oldest points give way where there is no room. */
  async add(usage: Omit<HomeUsage, 'limits'>): Promise<void> {
    const points = recorded(await this.read(), pointOf(usage));
    let text = this._textOf(points);
    while (Buffer.byteLength(text) > MAX_BYTES && points.length > 1) {
      points.splice(0, Math.ceil(points.length / 10));
      text = this._textOf(points);
    }
    await this._cache.write(NAME, text);
  }

  private _textOf(points: HistoryPoint[]): string {
    const kept: z.infer<typeof HistoryText> = {
      version: VERSION,
      homeDirectory: this._homeDirectory,
      points
    };
    return JSON.stringify(kept);
  }
}
