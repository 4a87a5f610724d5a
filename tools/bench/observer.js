/* Runs in every page before its own scripts; MARK is the selector that matches when it is drawn. */

const bench = { tasks: [], ready: null, isDrawn: false, frames: [], recording: false };
window.bench = bench;

new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) bench.tasks.push([startTime, duration]);
}).observe({ type: "longtask", buffered: true });

// Two frames are asked for when `load` has ended, so that its listeners have run as well.
const look = () => {
  if (bench.isDrawn || document.readyState !== "complete" || !document.querySelector(MARK)) return;
  bench.isDrawn = true;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      performance.mark("bench-ready");
      bench.ready = performance.now();
      console.debug("bench-ready");
    }),
  );
};
const marks = { attributes: true, subtree: true, attributeFilter: ["data-mapgen"] };
new MutationObserver(look).observe(document, marks);
window.addEventListener("load", look);

bench.record = () => {
  bench.frames = [performance.now()];
  bench.recording = true;
  const tick = () => {
    bench.frames.push(performance.now());
    if (bench.recording) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
};

bench.moved = () => document.querySelector(".leaflet-map-pane")?.style.transform;
