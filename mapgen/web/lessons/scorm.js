/**
 * Tells a learning management system how far the tour was seen. Only the pages of packages have this script; where no
 * system plays the page, or a broken one, it keeps quiet. Nothing but status, score, time and position is told.
 *
 * SCORM 1.2 Run-Time Environment (ADL, 2001), SCORM 2004 3rd Edition Run-Time Environment (ADL, 2006).
 */

const PARENTS = 7; // how far up the standard lets a system put its interface
const MOST_LETTERS = 4000; // of cmi.suspend_data: 4,096 in SCORM 1.2, 4,000 in the older systems of 2004
const FULL_SCORE = 100; // SCORM 1.2 knows scores from 0 to 100, and some systems take them for per cent

const NEW = {
  api: "API_1484_11",
  initialize: "Initialize",
  get: "GetValue",
  set: "SetValue",
  commit: "Commit",
  finish: "Terminate",
  place: "cmi.location",
  status: "cmi.completion_status",
  score: "cmi.score",
  time: "cmi.session_time",
  exit: "cmi.exit",
  isoTime: true,
};
const OLD = {
  api: "API",
  initialize: "LMSInitialize",
  get: "LMSGetValue",
  set: "LMSSetValue",
  commit: "LMSCommit",
  finish: "LMSFinish",
  place: "cmi.core.lesson_location",
  status: "cmi.core.lesson_status",
  score: "cmi.core.score",
  time: "cmi.core.session_time",
  exit: "cmi.core.exit",
  isoTime: false,
};

/** The words of a standard with the interface that answers to it. @typedef {typeof NEW & { interface: any }} Lms */

/**
 * @param {() => any} ask something of a window or a system, which may refuse or fail
 * @returns {any} null where it does
 */
function attempt(ask) {
  try {
    return ask() ?? null;
  } catch {
    return null;
  }
}

/**
 * Look for an interface in a window and those around it; one of another origin hides what it has.
 * @param {any} lowest
 * @param {string} name
 */
function above(lowest, name) {
  let own = lowest;
  for (let i = 0; own && i <= PARENTS; i += 1) {
    const here = own;
    const api = attempt(() => here[name]);
    if (api) return api;
    const parent = attempt(() => here.parent);
    own = parent === own ? null : parent;
  }
  return null;
}

/** @param {string} name */
function find(name) {
  return (
    above(globalThis.self, name) ??
    above(globalThis.opener, name) ??
    above(
      attempt(() => globalThis.top?.opener),
      name,
    )
  );
}

/** @returns {Lms | null} null where no system answers */
function connect() {
  for (const words of [NEW, OLD]) {
    const api = find(words.api);
    if (api && attempt(() => String(api[words.initialize](""))) === "true") return { ...words, interface: api };
  }
  return null;
}

/** @param {Lms} lms @param {string} element of the data model @returns {string} */
const get = (lms, element) => String(attempt(() => lms.interface[lms.get](element)) ?? "");
/** @param {Lms} lms @param {string} element @param {string} value */
const set = (lms, element, value) => attempt(() => lms.interface[lms.set](element, value));

