/**
 * The id of a Google Cloud project. By itself, so that a command that only looks for it loads no schemas.
 *
 * @see https://cloud.google.com/resource-manager/docs/creating-managing-projects
 */
export const PROJECT_ID = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
