// Judges the built site with lighthouse, on a phone and on a desktop: of five runs the median of each
// score, which has to be 95 at least. Nothing else should run on the machine meanwhile.
//
//     npm run lighthouse            the pages below
//     npm run lighthouse -- /codes/ others

import { chromiumFlags, chromiumPath } from '@token04/test-kit/chromium';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import { serveSite } from './serve.mjs';

const RUNS = 5;
const LEAST = 95;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** One of each kind. */
const PAGES = ['/', '/zh-CN/', '/why-is-my-token-refused', '/codes/1102016'];

const given = process.argv.slice(2);
const { url, close } = await serveSite();
let missed = 0;
try {
  for (const page of given.length > 0 ? given : PAGES) {
    for (const [device, config] of [
      ['phone', undefined],
      ['desktop', desktop],
    ]) {
      const scores = await medians(url + page, config);
      const low = CATEGORIES.filter((name) => scores[name] < LEAST);
      missed += low.length;
      const text = CATEGORIES.map((name) => `${name} ${scores[name]}`).join(', ');
      console.log(`${low.length === 0 ? '✓' : '✗'} ${page} on a ${device}: ${text}`);
    }
  }
} finally {
  await close();
}
process.exitCode = missed === 0 ? 0 : 1;

/** The median of each score, from 0 to 100. */
async function medians(address, config) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await scoresOf(address, config));
  return Object.fromEntries(
    CATEGORIES.map((name) => {
      const sorted = runs.map((scores) => scores[name]).sort((a, b) => a - b);
      return [name, sorted[(RUNS - 1) / 2]];
    }),
  );
}

/** In a browser of its own, which has nothing stored. */
async function scoresOf(address, config) {
  const chrome = await launch({
    chromePath: chromiumPath,
    chromeFlags: ['--headless', '--no-sandbox', ...chromiumFlags],
    logLevel: 'error',
  });
  try {
    const options = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' };
    const { lhr } = await lighthouse(address, options, config);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return Object.fromEntries(
      CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]),
    );
  } finally {
    chrome.kill();
  }
}
