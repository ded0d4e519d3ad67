/** `wx` and `my`: storage, pages, network and scanner as the tests want them. Everything asked for is recorded. */

export type Platform = 'weapp' | 'alipay';

export interface HttpRequest {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: unknown;
}
export interface HttpReply {
  statusCode: number;
  header?: Record<string, string>;
  data?: unknown;
}
/** Throw to play a network that fails. */
export type Network = (request: HttpRequest) => Promise<HttpReply> | HttpReply;

export interface Navigation {
  navigateTo: (url: string) => void;
  redirectTo: (url: string) => void;
  switchTab: (url: string) => void;
  reLaunch: (url: string) => void;
  navigateBack: (delta: number) => void;
}

/** A file on the phone. */
export interface PhoneFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface PlatformOptions {
  platform: Platform;
  firstPage: string;
  network: Network;
  /** What the scanner reads, one after another; undefined is a person who goes back without scanning. */
  scans: (string | undefined)[];
  /** What is picked on Alipay's wheel of dates, one after another; without one it is closed. */
  dates: string[];
  /** What is chosen when photos or a file are asked for, one after another; without one the dialogue is closed. */
  files: PhoneFile[];
  /** The codes of `wx.login` or `my.getAuthCode`, a new one each time; undefined is a platform that refuses. */
  loginCode: (() => string) | undefined;
  /** Whether the person agrees to a message later. */
  agrees: boolean;
  /** Where the phone is; without it the person refuses to say. */
  where: { latitude: number; longitude: number } | undefined;
  /** Whether there is a network when the app starts. */
  online: boolean;
  navigation: Navigation;
}

type Api = (...given: never[]) => unknown;
type Native = Record<string, Api | string | Readonly<Record<string, string>>>;
interface Callbacks {
  success?: (result: object) => void;
  fail?: (result: object) => void;
  complete?: (result: object) => void;
}

export interface RunningPlatform {
  api: Native;
  /** Name and first argument of every call. */
  calls: [string, unknown][];
  storage: Map<string, unknown>;
  /** Tells the app that the network came or went. */
  setOnline: (online: boolean) => void;
}

/** An API with callbacks: `run` answers, or throws an error whose own fields are passed on. */
const asynchronous =
  <Given extends object>(name: string, run: (given: Given) => unknown): Api =>
  (given = {} as Given & Callbacks) => {
    const { success, fail, complete } = given;
    const finish = (callback: Callbacks['success'], result: object) => {
      callback?.(result);
      complete?.(result);
    };
    void Promise.resolve()
      .then(() => run(given))
      .then(
        (result) => finish(success, { errMsg: `${name}:ok`, ...(result as object | undefined) }),
        (error: unknown) => {
          const { message = '' } = error as Partial<Error>;
          finish(fail, { errMsg: `${name}:fail ${message}`, ...(error as object) });
        },
      );
    return { abort: () => undefined };
  };

export function platformOf(options: PlatformOptions): RunningPlatform {
  const calls: [string, unknown][] = [];
  const storage = new Map<string, unknown>();
  const networkWatchers = new Set<(state: { isConnected: boolean }) => void>();
  let { online } = options;

  const common: Native = {
    ...systemApis(options.firstPage),
    ...navigationApis(options.navigation),
    ...quietApis,
    getNetworkType: asynchronous('getNetworkType', () => ({
      networkType: online ? 'wifi' : 'none',
    })),
    onNetworkStatusChange: (watcher) => void networkWatchers.add(watcher),
    offNetworkStatusChange: () => networkWatchers.clear(),
  };
  const given: PlatformOptions = {
    ...options,
    network: (request) => {
      if (!online) throw new Error('no network');
      return options.network(request);
    },
  };
  const files = fileApis(given);
  const own = (options.platform === 'weapp' ? wechat : alipay)(given, storage, files);
  return {
    api: recorded({ ...common, ...files.apis, ...own }, calls),
    calls,
    storage,
    setOnline: (now) => {
      online = now;
      for (const watcher of networkWatchers) watcher({ isConnected: now });
    },
  };
}

const windowInfo = { windowWidth: 375, windowHeight: 667, pixelRatio: 2, statusBarHeight: 20 };

const systemApis = (firstPage: string): Native => ({
  getSystemInfoSync: () => ({
    ...windowInfo,
    platform: 'devtools',
    SDKVersion: '3.8.0',
    language: 'zh_CN',
  }),
  getWindowInfo: () => windowInfo,
  getAppBaseInfo: () => ({ SDKVersion: '3.8.0', language: 'zh_CN' }),
  getDeviceInfo: () => ({ platform: 'devtools' }),
  getLaunchOptionsSync: () => ({ path: firstPage, query: {}, scene: 1001, referrerInfo: {} }),
  getMenuButtonBoundingClientRect: () => ({
    width: 87,
    height: 32,
    top: 24,
    right: 365,
    bottom: 56,
    left: 278,
  }),
  nextTick: (run: () => void) => setTimeout(run, 0),
  canIUse: () => true,
});

