import type { IFolder } from './folder';

/** The user's project that pays for a bucket, by bucket. */
export type Payers = ReadonlyMap<string, string>;

/**
 * What tells the server who pays: nothing where nobody was asked to.
 */
export function paidBy(payer: string | undefined): { payer?: string } {
  return payer === undefined ? {} : { payer };
}

/**
 * Who pays for the open folder; absent: nobody was asked to.
 */
export function payerIn({
  folder,
  payers
}: {
  readonly folder: IFolder | null;
  readonly payers: Payers;
}): string | undefined {
  return folder ? payers.get(folder.bucket) : undefined;
}

/**
 * The bucket that a reference seems to name, to find out who pays for it; null: the server, which reads it thoroughly, is
 * asked without anybody paying, and the user then.
 */
export function bucketNamed(reference: string): string | null {
  const found =
    /^\s*["'`]?(?:gc?s:\/\/|https?:\/\/storage\.(?:googleapis|cloud\.google)\.com\/|https?:\/\/console\.cloud\.google\.com\/storage\/browser\/(?:_details\/)?)([a-z0-9._-]+)/i.exec(
      reference
    );
  return found?.[1]?.toLowerCase() ?? null;
}
