/** A phone of the play: a page of Chromium at a phone's size, with steps as a person would take them. */
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';
import { film } from './film';

const TAB_BAR = 56;
const PHONE = { width: 375, height: 812 };
const WIDE = { width: 1280, height: 800 };
const screenshots = path.resolve(__dirname, '../../docs/screenshots');

/** Flags that keep Chromium from looking for the outside world, and a camera that plays `video`. */
export const aBrowser = (video?: string): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(video
        ? [
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${video}`,
          ]
        : []),
    ],
  });

export interface Phone {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page, that nobody saw. */
  readonly errors: string[];
}

export async function aPhone(browser: Browser, url: string, { wide = false } = {}): Promise<Phone> {
  const context = await browser.newContext({
    viewport: wide ? WIDE : PHONE,
    deviceScaleFactor: 2,
    hasTouch: !wide,
    locale: 'zh-CN',
    permissions: ['camera'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  return { page, context, errors };
}

/** Sets the phone's clock (ms since 1970) and opens the product anew, as one does in the morning. */
export async function opensAt({ page, context }: Phone, ms: number): Promise<void> {
  await context.addInitScript((time) => {
    const skew = time - performance.timeOrigin;
    const Real = Date;
    class Shifted extends Real {
      constructor(...given: [] | [string | number]) {
        super(given.length === 0 ? Shifted.now() : given[0]);
      }
      static override now(): number {
        return performance.timeOrigin + performance.now() + skew;
      }
    }
    globalThis.Date = Shifted as DateConstructor;
  }, ms);
  await page.reload();
}

/** Into docs/screenshots, once the page has come to rest; a `whole` page on a phone as long as the page. */
export async function pictured({ page }: Phone, name: string, whole = false): Promise<void> {
  const phone = page.viewportSize() ?? PHONE;
  if (whole) {
    const height = await page.evaluate(() => {
      const pages = Array.from(document.querySelectorAll('.ui-page'));
      for (const one of document.querySelectorAll('*')) one.scrollTop = 0;
      // The page on top is the last; one left just now may still be sliding away before it.
      return pages.map((one) => one.scrollHeight).findLast((height) => height > 0) ?? 0;
    });
    await page.setViewportSize({ ...phone, height: Math.max(phone.height, height + TAB_BAR) });
  }
  await page.waitForTimeout(350);
  await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  await page.setViewportSize(phone);
}

/** Films the QR as it is rendered on another phone's screen: its pixels, not its text. */
export async function filmOf({ page }: Phone, file: string): Promise<void> {
  const pixels = await page
    .locator('#qr img')
    .first()
    .evaluate(async (image) => {
      const picture = image as HTMLImageElement;
      await picture.decode();
      const side = 410;
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = side;
      const brush = canvas.getContext('2d')!;
      brush.imageSmoothingEnabled = false;
      brush.drawImage(picture, 0, 0, side, side);
      const { data } = brush.getImageData(0, 0, side, side);
      return { side, light: Array.from({ length: side * side }, (_, i) => data[i * 4]!) };
    });
  film(file, [{ seconds: 2, picture: pixels }]);
}

/** What a person sees of it: pages below the one on top stay in the document, hidden, or still sliding away. */
const inSight = ({ page }: Phone, selector: string): Locator =>
  page.locator(selector).filter({ visible: true }).last();

export const tap = (phone: Phone, selector: string): Promise<void> =>
  telling(phone, inSight(phone, selector).click());
export const type = (phone: Phone, selector: string, text: string): Promise<void> =>
  telling(phone, inSight(phone, selector).fill(text));
export const shown = (phone: Phone, selector: string): Promise<void> =>
  telling(phone, inSight(phone, selector).waitFor());
export const isShown = (phone: Phone, selector: string): Promise<boolean> =>
  inSight(phone, selector).isVisible();
export const sees = (phone: Phone, text: string | RegExp): Promise<void> =>
  telling(phone, phone.page.getByText(text).filter({ visible: true }).first().waitFor());
export const seesNoMore = (phone: Phone, text: string): Promise<void> =>
  telling(
    phone,
    phone.page.getByText(text).filter({ visible: true }).first().waitFor({ state: 'detached' }),
  );
export const toTab = (phone: Phone, name: string): Promise<void> =>
  telling(
    phone,
    phone.page
      .locator('.weui-tabbar__item, .taro-tabbar__tabbar-item')
      .filter({ hasText: name, visible: true })
      .first()
      .click(),
  );

/** A step that fails says what was on the screen. */
async function telling(phone: Phone, step: Promise<void>): Promise<void> {
  try {
    await step;
  } catch (error) {
    const seen = await phone.page.evaluate(() => document.body.innerText);
    throw new Error(
      `${(error as Error).message}\nAt ${phone.page.url()} the screen says:\n${seen}`,
      { cause: error },
    );
  }
}
