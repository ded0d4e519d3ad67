/**
 * Runs a compiled WeChat or Alipay package in Node. glass-easel, WeChat's own open component framework, renders the
 * real templates into jsdom; the app's JavaScript runs in a context without DOM. Alipay's templates are rewritten first:
 * that tests our code there, not Alipay's renderer.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as GlassEasel from 'glass-easel';
import { JSDOM } from 'jsdom';
import { registerBuiltIn } from './built-in';
import { type Network, type PhoneFile, type Platform, platformOf } from './platform';
import { type Sandbox, sandboxOf } from './sandbox';
import { filesOf, templatesOf } from './templates';

export interface HostOptions {
  /** Answers every request; without it there is no network. */
  network?: Network;
  /** What the scanner reads, one after another. Tests may push more. */
  scans?: (string | undefined)[];
  /** What is picked on Alipay's wheel of dates. Tests may push more. */
  dates?: string[];
  /** What is chosen when photos or a file are asked for. Tests may push more. */
  files?: PhoneFile[];
  /** Makes the codes of the platform's login; without it the platform refuses. */
  loginCode?: () => string;
  /** Whether the person agrees to a message later; they do. */
  agrees?: boolean;
  /** Where the phone is; without it the person refuses to say. */
  where?: { latitude: number; longitude: number };
  /** Whether there is a network at the start: yes, unless told. */
  online?: boolean;
  /** The device's clock, ms since 1970: the real one, unless told. */
  clock?: () => number;
  /** What the device remembers from before. */
  storage?: Record<string, unknown>;
  /** Takes away what old or strict clients lack: `globalThis`, `BigInt`, `Function`, `AbortController`. */
  harsh?: boolean;
  console?: Console;
}

type Life = Partial<
  Record<'onLoad' | 'onReady' | 'onShow' | 'onHide' | 'onUnload' | 'onPullDownRefresh', LifeCall>
>;
type LifeCall = (this: unknown, given?: unknown) => unknown;
type PageDefinition = Record<string, unknown> & Life;
interface OpenPage {
  id: string;
  definition: PageDefinition;
  instance: object;
  root: {
    attach: (host: Element, placeholder: Element) => void;
    release: () => void;
    getComponent: () => Shadowed;
  };
  element: HTMLElement;
}
interface Shadowed {
  shadowRoot: { querySelector: (selector: string) => unknown };
}
interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  tabBar?: { list?: { pagePath: string }[]; items?: { pagePath: string }[] };
}

export type Host = ReturnType<typeof createHost>;

/** glass-easel wants a document when it is loaded: one for all hosts of a test file. */
const dom = new JSDOM('<!doctype html><body></body>', {
  pretendToBeVisual: true,
  url: 'http://localhost/',
});
const { document } = dom.window;
for (const name of ['Element', 'Node', 'HTMLElement', 'MutationObserver', 'Event'] as const) {
  (globalThis as Record<string, unknown>)[name] = dom.window[name];
}
Object.assign(globalThis, { window: dom.window, document });
/* eslint-disable @typescript-eslint/no-require-imports -- after the document, not before */
const glassEasel = require('glass-easel') as typeof GlassEasel;
const { MiniProgramEnv } = require('glass-easel-miniprogram-adapter') as {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its types fit no use outside a component
  MiniProgramEnv: new () => any;
};
/* eslint-enable @typescript-eslint/no-require-imports */

/** Attributes that are absent arrive as undefined and are told of each time: nothing to act on. */
glassEasel.addGlobalWarningListener(() => false);

const BUBBLES = new Set(['tap', 'longpress', 'touchstart', 'touchmove', 'touchend', 'touchcancel']);

