import {
  LeapError,
  type ContentsPlace,
  type Slice,
  type SliceCost,
  type SliceQuery
} from '../../../contract';
import type { IOpenedArrays } from '../open-contents';
import type { ReadingThread } from '../thread/reading-thread';
import { obstacleOf } from '../zarr/obstacle';
import type { IZarrArray } from '../zarr/zarr-array';
import { drawingOf, type IDrawing } from './axes';
import { pricePlan, type IPricedPlan } from './cost';

/** A look at one variable is a handful of questions about the same data set. */
const KEPT = 4;
const KEPT_MS = 120_000;

/** Opens what a place holds. */
export type OpenArrays = (
  place: ContentsPlace,
  signal: AbortSignal
) => Promise<IOpenedArrays | null>;

/**
 * Answers what a look at a variable would read, and looks.
 */
export class Looks {
  constructor(
    private readonly _open: OpenArrays,
    private readonly _thread: ReadingThread,
    private readonly _nowMs: () => number
  ) {}

  /**
   * @throws LeapError `not-found` when there is no such variable, `bad-request` when it cannot be drawn.
   */
  async cost(query: SliceQuery, signal: AbortSignal): Promise<SliceCost> {
    const { array, drawing, priced } = await this._plan(query, signal);
    return {
      ...priced.cost,
      part: priced.plan.part,
      sliders: slidersOf(array, drawing)
    };
  }

  /**
   * @throws LeapError as `cost` does, and what reading says.
   */
  async slice(query: SliceQuery, signal: AbortSignal): Promise<Slice> {
    const { opened, array, priced } = await this._plan(query, signal);
    const { looked, bytesRead } = await this._thread.look(
      JSON.stringify(query.place),
      {
        array,
        arrays: opened.arrays.arrays.filter(
          one => one === array || one.shape.length === 1
        ),
        plan: priced.plan,
        fillIsMissing: array.zarrFormat === 2
      },
      opened.source,
      signal
    );
    return { ...looked, bytesRead };
  }

  private async _plan(
    query: SliceQuery,
    signal: AbortSignal
  ): Promise<IPlanned> {
    const opened = await this._opened(query.place, signal);
    const array = opened.arrays.arrays.find(
      ({ path }) => path === query.variable
    );
    if (!array) {
      throw new LeapError('not-found', 'There is no such variable any more.');
    }
    const obstacle = obstacleOf(array);
    if (obstacle !== null) {
      throw new LeapError('bad-request', obstacle);
    }
    const drawing = drawingOf(array, opened.arrays.arrays);
    const positions = new Map(
      query.positions.map(({ dimension, index }) => [
        array.dimensions.indexOf(dimension),
        index
      ])
    );
    const priced = await pricePlan(
      array,
      drawing,
      positions,
      opened.source,
      signal
    );
    return { opened, array, drawing, priced };
  }

  private async _opened(
    place: ContentsPlace,
    signal: AbortSignal
  ): Promise<IOpenedArrays> {
    const name = JSON.stringify(place);
    const found = this._kept.get(name);
    if (found && this._nowMs() < found.untilMs) {
      return found.opened;
    }
    const opened = await this._open(place, signal);
    if (opened === null) {
      throw new LeapError('not-found', 'There is no data set at this place.');
    }
    this._kept.delete(name);
    this._kept.set(name, { opened, untilMs: this._nowMs() + KEPT_MS });
    for (const oldest of this._kept.keys()) {
      if (this._kept.size <= KEPT) {
        break;
      }
      this._kept.delete(oldest);
    }
    return opened;
  }

  private readonly _kept = new Map<
    string,
    { readonly opened: IOpenedArrays; readonly untilMs: number }
  >();
}

interface IPlanned {
  readonly opened: IOpenedArrays;
  readonly array: IZarrArray;
  readonly drawing: IDrawing;
  readonly priced: IPricedPlan;
}

function slidersOf(
  array: IZarrArray,
  { sliders }: IDrawing
): SliceCost['sliders'] {
  return sliders
    .map(axis => ({
      name: array.dimensions[axis] ?? '',
      size: array.shape[axis] ?? 0
    }))
    .filter(({ size }) => size > 1);
}
