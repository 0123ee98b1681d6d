/** Whether a path is the address of something in a bucket, `gs://…`. */
export function isBucketAddress(path: string | undefined): boolean {
  return path !== undefined && /^gs:\/\//i.test(path);
}
