/**
 * Draws what must be a file: the tab bar's PNG icons (81 px, both platforms' size) and the three sounds of a verdict.
 * Run by hand after a change, `node miniapp/scripts/draw-assets.mjs`; the results are committed.
 */
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const core = new URL('../src/core/', import.meta.url);

const icons = {
  code: '<path d="M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h2v2h-2zM19 14v2M14 19h2M19 19v0"/>',
  daily:
    '<rect x="4.5" y="5.5" width="15" height="14" rx="2"/><path d="M8 3.5v4M16 3.5v4M8.5 13l2.5 2.5 4.5-4.5"/>',
  gate: '<path d="M4 8.5V6a2 2 0 0 1 2-2h2.5M15.500 4H18a2 2 0 0 1 2 2v2.500M20 15.500V18a2 2 0 0 1-2 2h-2.500M8.500 20H6a2 2 0 0 1-2-2v-2.500M4 12h16"/>',
  me: '<circle cx="12" cy="8.5" r="4"/><path d="M4.500 20c.8-4 3.700-6 7.500-6s6.700 2 7.500 6"/>',
};
const colours = { '': '#55636F', '-on': '#0A5FB4' };

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 81, height: 81 } });
for (const [name, lines] of Object.entries(icons)) {
  for (const [suffix, colour] of Object.entries(colours)) {
    await page.setContent(
      `<body style="margin:0"><svg width="81" height="81" viewBox="0 0 24 24" fill="none" stroke="${colour}"` +
        ` stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${lines}</svg>`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(new URL(`icons/${name}${suffix}.png`, core), png);
  }
}
await browser.close();

/** Hertz and milliseconds of each tone; 0 Hz is silence. Told apart without looking: up, twice low, three even. */
const sounds = {
  pass: [
    [880, 90],
    [1320, 160],
  ],
  stop: [
    [330, 220],
    [0, 80],
    [330, 320],
  ],
  problem: [
    [660, 90],
    [0, 70],
    [660, 90],
    [0, 70],
    [660, 90],
  ],
};
const RATE = 8000;

for (const [name, tones] of Object.entries(sounds)) {
  const samples = tones.flatMap(([hertz, ms]) => {
    const count = Math.round((RATE * ms) / 1000);
    return Array.from({ length: count }, (_, i) => {
      const edge = Math.min(1, i / 60, (count - i) / 60); // no click at the ends
      return Math.round(
        128 + (hertz === 0 ? 0 : 96 * edge * Math.sin((2 * Math.PI * hertz * i) / RATE)),
      );
    });
  });
  writeFileSync(new URL(`sounds/${name}.wav`, core), wav(samples));
}

/** Eight bits, one channel. */
function wav(samples) {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, Buffer.from(samples)]);
}
