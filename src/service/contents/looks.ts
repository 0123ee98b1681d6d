import {
  LeapError,
  type ContentsPlace,
  type Slice,
  type SliceCost,
  type SliceQuery
} from '../../contract';
import type { IArray } from './array';
import type { IOpenedArrays } from './open-contents';
import { drawingOf } from './look/axes';
import type { IDrawing } from './look/drawing';
import type { IPricedPlan } from './look/cost';
import { findArray, type IFound } from './look/found-array';
import { pricePlaces, withPlaces } from './look/places-cost';
import { threadFor, type Threads } from './thread/threads';

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
    private readonly _threads: Threads,
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
    const { opened, array, found, priced } = await this._plan(query, signal);
    const look = {
      array: found.read,
      // Coordinates of a file are read as it is read: a scale is small.
      arrays: found.arrays.filter(
        one => one === array || one.shape.length === 1
      ),
      plan: priced.plan,
      fillIsMissing: found.fillIsMissing
    };
    const format = opened.kind === 'file' ? opened.format : 'zarr';
    const thread = threadFor(format, this._threads);
    const { outcome, bytesRead } = await thread.run(
      {
        store: JSON.stringify(query.place),
        fileBytes: opened.kind === 'file' ? opened.fileBytes : 0,
        task: { kind: 'look', look, format }
      },
      opened.source,
      signal
    );
    if (outcome.kind !== 'looked') {
      throw new LeapError('internal', 'Another answer was expected.');
    }
    return { ...outcome.looked, bytesRead };
  }

  private async _plan(
    query: SliceQuery,
    signal: AbortSignal
  ): Promise<IPlanned> {
    const opened = await this._opened(query.place, signal);
    const found = findArray(opened, query.variable);
    if (found === null) {
      throw new LeapError('not-found', 'There is no such variable any more.');
    }
    if (found.obstacle !== null) {
      throw new LeapError('bad-request', found.obstacle);
    }
    const { array } = found;
    const drawing = drawingOf(array, found.arrays);
    const positions = new Map(
      query.positions.map(({ dimension, index }) => [
        array.dimensions.indexOf(dimension),
        index
      ])
    );
    const priced = await found.price(array, drawing, positions, signal);
    const curved =
      drawing.curved && (await pricePlaces(found, drawing.curved, signal));
    return {
      opened,
      found,
      array,
      drawing,
      priced: withPlaces(priced, curved ?? null)
    };
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
  readonly found: IFound;
  readonly array: IArray;
  readonly drawing: IDrawing;
  readonly priced: IPricedPlan;
}

function slidersOf(array: IArray, { sliders }: IDrawing): SliceCost['sliders'] {
  return sliders
    .map(axis => ({
      name: array.dimensions[axis] ?? '',
      size: array.shape[axis] ?? 0
    }))
    .filter(({ size }) => size > 1);
}
