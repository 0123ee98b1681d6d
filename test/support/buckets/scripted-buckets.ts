import { LeapError, type Query } from '../../../src/contract';
import { BucketsModel } from '../../../src/lab/panels/buckets/model';
import { ScriptedClient, type Script } from '../lab/scripted-client';
import { BUCKETS } from './answers';

/** The user's own folder. */
export const OWN = { bucket: 'leap-scratch', prefix: 'ann/' };

/** What a listing fails with. */
export const BROKEN = new LeapError(
  'unavailable',
  'The connection keeps breaking.'
);

/**
 * The model of the section, on a service that answers like this; its configured buckets are `BUCKETS`.
 */
export function scriptedBuckets(script: Script): {
  model: BucketsModel;
  client: ScriptedClient;
} {
  const client = new ScriptedClient({
    'buckets/configured': () => BUCKETS,
    'buckets/recognition': () => ({ kinds: [] }),
    ...script
  });
  return { model: new BucketsModel(client), client };
}

/** The listings that a client was asked for. */
export function listingsOf(client: ScriptedClient): Query<'buckets/listing'>[] {
  return client.asked
    .filter(({ route }) => route === 'buckets/listing')
    .map(({ query }) => query as Query<'buckets/listing'>);
}