/** Time as each standard writes it: PT90S, or 0000:01:30. @param {number} seconds @param {boolean} isIso */
function duration(seconds, isIso) {
  if (isIso) return `PT${seconds}S`;
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  const hours = String(Math.floor(seconds / 3600)).padStart(4, "0");
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Progress in few letters; where they are still too many, without the tasks. @param {Kept} kept */
function pack({ tour, step, seen, tasks }) {
  const short = Object.entries(tasks ?? {}).map(([id, { right, tries }]) => [
    id,
    right === null ? null : Number(right),
    tries,
  ]);
  const all = JSON.stringify([tour, step, seen, short]);
  return all.length <= MOST_LETTERS ? all : JSON.stringify([tour, step, seen, []]);
}

/** @param {string} text @returns {Kept | null} what `pack` wrote in an earlier session */
function unpack(text) {
  const record = attempt(() => JSON.parse(text));
  if (!Array.isArray(record) || record.length !== 4 || !Array.isArray(record[2]) || !Array.isArray(record[3]))
    return null;
  const [tour, step, seen, short] = record;
  const tasks = Object.fromEntries(
    short.map(([id, right, tries]) => [id, { right: right === null ? null : Boolean(right), tries }]),
  );
  return { tour, step, seen, tasks };
}

/**
 * @param {Lms} lms
 * @param {Progress} progress
 * @param {boolean} wasCompleted
 * @returns {Record<string, string>} what the system is told, by element
 */
function told(lms, progress, wasCompleted) {
  const { step, steps, seen, tasks = {}, score } = progress;
  const isCompleted = wasCompleted || seen.length >= steps;
  const record = {
    [lms.place]: String(step),
    "cmi.suspend_data": pack(progress),
    [lms.status]: isCompleted ? "completed" : "incomplete",
  };
  const isJudged = Object.values(tasks).some(({ right }) => right !== null); // words are judged by their reader alone
  if (!score?.max || !isJudged) return record;
  const share = score.raw / score.max;
  Object.assign(record, {
    [`${lms.score}.min`]: "0",
    [`${lms.score}.max`]: String(FULL_SCORE),
    [`${lms.score}.raw`]: String(Math.round(share * FULL_SCORE)),
  });
  if (lms.isoTime) record[`${lms.score}.scaled`] = String(Math.round(share * FULL_SCORE) / FULL_SCORE);
  return record;
}

/**
 * Sends what changed, and closes once. The position is kept for whoever comes back, so every end is a pause; that
 * and the time are told with each change, because the last words of a page that goes away may not arrive.
 * @param {Lms} lms
 */
function createReport(lms) {
  const sent = new Map();
  const before = get(lms, lms.status);
  const wasCompleted = before === "completed" || before === "passed";
  let isOpen = true;

  function commit() {
    set(lms, lms.time, duration(Math.round(performance.now() / 1000), lms.isoTime));
    attempt(() => lms.interface[lms.commit](""));
  }

  set(lms, lms.exit, "suspend");
  return {
    /** @param {Progress} detail */
    progress(detail) {
      if (!isOpen) return;
      const changed = Object.entries(told(lms, detail, wasCompleted)).filter(
        ([element, value]) => sent.get(element) !== value,
      );
      for (const [element, value] of changed) {
        set(lms, element, value);
        sent.set(element, value);
      }
      if (changed.length) commit();
    },
    finish() {
      if (!isOpen) return;
      isOpen = false;
      commit();
      attempt(() => lms.interface[lms.finish](""));
    },
  };
}

/**
 * @param {Lms} lms
 * @returns {Kept | null} where the pupil was; the position of the system goes before the one in its data
 */
function bookmark(lms) {
  const saved = unpack(get(lms, "cmi.suspend_data"));
  const step = Number(get(lms, lms.place));
  return saved && Number.isInteger(step) && step > 0 ? { ...saved, step } : saved;
}

/** Run once as soon as the map stands. @param {() => void} run */
function whenReady(run) {
  const root = document.documentElement;
  const watcher = new MutationObserver(() => {
    if (root.dataset.mapgen !== "ready") return;
    watcher.disconnect();
    run();
  });
  watcher.observe(root, { attributeFilter: ["data-mapgen"] });
}

function start() {
  const lms = connect();
  if (!lms) return;
  document.documentElement.dataset.reported = ""; // whoever answers is told so: package.told
  const report = createReport(lms);
  const saved = bookmark(lms);
  /** @type {Progress | null} */
  let latest = null;
  let isReady = false;
  document.addEventListener("mapgen-progress", ({ detail }) => {
    latest = detail;
    if (isReady) report.progress(detail);
  });
  whenReady(() => {
    isReady = true; // not before: the beginning of the tour would be told in place of the bookmark
    if (saved) document.dispatchEvent(new CustomEvent("mapgen-restore", { detail: saved }));
    else if (latest) report.progress(latest);
  });
  addEventListener("pagehide", () => report.finish()); // beforeunload may be called off, and the page stay
}

start();
