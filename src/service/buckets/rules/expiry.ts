const DAY_MS = 86_400_000;

/**
 * The midnight in UTC at which a lifecycle rule may delete an object first.
 *
 * The rule counts whole days from the object's own creation and runs some time after midnight. Null: never, or the
 * creation is not known, which is NaN.
 */
export function deletionMs(
  createdMs: number,
  deleteAfterDays: number | null
): number | null {
  if (deleteAfterDays === null || Number.isNaN(createdMs)) {
    return null;
  }
  const midnight = Math.floor(createdMs / DAY_MS) * DAY_MS;
  return midnight + deleteAfterDays * DAY_MS;
}

/**
 * The day a lifecycle rule deletes an object, in UTC: a day is all that can be promised.
 */
export function deletedOn(
  createdAt: string | null,
  deleteAfterDays: number | null
): string | null {
  const createdMs = createdAt === null ? Number.NaN : Date.parse(createdAt);
  const ms = deletionMs(createdMs, deleteAfterDays);
  return ms === null ? null : dayOf(ms);
}

/**
 * The day in UTC, `2026-11-26`.
 */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
