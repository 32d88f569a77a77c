// Preloaded into a server that start.mjs starts: lets the parent look at its memory and its
// processor time, and set its clock. Timers do not follow the clock, as with a real one that is set.
let shift = 0;
const RealDate = Date;
globalThis.Date = class ShiftedDate extends RealDate {
  static now() {
    return RealDate.now() + shift;
  }

  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() + shift] : parts));
  }
};

const answers = {
  processorTime() {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  async memory() {
    globalThis.gc();
    // What the first round leaves to finalizers, the second collects.
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc();
    const { heapUsed, rss } = process.memoryUsage();
    return { heap: heapUsed, rss, peak: process.resourceUsage().maxRSS * 1024 };
  },
  shiftClock({ seconds }) {
    shift = seconds * 1000;
    return Date.now();
  },
};

process.on('message', async (question) => process.send(await answers[question.op](question)));
// The server decides when the process ends.
process.channel.unref();
