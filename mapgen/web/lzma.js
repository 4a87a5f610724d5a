/**
 * Unpacks LZMA (LZMA SDK, "LZMA specification", with lc 2, lp 0 and pb 0), which is a seventh denser
 * than what browsers unpack themselves. Names of models follow the specification.
 */
(() => {
  "use strict";
  const mapgen = (globalThis.mapgen ??= {});
  const LITERAL_CONTEXT_BITS = 2;
  const STATES = 12;
  const HALF = 1024;
  const TOP = 2 ** 24;
  const LONGEST_DISTANCE_SLOT = 14;

  const models = (count) => new Uint16Array(count).fill(HALF);

  /** Reads bits, each as likely as its model has seen it before. */
  class RangeDecoder {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 5;
      this.now = Uint32Array.of(2 ** 32 - 1, new DataView(bytes.buffer, bytes.byteOffset).getUint32(1)); // range, code
    }

    fill() {
      const { now } = this;
      now[0] <<= 8;
      now[1] = (now[1] << 8) | this.bytes[this.at];
      this.at += 1;
    }

    bit(model, i) {
      const { now } = this;
      const chance = model[i];
      const bound = Math.imul(now[0] >>> 11, chance) >>> 0;
      const bit = now[1] < bound ? 0 : 1;
      if (bit) {
        now[0] -= bound;
        now[1] -= bound;
        model[i] = chance - (chance >> 5);
      } else {
        now[0] = bound;
        model[i] = chance + ((2 * HALF - chance) >> 5);
      }
      if (now[0] < TOP) this.fill();
      return bit;
    }

    direct(count) {
      const { now } = this;
      let value = 0;
      for (let i = 0; i < count; i += 1) {
        now[0] >>>= 1;
        const bit = now[1] < now[0] ? 0 : 1;
        if (bit) now[1] -= now[0];
        value = (value << 1) | bit;
        if (now[0] < TOP) this.fill();
      }
      return value;
    }

    tree(model, from, count) {
      let node = 1;
      for (let i = 0; i < count; i += 1) node = (node << 1) | this.bit(model, from + node);
      return node - (1 << count);
    }

    reverseTree(model, from, count) {
      let node = 1;
      let value = 0;
      for (let i = 0; i < count; i += 1) {
        const bit = this.bit(model, from + node);
        node = (node << 1) | bit;
        value |= bit << i;
      }
      return value;
    }
  }

  function createModels() {
    const perState = () => models(STATES);
    return {
      literal: models(0x300 << LITERAL_CONTEXT_BITS),
      isMatch: perState(), isRep: perState(), isRepG0: perState(), isRepG1: perState(), isRepG2: perState(), isRep0Long: perState(),
      length: models(274), repLength: models(274),
      slot: models(4 * 64), distance: models(115), align: models(16),
    };
  }

  /** A length less two: three bits, three more, or eight. */
  function readLength(coder, model) {
    if (!coder.bit(model, 0)) return coder.tree(model, 2, 3);
    return coder.bit(model, 1) ? 16 + coder.tree(model, 18, 8) : 8 + coder.tree(model, 10, 3);
  }

  function readDistance(coder, { slot, distance, align }, length) {
    const found = coder.tree(slot, 64 * Math.min(length, 3), 6);
    if (found < 4) return found;
    const bits = (found >> 1) - 1;
    const base = (2 | (found & 1)) << bits;
    if (found < LONGEST_DISTANCE_SLOT) return base + coder.reverseTree(distance, base - found, bits);
    return base + (coder.direct(bits - 4) << 4) + coder.reverseTree(align, 0, 4);
  }

  /** A byte; after a match it is compared with the byte that would have gone on with it. */
  function readLiteral(coder, model, before, expected) {
    const from = 0x300 * (before >> (8 - LITERAL_CONTEXT_BITS));
    let symbol = 1;
    let compared = expected;
    while (compared !== null && symbol < 256) {
      const wanted = (compared >> 7) & 1;
      const bit = coder.bit(model, from + ((1 + wanted) << 8) + symbol);
      compared = wanted === bit ? compared << 1 : null;
      symbol = (symbol << 1) | bit;
    }
    while (symbol < 256) symbol = (symbol << 1) | coder.bit(model, from + symbol);
    return symbol & 255;
  }

  /** Moves the distance that is meant to the front of those last used. @returns {boolean} whether one byte is all */
  function chooseRepeated(coder, model, state, last) {
    if (!coder.bit(model.isRepG0, state)) return !coder.bit(model.isRep0Long, state);
    const which = coder.bit(model.isRepG1, state) ? 2 + coder.bit(model.isRepG2, state) : 1;
    last.unshift(...last.splice(which, 1));
    return false;
  }

  const afterLiteral = (state) => (state < 4 ? 0 : state - (state < 10 ? 3 : 6));

  /** @param {Uint8Array} bytes @param {number} size of what they unpack to @returns {Uint8Array} */
  function unlzma(bytes, size) {
    const coder = new RangeDecoder(bytes);
    const model = createModels();
    const out = new Uint8Array(size);
    const last = [0, 0, 0, 0];
    let state = 0;
    let at = 0;
    while (at < size) {
      if (!coder.bit(model.isMatch, state)) {
        out[at] = readLiteral(coder, model.literal, at ? out[at - 1] : 0, state < 7 ? null : out[at - last[0] - 1]);
        at += 1;
        state = afterLiteral(state);
        continue;
      }
      let count = 1;
      const free = state < 7;
      if (!coder.bit(model.isRep, state)) {
        const length = readLength(coder, model.length);
        last.unshift(readDistance(coder, model, length));
        last.pop();
        count = length + 2;
        state = free ? 7 : 10;
      } else if (chooseRepeated(coder, model, state, last)) {
        state = free ? 9 : 11;
      } else {
        count = readLength(coder, model.repLength) + 2;
        state = free ? 8 : 11;
      }
      for (const end = at + count; at < end; at += 1) out[at] = out[at - last[0] - 1];
    }
    return out;
  }

  mapgen.unlzma = unlzma;
})();
