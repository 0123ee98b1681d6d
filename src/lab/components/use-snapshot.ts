import { useCallback, useSyncExternalStore } from 'react';
import type { IObservable } from '../loadable';

/**
 * The current state of a model; the component renders again when it changes.
 */
export function useSnapshot<T>(model: IObservable<T>): T {
  const subscribe = useCallback(
    (onChange: () => void) => {
      model.stateChanged.connect(onChange);
      return () => {
        model.stateChanged.disconnect(onChange);
      };
    },
    [model]
  );
  return useSyncExternalStore(subscribe, () => model.state);
}
