/**
 * What is made when it is first asked for, or when the browser has nothing else to do.
 */

const PATIENCE_MS = 2000; // after which what waits is done between other things

/** @template T @param {() => T} make @returns {() => T} the same value each time, made once */
export function once(make) {
  /** @type {{value: T} | null} */
  let made = null;
  return () => (made ??= { value: make() }).value;
}

/** Do things one after another, each when there is time for it. @param {(() => void)[]} tasks */
export function whenIdle(tasks) {
  const [task, ...rest] = tasks;
  if (!task) return;
  const act = () => {
    task();
    whenIdle(rest);
  };
  if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: PATIENCE_MS });
  else setTimeout(act);
}
