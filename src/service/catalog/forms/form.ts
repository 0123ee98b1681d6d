import type { CatalogForm } from '../../../contract';
import type { RawRecord } from '../record/raw-record';

/** What a document of a catalog says. */
export interface IReading {
  readonly form: CatalogForm;
  readonly records: readonly RawRecord[];
  /** Further documents that belong to it, as it writes them. */
  readonly more: readonly IMore[];
}

/** A further document. */
export interface IMore {
  readonly address: string;
  /** What its fields are added to; null: it stands for itself. */
  readonly completes: RawRecord | null;
}
