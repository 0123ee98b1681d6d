import type fs from 'node:fs';
import { survey } from '../../../../src/service/home/scan/tree/ground';
import type { IKnownTree } from '../../../../src/service/home/scan/known/known-tree';
import { knownAfter } from '../../../../src/service/home/scan/known/known-after';
import {
  reportOf,
  type WalkReport
} from '../../../../src/service/home/scan/report';
import {
  revise,
  type Scope
} from '../../../../src/service/home/scan/known/revision';
import { ticked } from './changed-tree';
import { finishedWalk, optionsOf, type Way } from './walked';

export const HOUR_MS = 3_600_000;

/** Counted when all that was made a moment ago was an hour old. */
export async function known(
  home: string,
  { way = 'promptly', hours = 1 }: { way?: Way; hours?: number } = {}
): Promise<IKnownTree> {
  const walked = await finishedWalk(home, way, { keepsNames: true });
  ticked(home);
  const countedMs = Date.now() + hours * HOUR_MS;
  return knownAfter(walked, Math.floor(countedMs / 1000));
}

interface IAgain {
  /** `in turn`: what is hot, and then all of which that does not tell. */
  readonly scope?: Scope | 'in turn';
  readonly way?: Way;
  /** How far the clock has gone on since the tree was made. */
  readonly hours?: number;
  readonly calls?: Partial<typeof fs>;
  readonly hot?: readonly number[];
}

export async function again(
  before: IKnownTree,
  home: string,
  { scope = 'all', way = 'promptly', hours = 2, calls, hot }: IAgain = {}
): Promise<{
  report: WalkReport;
  known: IKnownTree;
  read: number;
}> {
  const options = {
    ...optionsOf(way, calls),
    ...(hot && { hot }),
    nowMs: () => Date.now() + hours * HOUR_MS
  };
  const first = scope === 'in turn' ? 'hot' : scope;
  let result = await revise(before, survey(home), first, options);
  if (scope === 'in turn') {
    const { known, seen } = result;
    const rest = { ...options, seen };
    result = await revise(known, survey(home), 'all', rest);
  }
  return { ...result, report: reportOf(result.counted) };
}
