/**
 * Reads bzip2 (https://sourceware.org/bzip2/): texts are a seventh smaller so than deflated, which every browser
 * inflates by itself. One stream, as Python's `bz2` writes it.
 */

const BLOCK = 0x314159265359; // begins each block
const END = 0x177245385090; // stands in the place of a further one
const LONGEST = 20; // bits of a code
const GROUP = 50; // symbols of one table
const RUN = 4; // the byte after so many alike says how many more there are

/** @param {string} what @returns {never} */
function refuse(what) {
  throw new RangeError(`bzip2: ${what}`);
}

/**
 * @param {Uint8Array} bytes
 * @returns {(count: number) => number} the next bits, at most 24, the first of them highest
 */
function bitsOf(bytes) {
  let [at, held, have] = [0, 0, 0];
  return (count) => {
    while (have < count) {
      if (at === bytes.length) refuse("it ends too early");
      held = (held << 8) | bytes[at++];
      have += 8;
    }
    have -= count;
    const found = held >>> have;
    held &= (1 << have) - 1;
    return found;
  };
}

/** @typedef {ReturnType<typeof bitsOf>} Bits */

/** @param {Bits} bits @returns {number} whether a block follows or the end: 48 bits */
const readMark = (bits) => bits(24) * 2 ** 24 + bits(24);

/** @param {Bits} bits @returns {number} */
const readCrc = (bits) => ((bits(16) << 16) | bits(16)) >>> 0;

/** @param {Bits} bits @returns {number[]} the bytes that a block has, in their order */
function readUsed(bits) {
  const used = [];
  const groups = bits(16);
  for (let group = 0; group < 16; group += 1) {
    const inGroup = groups & (0x8000 >> group) ? bits(16) : 0;
    for (let i = 0; i < 16; i += 1) if (inGroup & (0x8000 >> i)) used.push(group * 16 + i);
  }
  return used;
}

/** Take a value out of a list and put it first. @param {number[]} list @param {number} at */
function moveToFront(list, at) {
  const value = list[at];
  for (let i = at; i > 0; i -= 1) list[i] = list[i - 1];
  list[0] = value;
  return value;
}

/** @param {Bits} bits @param {number} tables how many there are @returns {number[]} which one each group has */
function readSelectors(bits, tables) {
  const recent = Array.from({ length: tables }, (_, table) => table);
  return Array.from({ length: bits(15) }, () => {
    let at = 0;
    while (bits(1)) if (++at >= tables) refuse("no such table");
    return moveToFront(recent, at);
  });
}

/** @param {Bits} bits @param {number} symbols @returns {number[]} the length of the code of each */
function readLengths(bits, symbols) {
  let length = bits(5);
  return Array.from({ length: symbols }, () => {
    while (bits(1)) length += bits(1) ? -1 : 1;
    if (length < 1 || length > LONGEST) refuse("no such length");
    return length;
  });
}

/** A canonical code. @param {number[]} lengths @returns {(bits: Bits) => number} reads a symbol */
function codeOf(lengths) {
  const [limits, offsets] = [new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1)];
  /** @type {number[]} */
  const symbols = [];
  for (let length = 1, code = 0; length <= LONGEST; length += 1) {
    code <<= 1;
    offsets[length] = symbols.length - code;
    lengths.forEach((each, symbol) => each === length && symbols.push(symbol));
    limits[length] = code = symbols.length - offsets[length];
  }
  return (bits) => {
    for (let length = 1, code = 0; length <= LONGEST; length += 1) {
      code = (code << 1) | bits(1);
      if (code < limits[length]) return symbols[code + offsets[length]];
    }
    return refuse("no such code");
  };
}

/** @param {Bits} bits @param {number} symbols @returns {() => number} the next symbol */
function readTables(bits, symbols) {
  const count = bits(3);
  const selectors = readSelectors(bits, count);
  const tables = Array.from({ length: count }, () => codeOf(readLengths(bits, symbols)));
  let read = 0;
  return () => {
    const table = tables[selectors[Math.floor(read / GROUP)]] ?? refuse("too few tables");
    read += 1;
    return table(bits);
  };
}