export function createHost(dist: string, options: HostOptions = {}) {
  const platform: Platform = existsSync(path.join(dist, 'app.wxss')) ? 'weapp' : 'alipay';
  const appJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
  const known = knownPages(appJson);
  const tabs = (appJson.tabBar?.list ?? appJson.tabBar?.items ?? []).map(
    ({ pagePath }) => pagePath,
  );

  const errors: unknown[] = [];
  glassEasel.addGlobalErrorListener((error: unknown) => {
    errors.push(error);
    return false;
  });
  const { space, backend, mistakes } = spaceOf(dist);

  const stack: OpenPage[] = [];
  /** Tab pages stay when another tab comes to the front. */
  const keptTabs = new Map<string, OpenPage>();
  const definitions = new Map<string, PageDefinition>();
  let app: Record<string, unknown> = {};
  const current = (): OpenPage => {
    const top = stack.at(-1);
    if (top === undefined) throw new Error('no page is open');
    return top;
  };

  function open(url: string): void {
    const [id, query] = resolve(url, stack.at(-1)?.id);
    if (!known.includes(id)) throw new Error(`page not found: ${id}`);
    const before = stack.at(-1);
    if (before !== undefined) hide(before);
    const page = draw(id);
    stack.push(page);
    if (tabs.includes(id)) keptTabs.set(id, page);
    page.definition.onLoad?.call(page.instance, query);
    page.definition.onShow?.call(page.instance);
    page.definition.onReady?.call(page.instance);
  }
  function close(): void {
    const page = stack.pop();
    if (page === undefined) return;
    keptTabs.delete(page.id);
    page.definition.onUnload?.call(page.instance);
    page.root.release();
    page.element.remove();
  }
  function closeAll(): void {
    while (stack.length > 0) close();
    stack.push(...keptTabs.values());
    while (stack.length > 0) close();
  }
  function toTab(id: string): void {
    if (stack.at(-1)?.id === id) return;
    const inFront = stack.at(-1);
    while (stack.length > 0 && !tabs.includes(current().id)) close();
    const left = stack.pop();
    if (left !== undefined && left === inFront) hide(left);
    const kept = keptTabs.get(id);
    if (kept === undefined) {
      open(`/${id}`);
    } else {
      stack.push(kept);
      show(kept);
    }
  }
  function draw(id: string): OpenPage {
    const definition = definitions.get(id) ?? definePage(id);
    const root = backend.createRoot('page', space, id);
    const instance = root.get() as object;
    for (const [name, value] of Object.entries({ ...fieldsOf(definition), route: id })) {
      Object.defineProperty(instance, name, { value, configurable: true, writable: true });
    }
    const element = document.createElement('div');
    const placeholder = document.createElement('span');
    element.append(placeholder);
    document.body.append(element);
    root.attach(element, placeholder);
    return { id, definition, instance, root, element };
  }
  function definePage(id: string): PageDefinition {
    sandbox.load(`${id}.js`);
    const definition = definitions.get(id);
    if (definition === undefined) throw new Error(`${id} did not call Page()`);
    space.componentEnv(id, ({ Component }: { Component: (definition: object) => void }) =>
      Component({ data: definition['data'] ?? {}, methods: methodsOf(definition) }),
    );
    return definition;
  }

  const running = platformOf({
    platform,
    firstPage: appJson.pages[0]!,
    network: options.network ?? noNetwork,
    scans: options.scans ?? [],
    dates: options.dates ?? [],
    files: options.files ?? [],
    loginCode: options.loginCode,
    agrees: options.agrees ?? true,
    where: options.where,
    online: options.online ?? true,
    navigation: {
      navigateTo: open,
      redirectTo: (url) => {
        const absolute = `/${resolve(url, stack.at(-1)?.id)[0]}${url.includes('?') ? url.slice(url.indexOf('?')) : ''}`;
        close();
        open(absolute);
      },
      switchTab: (url) => {
        const [id] = resolve(url, stack.at(-1)?.id);
        if (!tabs.includes(id)) throw new Error(`not a tab page: ${url}`);
        toTab(id);
      },
      reLaunch: (url) => {
        closeAll();
        open(url);
      },
      navigateBack: (delta) => {
        if (stack.length < 2) throw new Error('cannot go back');
        for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) close();
        show(current());
      },
    },
  });
  for (const [key, value] of Object.entries(options.storage ?? {})) running.storage.set(key, value);

  const sandbox: Sandbox = sandboxOf({
    dist,
    platform,
    api: running.api,
    harsh: options.harsh ?? false,
    console: options.console ?? console,
    clock: options.clock ?? (() => Date.now()),
    within: (id, run) =>
      space.componentEnv(
        id,
        (own: { Component: (definition: object) => void; Behavior: unknown }) =>
          run({
            App: (definition: Record<string, unknown>) => {
              app = definition;
            },
            Page: (definition: PageDefinition) => void definitions.set(id, definition),
            Component: (definition: object) => own.Component(definition),
            Behavior: own.Behavior,
            getApp: () => app,
            getCurrentPages: () => stack.map(({ instance }) => instance),
          }),
      ),
  });

  const element = (selector: string): unknown => {
    const found = current().root.getComponent().shadowRoot.querySelector(selector);
    if (found === null || found === undefined)
      throw new Error(`no element ${selector} in: ${text()}`);
    return found;
  };
  /** Events are handed over as plain data, as the clients' view layer does. */
  const fire = (selector: string, event: string, detail: object = {}): void =>
    glassEasel.triggerEvent(element(selector) as never, event, JSON.parse(JSON.stringify(detail)), {
      bubbles: BUBBLES.has(event),
      composed: false,
    });
  const text = (): string => stack.at(-1)?.element.textContent ?? '';

  return {
    platform,
    /** Starts the app on its first page, or on another as from a link. */
    launch(first?: string, query: Record<string, string> = {}): void {
      sandbox.load('app.js');
      const start = { path: first ?? appJson.pages[0]!, query, scene: 1001 };
      for (const name of ['onLaunch', 'onShow'])
        (app[name] as LifeCall | undefined)?.call(app, start);
      open(`/${start.path}`);
    },
    /** What stands on the page in front. */
    text,
    html: (): string => current().element.innerHTML,
    page: (): string => current().id,
    has: (selector: string): boolean =>
      Boolean(stack.at(-1)?.root.getComponent().shadowRoot.querySelector(selector)),
    /** What stands in one element. */
    textOf: (selector: string): string =>
      (element(selector) as { $$: HTMLElement | null }).$$?.textContent ?? '',
    /** A property of a built-in component: the `value` of an input, the `src` of an image. */
    property: (selector: string, name: string): unknown =>
      (element(selector) as { data: Record<string, unknown> }).data[name],
    tap: (selector: string) => fire(selector, 'tap'),
    input: (selector: string, value: string) =>
      fire(selector, 'input', { value, cursor: value.length }),
    fire,
    /** Pulls the page down. */
    pullDown: () => current().definition.onPullDownRefresh?.call(current().instance),
    switchTab: (page: string) =>
      (running.api['switchTab'] as (given: object) => void)({ url: `/${page}` }),
    back: () => (running.api['navigateBack'] as (given: object) => void)({}),
    until,
    setOnline: running.setOnline,
    calls: running.calls,
    storage: running.storage,
    /** Errors of rendering, and templates that the compiler did not understand. */
    errors,
    templateMistakes: mistakes,
    close(): void {
      closeAll();
      sandbox.stop();
    },
  };
}

