export * from './buckets';
export * from './catalog';
export * from './error';
export * from './home';
export * from './image';
export * from './routes';
export * from './server';
export * from './stream';
