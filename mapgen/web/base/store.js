/**
 * The state of the page: one object, changed by `set`, watched by `watch`.
 */

/**
 * @param {Object} initial
 * @returns {{get: function(): Object, set: function(Object): void, watch: function(function(Object, Set<string>):
 * void, AbortSignal?): void}}
 */
export function createStore(initial) {
  let state = { ...initial };
  const watchers = new Set();
  return {
    get: () => state,
    set(patch) {
      const changed = new Set(Object.keys(patch).filter((key) => state[key] !== patch[key]));
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
