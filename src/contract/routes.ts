import * as z from 'zod/mini';
import {
  CatalogAnswer,
  CatalogSearchQuery,
  CatalogSummary,
  DatasetQuery
} from './catalog';
import { DatasetPage, Reach, ReachQuery } from './catalog-opening';
import { StoreSize, StoreSizeQuery } from './catalog-size';
import {
  OwnSourcesQuery,
  SourcePreview,
  SourcePreviewQuery
} from './catalog-sources';
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
} from './buckets';
import { Contents, ContentsQuery } from './contents';
import { Slice, SliceCost, SliceQuery } from './contents-slice';
import { ClusterChange, ClusterStopQuery, DaskClusters } from './dask-clusters';
import {
  HomeDirectory,
  HomeDirectoryQuery,
  HomeSummary,
  HomeUsage,
  HomeUsageQuery
} from './home';
import {
  HomeClearable,
  HomeClearableQuery,
  HomeDeletion,
  HomeDeletionQuery,
  HomeReview,
  HomeReviewQuery
} from './home-clear';
import { HomeLargest } from './home-data';
import { HomeHistory } from './home-history';
import {
  HubServers,
  ServerChange,
  ServerStartQuery,
  ServerStopQuery
} from './hub-servers';
import {
  AddedPackages,
  Image,
  ImagePackages,
  Lacking,
  LackingQuery,
  OtherImage,
  OtherImageQuery,
  PackageComparison,
  PackageComparisonQuery
} from './image';
import { ServerDescription, ServerResources, ServiceHealth } from './server';
import { TokenGrant, TokenPlan, TokenQuery, TokenWish } from './token';

const nothing = z.strictObject({});

/**
 * Every route below `<base_url>jupyterlab-leap/`: the one list that the client, the service, the Python
 * handlers and `docs/api.md` are made from.
 *
 * `reply` is one JSON answer, `item` one line of a stream, `file` bytes to be saved. A GET changes nothing, costs little and has
 * only strings in its query; what costs is a POST. `action` is what an authoriser is asked about
 * `jupyterlab-leap:<resource>`.
 */