const navigationApis = (navigation: Navigation): Native => {
  const to = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') =>
    asynchronous(name, ({ url }: { url: string }) => navigation[name](url));
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    switchTab: to('switchTab'),
    reLaunch: to('reLaunch'),
    navigateBack: asynchronous('navigateBack', ({ delta = 1 }: { delta?: number }) =>
      navigation.navigateBack(delta),
    ),
  };
};

const nothing = () => undefined;
const half = () => ({ value: 0.5, brightness: 0.5 });
const player = { play: nothing, stop: nothing, destroy: nothing };

/** What changes nothing that the app can see. */
const quietApis: Native = {
  createInnerAudioContext: () => ({ ...player }),
  getScreenBrightness: asynchronous('getScreenBrightness', half),
  ...Object.fromEntries(
    [
      'showToast',
      'showModal',
      'showLoading',
      'hideLoading',
      'setNavigationBarTitle',
      'setNavigationBar',
      'setNavigationBarColor',
      'setTabBarItem',
      'stopPullDownRefresh',
      'vibrateShort',
      'vibrateLong',
      'pageScrollTo',
      'makePhoneCall',
      'setScreenBrightness',
      'setKeepScreenOn',
      'setClipboardData',
      'setClipboard',
    ].map((name) => [name, asynchronous(name, nothing)]),
  ),
};

/** Files under the paths that the app is told, and what it has written. */
function fileApis({ files, network }: PlatformOptions) {
  const known = new Map<string, PhoneFile>();
  const chosen = (count: number): { path: string; size: number; name: string }[] => {
    if (files.length === 0) throw new Error('cancel');
    return files.splice(0, count).map((file) => {
      const path = `tmp://${known.size}/${file.name}`;
      known.set(path, file);
      return { path, size: file.bytes.length, name: file.name };
    });
  };
  const upload = asynchronous(
    'uploadFile',
    async (given: {
      url: string;
      filePath: string;
      name?: string;
      fileName?: string;
      formData?: Record<string, string>;
    }) => {
      const file = known.get(given.filePath);
      if (!file) throw new Error('file not found');
      const form = new FormData();
      for (const [name, value] of Object.entries(given.formData ?? {})) form.append(name, value);
      form.append(given.name ?? given.fileName ?? '', new Blob([file.bytes]), file.name);
      const { statusCode } = await network({
        url: given.url,
        method: 'POST',
        header: {},
        data: form,
      });
      return { statusCode, data: '' };
    },
  );
  return {
    chosen,
    apis: {
      env: { USER_DATA_PATH: 'usr:/' },
      uploadFile: (given: never) => {
        upload(given);
        return { onProgressUpdate: (told: (of: object) => void) => told({ progress: 50 }) };
      },
      getFileSystemManager: () => ({
        writeFile: ({ filePath, data, success }: Written) => {
          known.set(filePath, {
            name: filePath,
            bytes: new Uint8Array(Buffer.from(data, 'base64')),
          });
          success();
        },
      }),
      openDocument: asynchronous('openDocument', ({ filePath }: { filePath: string }) => {
        if (!known.has(filePath)) throw new Error('file not found');
      }),
    },
  };
}
interface Written {
  filePath: string;
  data: string;
  success: () => void;
}

/** WeChat's spelling of what differs. */
const wechat = (
  options: PlatformOptions,
  storage: Map<string, unknown>,
  { chosen }: ReturnType<typeof fileApis>,
): Native => ({
  chooseMedia: asynchronous('chooseMedia', ({ count = 9 }: { count?: number }) => ({
    tempFiles: chosen(count).map(({ path, size }) => ({ tempFilePath: path, size })),
  })),
  getLocation: asynchronous('getLocation', ({ type }: { type?: string }) => {
    if (type !== 'gcj02') throw new Error('another system of coordinates');
    return located(options);
  }),
  chooseMessageFile: asynchronous('chooseMessageFile', () => ({ tempFiles: chosen(1) })),
  request: asynchronous('request', async (given: Partial<HttpRequest> & { url: string }) => {
    const reply = await options.network({ method: 'GET', header: {}, ...given });
    return { statusCode: reply.statusCode, header: reply.header ?? {}, data: parsed(reply.data) };
  }),
  scanCode: asynchronous('scanCode', () => {
    const result = options.scans.shift();
    if (result === undefined) throw new Error('cancel');
    return { result };
  }),
  login: asynchronous('login', () => ({ code: known(options.loginCode) })),
  requestSubscribeMessage: asynchronous(
    'requestSubscribeMessage',
    ({ tmplIds }: { tmplIds: string[] }) =>
      Object.fromEntries(tmplIds.map((id) => [id, options.agrees ? 'accept' : 'reject'])),
  ),
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  removeStorageSync: (key: string) => void storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }),
});

