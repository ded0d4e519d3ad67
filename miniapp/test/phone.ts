/** A phone of the play: the compiled package in the host, with steps as a person would take them. */
import path from 'node:path';
import { type Day, msOf, startOf } from '@yimatong/shared/core/day';
import { dayIn } from '@yimatong/shared/core/say';
import { aDocumentNumber, codeSentTo } from '../../functions/test/actors';
import { now, setClock } from '../../functions/src/core/clock';
import type { World } from '../../functions/test/world';
import { type Host, createHost, until } from './host/host';
import { type HttpRequest, type Network, overHttp, type PhoneFile } from './host/platform';
import { textOfPicture } from './qr';

export type Target = 'weapp' | 'alipay';

/** One clock for the server and, but for what they are off, the phones. It runs: ids made later sort later. */
let ahead = 0;
export const itIsMorningOf = (day: Day): void => {
  ahead = msOf(startOf(day)) + 8.5 * 3_600_000 - Date.now();
  setClock(() => Date.now() + ahead);
};
export const later = (ms: number): void => {
  ahead += ms;
};

export interface PhoneOptions {
  target: Target;
  world: World;
  /** Whose WeChat or Alipay is on it; without one the platform refuses to say. */
  owner?: string;
  /** What it remembers from before. */
  storage?: Record<string, unknown>;
  online?: boolean;
  /** The poster that was scanned outside the product, by its ordinary link. */
  link?: string;
  where?: { latitude: number; longitude: number };
  /** Whether its owner agrees to a message later; they do. */
  agrees?: boolean;
  /** How far its clock is wrong. */
  offMs?: number;
  harsh?: boolean;
}

/** Keeps what goes over the network, and may lose an answer on its way back. */
function lineTo(world: World) {
  const reach = overHttp(world.url);
  const sent: string[] = [];
  const lost = new Set<string>();
  const nameOf = ({ method, url }: HttpRequest): string => `${method} ${new URL(url).pathname}`;
  let underWay = 0;
  const network: Network = async (request) => {
    const name = nameOf(request);
    sent.push(name);
    underWay += 1;
    try {
      const reply = await reach(request);
      if (lost.delete(name)) throw new Error('the answer was lost');
      return reply;
    } finally {
      underWay -= 1;
    }
  };
  return { network, sent, lost, isQuiet: () => underWay === 0 };
}

let codes = 0;

export type Phone = ReturnType<typeof aPhone>;

/** Starts the app. */
export function aPhone({ target, world, owner, link, offMs = 0, ...options }: PhoneOptions) {
  const { network, sent, lost, isQuiet } = lineTo(world);
  const scans: string[] = [];
  const dates: string[] = [];
  const files: PhoneFile[] = [];
  const complaints: unknown[][] = [];
  const complain = (...given: unknown[]): void => void complaints.push(given);
  const host: Host = createHost(path.resolve(__dirname, '../dist', target), {
    ...options,
    network,
    scans,
    dates,
    files,
    clock: () => msOf(now()) + offMs,
    console: { ...console, error: complain, warn: complain },
    ...(owner !== undefined && { loginCode: () => `${owner}.${(codes += 1)}` }),
  });
  // WeChat opens the page that is entered for such links; Alipay tells the app.
  if (link === undefined) host.launch();
  else if (target === 'weapp')
    host.launch(`arrive/pages/arrive?q=${encodeURIComponent(encodeURIComponent(link))}`);
  else host.launch(undefined, { qrCode: encodeURIComponent(link) });

  const sees = (text: string) =>
    until(() => host.text().includes(text)).catch(() => {
      throw new Error(`“${text}” is not on ${host.page()}: ${host.text()}`);
    });
  const finds = (selector: string) =>
    until(() => host.has(selector)).catch(() => {
      throw new Error(`no ${selector} on ${host.page()}: ${host.text()}`);
    });
  const tap = async (selector: string) => {
    await finds(selector);
    host.tap(selector);
  };
  const type = async (selector: string, text: string) => {
    await finds(selector);
    host.input(selector, text);
    await until(() => host.property(selector, 'value') === text);
  };
  const isOn = (page: string) =>
    until(() => host.page() === page).catch(() => {
      throw new Error(`not on ${page} but on ${host.page()}: ${host.text()}`);
    });
  const toTab = async (page: string) => {
    host.switchTab(page);
    await isOn(page);
  };

  return {
    ...host,
    sees,
    finds,
    tap,
    type,
    isOn,
    toTab,
    /** How often a request went out, answered or not. */
    sent: (name: string): number => sent.filter((one) => one === name).length,
    /** The server does it, and its answer never arrives. */
    losesAnswerOf: (name: string): void => void lost.add(name),
    /** Rendering errors, templates that the compiler did not take, and whatever was written to the console. */
    mistakes: (): unknown[] => [...host.errors, ...host.templateMistakes, ...complaints],
    remembers: (): Record<string, unknown> => Object.fromEntries(host.storage),
    /** Titles of the bar above the page, oldest first. */
    titles: (): unknown[] =>
      host.calls
        .filter(([name]) => name === 'setNavigationBarTitle' || name === 'setNavigationBar')
        .map(([, given]) => (given as { title?: unknown }).title),
    qrText: (): Promise<string> => textOfPicture(host.property('.qr', 'src')),

    /** From any page that leads to it. */
    async signsIn(number: string) {
      await isOn('account/pages/login');
      await type('#phone', number);
      await tap('#send-code');
      await finds('#code'); // an older code may lie in the outbox until then
      await type('#code', codeSentTo(number));
      await tap('#sign-in');
    },
    async fillsInDetails(name: string) {
      await isOn('account/more/details');
      await type('#name', name);
      await type('#document-number', aDocumentNumber());
      await picksArea();
      await type('#address-detail', '虚构路 1 号');
      await tap('#save-details');
    },
    /** Nothing is under way: an answer across a change of the clock would teach the phone a wrong one. */
    isQuiet: () => until(isQuiet),
    async checksIn(symptom: string) {
      await toTab('declaration/pages/daily');
      await type('#temperature', '36.6');
      await tap(`#symptoms-${symptom}`);
      await tap('#condition-well');
      await tap('#check-in');
      await finds('#receipt');
    },
    picksArea,
    /** What is chosen when photos or a file are asked for next. */
    files,
    /** On the client's own wheel: WeChat has it as an element, Alipay as a call. */
    async picksDay(selector: string, day: Day) {
      await finds(selector);
      if (target === 'weapp') host.fire(selector, 'change', { value: day });
      else {
        dates.push(day);
        host.tap(selector);
      }
      const { zh } = dayIn(day);
      await until(() => host.textOf(selector).includes(zh));
    },
    /** Holds the camera over a code. */
    async scans(text: string) {
      scans.push(text);
      await tap('#scan');
      await isOn('pass/desk/result');
    },
    /** What the scanner reads next, when it opens by itself. */
    nextScan: (text: string): void => void scans.push(text),
    /** Who judged what was scanned: `联网核验`, `没有网络，按 …`. */
    isChecked: (by: string) => until(() => host.textOf('.verdict__by').startsWith(by)),
  };

  async function picksArea() {
    await tap('#address-area');
    await tap('#address-area-460108');
    await tap('#address-area-460108001');
    await until(() => host.textOf('#address-area').includes('美兰区'));
  }
}
