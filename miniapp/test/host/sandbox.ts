/** Where the app's JavaScript runs: no DOM, no `eval`, no `new Function`, modules by `require` within the package. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { Platform } from './platform';

/** In `harsh` mode what old or strict clients lack is missing too. */
const MISSING = [
  'window',
  'document',
  'WebAssembly',
  'structuredClone',
  'TextEncoder',
  'URL',
  'crypto',
  'fetch',
];
const MISSING_HARSH = ['globalThis', 'BigInt', 'AbortController', 'queueMicrotask'];

/** Names that both clients hand to every module, most of them as undefined. */
const HIDDEN = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'localStorage',
  'history',
  'Caches',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'XMLHttpRequest',
  'WebSocket',
];

/** What a module is given to register itself: `App`, `Page`, `Component` … */
export type Registrars = Record<string, unknown>;

export interface Sandbox {
  /** Runs a module of the package once, `app.js` for example. */
  load: (file: string) => unknown;
  /** Ends every timer, so that a test can end. */
  stop: () => void;
}

export function sandboxOf(options: {
  dist: string;
  platform: Platform;
  api: object;
  harsh: boolean;
  console: Console;
  /** The device's clock, ms since 1970. */
  clock: () => number;
  /** Called with the module's path without ending; runs it with what it may register. */
  within: (id: string, run: (registrars: Registrars) => void) => void;
}): Sandbox {
  const { dist, platform, api, harsh, within } = options;
  const timers = trackedTimers();
  const global =
    platform === 'weapp'
      ? { wx: api }
      : { my: api, navigator: { swuserAgent: 'AlipayClient/10.5.90' } };
  const context = vm.createContext(
    { ...global, ...timers.functions, console: options.console, deviceTime: options.clock },
    { codeGeneration: { strings: false, wasm: false } },
  );
  vm.runInContext(DEVICE_DATE, context);
  const missing = [...MISSING, ...(harsh ? MISSING_HARSH : [])];
  for (const name of missing) vm.runInContext(`delete this.${name}`, context);
  if (harsh) vm.runInContext(WECHAT_FUNCTION, context);
  const hidden = [
    ...HIDDEN,
    ...(platform === 'weapp' ? ['navigator'] : []),
    ...(harsh || platform === 'alipay' ? ['globalThis'] : []),
  ];

  const modules = new Map<string, { exports: unknown }>();
  function load(file: string): unknown {
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    within(file.replace(/\.js$/, ''), (registrars) => {
      const given: Registrars = {
        require: requireFrom(file),
        module,
        exports: module.exports,
        ...registrars,
      };
      const names = [...Object.keys(given), ...hidden];
      const run = vm.compileFunction(readFileSync(path.join(dist, file), 'utf8'), names, {
        // No path of a file: jest would print the whole line of the minified source.
        filename: `package:${platform}/${file}`,
        parsingContext: context,
      });
      run(...Object.values(given));
    });
    return module.exports;
  }
  const requireFrom = (file: string) => (request: string) =>
    load(withJs(path.posix.join(path.posix.dirname(file), request)));

  return { load, stop: timers.stop };
}

const withJs = (file: string): string => (file.endsWith('.js') ? file : `${file}.js`);

/** `Date` by the clock that the test moves. */
const DEVICE_DATE = `Date = (function (Real, now) {
  function Date(...given) {
    return new.target === undefined
      ? new Real(now()).toString()
      : Reflect.construct(Real, given.length === 0 ? [now()] : given, new.target);
  }
  Object.assign(Date, { now: () => now(), parse: Real.parse, UTC: Real.UTC, prototype: Real.prototype });
  return Date;
})(Date, deviceTime); delete this.deviceTime`;

/** WeChat's `Function` makes functions that do nothing. */
const WECHAT_FUNCTION = `Function = (function (real) {
  function Function() { return function () {}; }
  Function.prototype = real.prototype;
  return Function;
})(Function)`;

function trackedTimers() {
  const running = new Set<NodeJS.Timeout>();
  const track = (timer: NodeJS.Timeout) => {
    running.add(timer);
    return timer.unref(); // a test that failed before `close` still ends
  };
  return {
    functions: {
      setTimeout: (run: () => void, ms?: number) => track(setTimeout(run, ms)),
      setInterval: (run: () => void, ms?: number) => track(setInterval(run, ms)),
      clearTimeout,
      clearInterval,
    },
    stop: () => running.forEach((timer) => clearTimeout(timer)),
  };
}
