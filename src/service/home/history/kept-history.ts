import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { HomeCount } from '../../../contract';
import { causes, log } from '../../log';
import type { IHistoryPlace } from './place';
import { HistoryPoint, pointOf, recorded } from './points';

/** Another shape is another version: it is ignored. */
const VERSION = 1;

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
    private readonly _place: IHistoryPlace,
    private readonly _homeDirectory: string
  ) {
    // One machine may have servers with different homes.
    const home = createHash('sha256').update(_homeDirectory).digest('hex');
    this._name = `home-history-${home.slice(0, 12)}.json`;
  }

  /** Oldest first. */
  async read(): Promise<readonly HistoryPoint[]> {
    const text = await this._place.cache.read(this._name);
    try {
      const kept = text === null ? null : HistoryText.parse(JSON.parse(text));
      return kept?.homeDirectory === this._homeDirectory ? kept.points : [];
    } catch (reason) {
      log('kept history ignored', { reason: causes(reason) });
      return [];
    }
  }

  /** Add a count. The oldest points give way where there is no room. */
  async add(usage: HomeCount): Promise<void> {
    const points = recorded(await this.read(), pointOf(usage));
    let text = this._textOf(points);
    while (
      Buffer.byteLength(text) > this._place.maxBytes &&
      points.length > 1
    ) {
      points.splice(0, Math.ceil(points.length / 10));
      text = this._textOf(points);
    }
    await this._place.cache.write(this._name, text);
  }

  /** As if nothing had ever been counted. */
  async forget(): Promise<void> {
    await this._place.cache.remove(this._name);
  }

  private _textOf(points: HistoryPoint[]): string {
    const kept: z.infer<typeof HistoryText> = {
      version: VERSION,
      homeDirectory: this._homeDirectory,
      points
    };
    return JSON.stringify(kept);
  }

  private readonly _name: string;
}
