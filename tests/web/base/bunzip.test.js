/** What Python's bz2 writes, read again. */
import test from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { bunzip } from "../../../mapgen/web/base/bunzip.js";

/** A series of numbers below 2 to the 32nd that is the same in each run. */
function* numbers(seed) {
  for (let number = seed; ; number = (Math.imul(number, 1664525) + 1013904223) >>> 0) yield number;
}

/** Letters that are rarer the later they come, as those of a text are. */
function text(length, letters) {
  const series = numbers(length);
  return Uint8Array.from({ length }, () => Math.floor((series.next().value / 2 ** 32) ** 3 * letters));
}

const alike = (length) => new Uint8Array(length).fill(97);
const CASES = {
  nothing: new Uint8Array(0),
  "one letter": Uint8Array.of(120),
  "a word": new TextEncoder().encode("إدلب"),
  "four alike": alike(4),
  "a count that looks like its letters": Uint8Array.from([...alike(4), 0, 97, 97, ...alike(4 + 97), 97]),
  "runs of every length up to 600": Uint8Array.from(
    Array.from({ length: 600 }, (_, length) => [...new Uint8Array(length).fill(length % 7)]).flat(),
  ),
  "every byte": text(5000, 256),
  "few letters": text(70_000, 12),
  "a block and a half of a text": text(1_400_000, 90),
  "a million alike": alike(1_000_000),
};

const compress = "import bz2, sys; sys.stdout.buffer.write(bz2.compress(sys.stdin.buffer.read()))";

/** @param {Uint8Array} bytes */
function packed(bytes) {
  const { stdout, status } = spawnSync("python", ["-c", compress], { input: bytes, maxBuffer: 2 ** 25 });
  assert.equal(status, 0);
  return new Uint8Array(stdout);
}

for (const [name, bytes] of Object.entries(CASES))
  test(`what is packed comes back: ${name}`, () => {
    assert.equal(Buffer.compare(bunzip(packed(bytes)), bytes), 0);
  });

test("what is damaged is no text: any byte changed, any end cut off", () => {
  const whole = packed(text(900, 60));
  const [begin, end] = [4, whole.length - 5]; // between the size of blocks and what sums up those of a whole file
  for (let at = begin; at < end; at += 1) {
    const changed = Uint8Array.from(whole);
    changed[at] ^= 1 << (at % 8);
    assert.throws(() => bunzip(changed), RangeError, `byte ${at}`);
    assert.throws(() => bunzip(whole.subarray(0, at)), RangeError, `cut at ${at}`);
  }
});
