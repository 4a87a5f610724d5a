/**
 * The state of the page: one object, changed by `set`, watched by `watch`.
 */

/** @param {Partial<State>} patch */
const keysOf = (patch) => /** @type {(keyof State)[]} */ (Object.keys(patch));

/**
 * @param {State} initial
 * @returns {Store}
 */
export function createStore(initial) {
  let state = { ...initial };
  /** @type {Set<(state: State, changed: Set<string>) => void>} */
  const watchers = new Set();
  return {
    get: () => state,
    set(patch) {
      const changed = new Set(keysOf(patch).filter((key) => state[key] !== patch[key]));
      if (!changed.size) return;
      state = { ...state, ...patch };
      for (const watcher of [...watchers]) watcher(state, changed);
    },
    watch(watcher, signal) {
      watchers.add(watcher);
      signal?.addEventListener("abort", () => watchers.delete(watcher));
    },
  };
}
