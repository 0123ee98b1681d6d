import {
  BucketList,
  Earliest,
  EarliestQuery,
  Expiring,
  FolderSize,
  FolderSizeQuery,
  ListingPage,
  ListingQuery,
  ObjectFacts,
  ObjectQuery,
  Place,
  PlaceQuery,
  Recognition,
  RecognitionQuery
} from '../buckets';
import { nothing } from '../scalars';

/** The routes of the Buckets section. */
export const bucketsRoutes = {
  'buckets/configured': {
    method: 'GET',
    resource: 'buckets',
    action: 'read',
    query: nothing,
    reply: BucketList
  },
  'buckets/place': {
    method: 'GET',
    resource: 'buckets',
    action: 'read',
    query: PlaceQuery,
    reply: Place
  },
  'buckets/listing': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: ListingQuery,
    item: ListingPage
  },
  'buckets/recognition': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: RecognitionQuery,
    reply: Recognition
  },
  'buckets/size': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: FolderSizeQuery,
    item: FolderSize
  },
  'buckets/earliest': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: EarliestQuery,
    reply: Earliest
  },
  'buckets/expiring': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: nothing,
    reply: Expiring
  },
  'buckets/object': {
    method: 'GET',
    resource: 'buckets',
    action: 'read',
    query: ObjectQuery,
    reply: ObjectFacts
  },
  'buckets/download': {
    method: 'GET',
    resource: 'buckets',
    action: 'read',
    query: ObjectQuery,
    file: true
  }
} as const;
