import type { CatalogHit, StoreVariable } from '../../contract';
import type { IIndexParts } from './index/index-parts';
import type { IScored } from './query/refine';
import { firstSentence } from './record/text';
import { askedVariables } from './query/asked-variables';

/** What a line or two of the sidebar hold. */
const MAX_TAGS = 12;
const MAX_VARIABLES = 12;

/** Variables of one data set that are looked at for what was asked. */
const MAX_COMPARED = 60;

/** What a line or two of the sidebar hold. */
const MAX_SUMMARY = 160;

/**
 * Makes the lines of a result list.
 */
export class Hits {
  constructor(parts: Pick<IIndexParts, 'datasets' | 'traits' | 'sources'>) {
    this._parts = parts;
  }

  /**
   * What the list shows of these.
   *
   * @param query - The words that were asked for.
   */
  of(found: readonly IScored[], query: readonly string[]): CatalogHit[] {
    const isAsked = askedVariables(query);
    return found.flatMap(
      ({ doc, score }) => this._hit(doc, score, isAsked) ?? []
    );
  }

  private _hit(
    doc: number,
    score: number,
    isAsked: (variable: StoreVariable) => boolean
  ): CatalogHit | undefined {
    const dataset = this._parts.datasets[doc];
    const traits = this._parts.traits[doc];
    if (!dataset || !traits) {
      return undefined;
    }
    const { id, title, tags, stores, description } = dataset;
    const { variables, cadence, resolutionDegrees, years, opens } = traits;
    const summary =
      this._summaries.get(doc) ?? firstSentence(description, MAX_SUMMARY);
    this._summaries.set(doc, summary);
    return {
      id,
      title,
      score: round(score),
      summary,
      tags: tags.slice(0, MAX_TAGS),
      formats: [...new Set(stores.map(({ format }) => format))],
      storeCount: stores.length,
      variables: askedFirst(variables, isAsked)
        .slice(0, MAX_VARIABLES)
        .map(({ name }) => name),
      variableCount: variables.length,
      cadence,
      resolutionDegrees,
      years,
      opens,
      sources: [...(this._parts.sources.get(id) ?? [])]
    };
  }

  private readonly _parts: Pick<IIndexParts, 'datasets' | 'traits' | 'sources'>;
  /** Made when first shown: most are never. */
  private readonly _summaries = new Map<number, string>();
}

/** To a thousandth: more digits say nothing and take up room. */
function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function askedFirst(
  variables: readonly StoreVariable[],
  isAsked: (variable: StoreVariable) => boolean
): readonly StoreVariable[] {
  const wanted = variables.slice(0, MAX_COMPARED).filter(isAsked);
  if (wanted.length === 0) {
    return variables;
  }
  const set = new Set(wanted);
  return [...wanted, ...variables.filter(variable => !set.has(variable))];
}