/** Alipay's: other names, arguments in objects, and a status of 400 and more is a failure. */
const alipay = (
  options: PlatformOptions,
  storage: Map<string, unknown>,
  { chosen }: ReturnType<typeof fileApis>,
): Native => ({
  chooseImage: asynchronous('chooseImage', ({ count = 9 }: { count?: number }) => ({
    apFilePaths: chosen(count).map(({ path }) => path),
  })),
  getLocation: asynchronous('getLocation', () => {
    const { latitude, longitude } = located(options);
    return { latitude: String(latitude), longitude: String(longitude) };
  }),
  chooseFileFromDisk: asynchronous('chooseFileFromDisk', () => {
    const [file] = chosen(1);
    return { apFilePath: file!.path, size: file!.size, name: file!.name };
  }),
  SDKVersion: '2.9.30',
  getSystemInfoSync: () => ({ ...windowInfo, platform: 'iOS', app: 'alipay', version: '10.5.90' }),
  request: asynchronous(
    'request',
    async (given: Partial<HttpRequest> & { url: string; headers?: HttpRequest['header'] }) => {
      const reply = await options.network({
        method: 'GET',
        header: given.headers ?? {},
        url: given.url,
        ...pick(given),
      });
      const result = {
        status: reply.statusCode,
        headers: reply.header ?? {},
        data: parsed(reply.data),
      };
      if (reply.statusCode >= 400)
        throw Object.assign(new Error('http status error'), { error: 19, ...result });
      return result;
    },
  ),
  scan: asynchronous('scan', () => {
    const code = options.scans.shift();
    if (code === undefined) throw Object.assign(new Error('user canceled'), { error: 10 });
    return { code };
  }),
  datePicker: asynchronous('datePicker', () => {
    const date = options.dates.shift();
    if (date === undefined) throw Object.assign(new Error('user canceled'), { error: 11 });
    return { date };
  }),
  requestSubscribeMessage: asynchronous(
    'requestSubscribeMessage',
    ({ entityIds }: { entityIds: string[] }) => {
      if (!options.agrees) throw Object.assign(new Error('user canceled'), { error: 11 });
      return { behavior: 'subscribe', result: { subscribeEntityIds: entityIds } };
    },
  ),
  getAuthCode: asynchronous('getAuthCode', () => ({ authCode: known(options.loginCode) })),
  getStorageSync: ({ key }: { key: string }) => ({ data: storage.get(key) ?? null }),
  setStorageSync: ({ key, data }: { key: string; data: unknown }) => void storage.set(key, data),
  removeStorageSync: ({ key }: { key: string }) => void storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }),
});

const pick = ({ method, data }: Partial<HttpRequest>): Partial<HttpRequest> => ({
  ...(method === undefined ? {} : { method }),
  ...(data === undefined ? {} : { data }),
});

function located({ where }: PlatformOptions) {
  if (where === undefined) throw new Error('auth deny');
  return where;
}

const known = (code: (() => string) | undefined): string => {
  if (code === undefined) throw new Error('refused');
  return code();
};

/** Both clients parse JSON by themselves and leave anything else as text. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

function recorded(api: Native, calls: [string, unknown][]): Native {
  const wrap =
    (name: string, call: Api): Api =>
    (...given: never[]) => {
      calls.push([name, given[0]]);
      return call(...given);
    };
  return Object.fromEntries(
    Object.entries(api).map(([name, one]) => [
      name,
      typeof one === 'function' ? wrap(name, one) : one,
    ]),
  );
}

/** A network that reaches a real server; `origin` replaces the address that the package was built with. */
export const overHttp =
  (origin: string): Network =>
  async ({ url, method, header, data }) => {
    const { pathname, search } = new URL(url);
    const reply = await fetch(`${origin}${pathname}${search}`, {
      method,
      headers: header,
      ...(data === undefined || method === 'GET'
        ? {}
        : {
            body:
              typeof data === 'string' || data instanceof FormData ? data : JSON.stringify(data),
          }),
    });
    return {
      statusCode: reply.status,
      header: Object.fromEntries(reply.headers),
      data: await reply.text(),
    };
  };
