/** What happens around a call to the file system. */
export interface IInterception {
  /** Before the call; an error is its answer. */
  readonly before?: (path: string) => Error | undefined;
  /** Between the system's answer and who asked. */
  readonly after?: (path: string) => void;
}

/**
 * A file system call, with a callback or without, that something happens around.
 */
export function intercepted<T extends (...args: never[]) => unknown>(
  call: T,
  { before, after }: IInterception
): T {
  return new Proxy(call, {
    apply(target, self, args: unknown[]): unknown {
      const path = String(args[0]);
      const error = before?.(path);
      const done = args.at(-1);
      if (typeof done === 'function') {
        const answer = (...values: unknown[]): void => {
          after?.(path);
          Reflect.apply(done, undefined, values);
        };
        return error
          ? setImmediate(answer, error)
          : Reflect.apply(target, self, [...args.slice(0, -1), answer]);
      }
      if (error) {
        throw error;
      }
      const value: unknown = Reflect.apply(target, self, args);
      after?.(path);
      return value;
    }
  });
}