/**
 * @param {Bits} bits @param {Uint32Array} room for the bytes of a block
 * @returns {number} how many there are; each stands in the lowest eight bits of its number
 */
function readColumn(bits, room) {
  const recent = readUsed(bits);
  const end = recent.length + 1;
  const next = readTables(bits, end + 1);
  let count = 0;
  for (let symbol = next(), worth = 1; symbol !== end; symbol = next()) {
    const isRun = symbol < 2; // a digit of how often the most recent byte follows, 1 or 2, the lowest first
    const times = isRun ? worth << symbol : 1;
    worth = isRun ? worth << 1 : 1;
    const byte = isRun ? recent[0] : moveToFront(recent, symbol - 1);
    if (times < 1 || count + times > room.length) refuse("too long");
    room.fill(byte, count, count + times);
    count += times;
  }
  return count;
}

/** The inverse of the Burrows-Wheeler transform. @param {Uint32Array} column @param {number} origin of the text */
function untransform(column, origin) {
  const { length } = column;
  if (origin >= length) refuse("it begins nowhere");
  const starts = new Uint32Array(257);
  for (let i = 0; i < length; i += 1) starts[column[i] + 1] += 1;
  for (let byte = 0; byte < 256; byte += 1) starts[byte + 1] += starts[byte];
  for (let i = 0; i < length; i += 1) column[starts[column[i] & 0xff]++] |= i << 8;
  const text = new Uint8Array(length);
  for (let i = 0, at = column[origin] >>> 8; i < length; i += 1) {
    text[i] = column[at];
    at = column[at] >>> 8;
  }
  return text;
}

/** @param {Uint8Array} bytes in which a count follows four that are alike @returns {Uint8Array} without counts */
function expand(bytes) {
  /** @type {number[]} */
  const counts = []; // where they stand
  let { length } = bytes;
  for (let i = 1, alike = 1; i < bytes.length; i += 1) {
    if (alike === RUN) {
      counts.push(i);
      length += bytes[i] - 1;
      alike = 0;
    } else alike = alike && bytes[i] === bytes[i - 1] ? alike + 1 : 1;
  }
  if (!counts.length) return bytes;
  const found = new Uint8Array(length);
  let [from, at] = [0, 0];
  for (const count of counts) {
    found.set(bytes.subarray(from, count), at);
    at += count - from;
    found.fill(bytes[count - 1], at, (at += bytes[count]));
    from = count + 1;
  }
  found.set(bytes.subarray(from), at);
  return found;
}

/** @param {Uint8Array} bytes */
function crcOf(bytes) {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte << 24;
    for (let i = 0; i < 8; i += 1) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
    return crc;
  });
  let crc = -1;
  for (let i = 0; i < bytes.length; i += 1) crc = (crc << 8) ^ table[(crc >>> 24) ^ bytes[i]];
  return ~crc >>> 0;
}

/** @param {Uint8Array[]} blocks */
function joined(blocks) {
  const whole = new Uint8Array(blocks.reduce((length, block) => length + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}

/** @param {Bits} bits behind the mark of a block @param {number} most bytes that it may have */
function readBlock(bits, most) {
  const crc = readCrc(bits);
  if (bits(1)) refuse("made before version 0.9.5");
  const origin = bits(24);
  const room = new Uint32Array(most);
  const count = readColumn(bits, room);
  const block = expand(untransform(room.subarray(0, count), origin));
  if (crcOf(block) !== crc) refuse("damaged");
  return block;
}

/** @param {Uint8Array} packed @returns {Uint8Array} what was packed */
export function bunzip(packed) {
  const bits = bitsOf(packed);
  if (bits(24) !== 0x425a68) refuse("it is something else"); // BZh
  const most = (bits(8) - 0x30) * 100_000;
  const blocks = [];
  for (let mark = readMark(bits); mark !== END; mark = readMark(bits)) {
    if (mark !== BLOCK) refuse("damaged");
    blocks.push(readBlock(bits, most));
  }
  return joined(blocks);
}