export const routes = {
  'home/summary': {
    method: 'GET',
    resource: 'home',
    action: 'read',
    query: nothing,
    reply: HomeSummary
  },
  'home/usage': {
    method: 'POST',
    resource: 'home',
    action: 'read',
    query: HomeUsageQuery,
    item: HomeUsage
  },
  'home/directory': {
    method: 'POST',
    resource: 'home',
    action: 'read',
    query: HomeDirectoryQuery,
    reply: HomeDirectory
  },
  'home/history': {
    method: 'GET',
    resource: 'home',
    action: 'read',
    query: nothing,
    reply: HomeHistory
  },
  'home/largest': {
    method: 'GET',
    resource: 'home',
    action: 'read',
    query: nothing,
    reply: HomeLargest
  },
  'home/clearable': {
    method: 'POST',
    resource: 'home',
    action: 'read',
    query: HomeClearableQuery,
    item: HomeClearable
  },
  'home/review': {
    method: 'POST',
    resource: 'home',
    action: 'read',
    query: HomeReviewQuery,
    item: HomeReview
  },
  'home/deletion': {
    method: 'POST',
    resource: 'home',
    action: 'write',
    query: HomeDeletionQuery,
    item: HomeDeletion
  },
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
  'contents/summary': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: ContentsQuery,
    reply: Contents
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
  },
  'contents/cost': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: SliceQuery,
    reply: SliceCost
  },
  'contents/slice': {
    method: 'POST',
    resource: 'buckets',
    action: 'read',
    query: SliceQuery,
    reply: Slice
  },
  'image/spec': {
    method: 'GET',
    resource: 'image',
    action: 'read',
    query: nothing,
    reply: Image
  },
  'image/packages': {
    method: 'GET',
    resource: 'image',
    action: 'read',
    query: nothing,
    reply: ImagePackages
  },
  'image/added': {
    method: 'POST',
    resource: 'image',
    action: 'read',
    query: nothing,
    reply: AddedPackages
  },
  'image/lacking': {
    method: 'POST',
    resource: 'image',
    action: 'read',
    query: LackingQuery,
    reply: Lacking
  },
  'image/other': {
    method: 'GET',
    resource: 'image',
    action: 'read',
    query: OtherImageQuery,
    reply: OtherImage
  },
  'image/comparison': {
    method: 'POST',
    resource: 'image',
    action: 'read',
    query: PackageComparisonQuery,
    reply: PackageComparison
  },
  'catalog/summary': {
    method: 'GET',
    resource: 'catalog',
    action: 'read',
    query: nothing,
    reply: CatalogSummary
  },
  'catalog/refresh': {
    method: 'POST',
    resource: 'catalog',
    action: 'read',
    query: nothing,
    reply: CatalogSummary
  },
  'catalog/sources': {
    method: 'POST',
    resource: 'catalog',
    action: 'write',
    query: OwnSourcesQuery,
    reply: CatalogSummary
  },
  'catalog/preview': {
    method: 'POST',
    resource: 'catalog',
    action: 'read',
    query: SourcePreviewQuery,
    reply: SourcePreview
  },
  'catalog/search': {
    method: 'GET',
    resource: 'catalog',
    action: 'read',
    query: CatalogSearchQuery,
    reply: CatalogAnswer
  },
  'catalog/dataset': {
    method: 'GET',
    resource: 'catalog',
    action: 'read',
    query: DatasetQuery,
    reply: DatasetPage
  },
  'catalog/reach': {
    method: 'POST',
    resource: 'catalog',
    action: 'read',
    query: ReachQuery,
    reply: Reach
  },
  'catalog/size': {
    method: 'POST',
    resource: 'catalog',
    action: 'read',
    query: StoreSizeQuery,
    item: StoreSize
  },
  'server/health': {
    method: 'GET',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: ServiceHealth
  },
  'server/description': {
    method: 'GET',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: ServerDescription
  },
  'server/resources': {
    method: 'GET',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: ServerResources
  },
  'server/hub-servers': {
    method: 'POST',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: HubServers
  },
  'server/start': {
    method: 'POST',
    resource: 'server',
    action: 'execute',
    query: ServerStartQuery,
    reply: ServerChange
  },
  'server/stop': {
    method: 'POST',
    resource: 'server',
    action: 'execute',
    query: ServerStopQuery,
    reply: ServerChange
  },
  'server/dask-clusters': {
    method: 'POST',
    resource: 'server',
    action: 'read',
    query: nothing,
    reply: DaskClusters
  },
  'server/cluster-stop': {
    method: 'POST',
    resource: 'server',
    action: 'execute',
    query: ClusterStopQuery,
    reply: ClusterChange
  },
  'token/plan': {
    method: 'POST',
    resource: 'token',
    action: 'read',
    query: TokenWish,
    reply: TokenPlan
  },
  'token/grant': {
    method: 'POST',
    resource: 'token',
    action: 'execute',
    query: TokenQuery,
    reply: TokenGrant
  }
} as const;

type Routes = typeof routes;

/** The name of a route, `subject/noun`. */
export type Route = keyof Routes;

/** Routes that answer once. */
export type AskRoute = {
  [R in Route]: Routes[R] extends { reply: unknown } ? R : never;
}[Route];

/** Routes that answer with the bytes of a file. */
export type FileRoute = {
  [R in Route]: Routes[R] extends { file: true } ? R : never;
}[Route];

/** Routes that answer line by line. */
export type StreamRoute = Exclude<Route, AskRoute | FileRoute>;

export type Query<R extends Route> = z.infer<Routes[R]['query']>;
export type Reply<R extends AskRoute> = z.infer<Routes[R]['reply']>;
export type Item<R extends StreamRoute> = z.infer<Routes[R]['item']>;

/** The path segment below the server's base address. */
export const API_NAMESPACE = 'jupyterlab-leap';