const noNetwork: Network = () => {
  throw new Error('no network in this test');
};

/** Waits for what `true` or any value that counts as true says; fails with the last error or with what it waited for. */
export async function until<T>(check: () => T | Promise<T>, ms = 10_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    let error: unknown;
    try {
      const value = await check();
      if (value) return value;
    } catch (thrown) {
      error = thrown;
    }
    if (performance.now() > end) throw error ?? new Error(`waited ${ms} ms for ${String(check)}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** The package's components in a space of their own, with the built-in ones. */
function spaceOf(dist: string) {
  const env = new MiniProgramEnv();
  const builtInSpace = env.getGlobalCodeSpace().getComponentSpace();
  const space = env.createCodeSpace('', true);
  registerBuiltIn(
    (name) => builtInSpace.define(name),
    (name, component) => space.getComponentSpace().setGlobalUsingComponent(name, component),
  );
  const { templates, mistakes } = templatesOf(dist);
  for (const [id, content] of Object.entries(templates)) {
    space.addCompiledTemplate(id, { groupList: templates, content });
  }
  for (const file of filesOf(dist).filter((one) => one.endsWith('.json'))) {
    const id = file.slice(0, -'.json'.length);
    if (templates[id] !== undefined) {
      space.addComponentStaticConfig(id, JSON.parse(readFileSync(path.join(dist, file), 'utf8')));
    }
  }
  const backend = env.associateBackend(new glassEasel.CurrentWindowBackendContext());
  return { space, backend, mistakes };
}

const knownPages = ({ pages, subPackages, subpackages }: AppJson): string[] => [
  ...pages,
  ...(subPackages ?? subpackages ?? []).flatMap(({ root, pages: inside }) =>
    inside.map((page) => path.posix.join(root, page)),
  ),
];

/** Path without the leading slash, and the query as an object; relative to the page in front. */
function resolve(url: string, from = ''): [string, Record<string, string>] {
  const [place = '', query = ''] = url.split('?');
  const absolute = place.startsWith('/')
    ? place.slice(1)
    : path.posix.join(path.posix.dirname(from), place);
  return [absolute, Object.fromEntries(new URLSearchParams(query))];
}

function hide({ definition, instance, element }: OpenPage): void {
  element.style.display = 'none';
  definition.onHide?.call(instance);
}

function show({ definition, instance, element }: OpenPage): void {
  element.style.display = '';
  definition.onShow?.call(instance);
}

const methodsOf = (definition: PageDefinition): Record<string, unknown> =>
  Object.fromEntries(Object.entries(definition).filter(([, value]) => typeof value === 'function'));

const fieldsOf = (definition: PageDefinition): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(definition).filter(
      ([name, value]) => typeof value !== 'function' && name !== 'data',
    ),
  );
