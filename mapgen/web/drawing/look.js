/**
 * The numbers of the drawing, in one place: the map and its key both draw from here.
 */

const INK = "#1e2226";
const numbers = {
  ink: INK,
  paper: "#fbfaf6",
  outside: "#e1e1de",
  beyond: "#f5f2eb",
  frameLine: "#8b9097",
  evidence: "#0b57d0",
  sea: { fill: "#cbdfe8", shore: "#7a96a3", width: 0.9, text: "#2b5565" },
  lake: { shore: "#7fa5b6", width: 0.8 },
  river: { colour: "#78a6ba", width: 1.2 },
  // grey 128 is level ground; black and white are drawn at the most opacity, and nothing within the noise
  relief: { opacity: 0.8, shade: [52, 44, 34], light: [255, 255, 255], most: 1 / 3, noise: 1 },
  // certainty from -> opacity reached; straight lines between them, so that no step shows.
  // Below a half the map is more likely wrong than right: nothing fades further.
  certainty: [
    [0, 0.24],
    [0.5, 0.24],
    [0.6, 0.35],
    [0.7, 0.45],
    [0.78, 0.55],
    [0.85, 0.65],
    [0.9, 0.74],
    [0.94, 0.82],
    [0.98, 0.9],
    [1, 0.9],
  ],
  patternFrom: 0.78,
  patternFull: 0.86,
  patternScreen: 0.86,
  patternStrong: 1.5,
  dimmed: 0.45,
  smallPartsBelowZoom: 9.5,
  settlementsFromZoom: 9.4,
  // tile: edge in px, a whole number so that neighbours join; see patterns.js
  /** @type {Record<string, PatternStyle | null>} */
  patterns: {
    none: null,
    rising: { tile: 17, lines: 2, width: 1.1, opacity: 0.62, slope: -1 },
    dots: { tile: 73, radius: 1.25, opacity: 0.55 },
    level: { tile: 7, width: 1.1, opacity: 0.5 },
    cross: { tile: 20, width: 0.9, opacity: 0.4 },
    grid: { tile: 10, width: 0.9, opacity: 0.55 },
    rings: { tile: 16, radius: 2.4, width: 0.9, opacity: 0.5 },
    "stripes-rising": { tile: 17, stripe: 6, slope: -1 },
    "stripes-falling": { tile: 17, stripe: 6, slope: 1 },
  },
  /** @type {Record<string, LineStyle>} */
  lines: {
    firm: { colour: INK, width: 2.2, casing: 5.4, casingOpacity: 0.9, cap: "round" },
    approximate: { colour: INK, width: 1.8, dash: [6, 4.5], casing: 4, casingOpacity: 0.6, cap: "butt" },
    guess: { colour: INK, width: 1.8, dash: [0.1, 6], casing: 3, casingOpacity: 0.35, cap: "round", opacity: 0.85 },
    limit: { colour: INK, width: 1.3, casing: 4.2, casingOpacity: 0.85, cap: "round" },
    inner: { colour: "#3d3149", width: 1, casing: 3.2, casingOpacity: 0.75, cap: "round" },
    border: { colour: INK, width: 2, casing: 4, casingOpacity: 0.8, cap: "round" },
    governorate: { colour: "#5d574f", width: 0.9, dash: [7, 3, 1.5, 3], opacity: 0.6, cap: "butt" },
    mainRoad: { colour: "#6f6558", width: 1.7, casing: 4, casingOpacity: 0.85, cap: "round" },
    otherRoad: { colour: "#8f8578", width: 0.8, casing: 2.2, casingOpacity: 0.55, cap: "round" },
  },
  wall: { colour: "#63605b", width: 10, dash: [1.4, 5.6], simplifyPx: 5 },
  interfaceFont:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Geeza Pro", Tahoma, sans-serif',
  serifFont: 'Georgia, "Noto Serif", "Noto Naskh Arabic", "Geeza Pro", "Times New Roman", serif',
  /** @type {Record<string, LabelStyle>} */
  labels: {
    actor: { size: 15, weight: 700, halo: 4.2, air: 4 },
    1: { size: 14.5, weight: 700, halo: 3.6, dot: "square", air: 2 },
    2: { size: 12, weight: 600, halo: 3, dot: "filled", radius: 2.6, air: 2 },
    3: { size: 11.5, weight: 500, halo: 3, dot: "ring", radius: 1.9, air: 3 },
    4: { size: 11, weight: 400, halo: 3, dot: "ring", radius: 1.9, air: 7 },
    sea: { size: 14, weight: 400, halo: 0, italic: true },
    lake: { size: 11, weight: 400, halo: 2.5, italic: true, air: 2 },
    country: { size: 14, weight: 600, halo: 0, spacing: 0.28, capitals: true },
    region: { size: 11.5, weight: 600, halo: 0, spacing: 0.12, capitals: true },
  },
  foreignText: "#55524d",
  haloOpacity: 0.86,
  sideOfFrontKm: 5,
};

/** @param {number} certainty 0..1 @returns {number} opacity of the fill */
function opacityOf(certainty) {
  const steps = numbers.certainty;
  for (let i = 1; i < steps.length; i += 1) {
    const [from, low] = steps[i - 1];
    const [to, high] = steps[i];
    if (certainty <= to) return low + ((high - low) * (certainty - from)) / (to - from);
  }
  return steps[steps.length - 1][1];
}

/** @param {number} certainty 0..1 @returns {number} share of the pattern's own opacity */
function patternShareOf(certainty) {
  const share = (certainty - numbers.patternFrom) / (numbers.patternFull - numbers.patternFrom);
  return (
    Math.max(0, Math.min(1, 0.35 + 0.65 * share)) * (certainty >= numbers.patternFrom ? 1 : Math.max(0, 1 + share * 4))
  );
}

/** @param {string} colour "#rrggbb" @param {number} alpha 0..1 */
function withAlpha(colour, alpha) {
  const n = parseInt(colour.slice(1), 16);
  return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${alpha})`;
}

export const look = Object.assign(numbers, { opacityOf, patternShareOf, withAlpha });
