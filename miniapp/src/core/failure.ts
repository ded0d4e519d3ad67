/** What went wrong with a call, in the one shape that pages and forms understand. */
import type { FieldProblem } from '@yimatong/shared/core/problem-answer';
import type { Said } from '@yimatong/shared/core/say';

export interface Failure extends Error {
  /** The server's problem code, or `core.offline` / `core.unreadable`, which are ours. */
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly says: Said;
  readonly fields?: readonly FieldProblem[];
  /** Seconds to wait before trying again, where the server said. */
  readonly retryAfter?: number;
  readonly requestId?: string;
}

type Told = Pick<Failure, 'code' | 'status' | 'says'> &
  Partial<Pick<Failure, 'fields' | 'retryAfter' | 'requestId'>>;

export const failure = (told: Told): Failure => Object.assign(new Error(told.says.zh), told);

export const offline = (): Failure =>
  failure({
    code: 'core.offline',
    status: 0,
    says: {
      zh: '没有网络，没有发送成功；填写的内容还在，请联网后重试。',
      en: 'No network: nothing was sent. What you filled in is still here; try again when connected.',
    },
  });

export const unreadable = (status: number): Failure =>
  failure({
    code: 'core.unreadable',
    status,
    says: {
      zh: '系统暂时繁忙，请稍后再试。',
      en: 'The service is busy. Please try again in a while.',
    },
  });

/** A file that the store did not take: the ticket is over, or it is larger than was said. */
export const refusedUpload = (status: number): Failure =>
  failure({
    code: 'core.upload-refused',
    status,
    says: {
      zh: '文件没有传上去，请重新选择后再试。',
      en: 'The file was not taken. Please choose it again and retry.',
    },
  });

/** A file that the phone cannot show. */
export const unopened = (): Failure =>
  failure({
    code: 'core.file-unopened',
    status: 0,
    says: {
      zh: '这部手机打不开这种文件，请用电脑浏览器登录后下载。',
      en: 'This phone cannot open the file. Sign in with a browser on a computer to download it.',
    },
  });

/** The phone does not say where it is. */
export const unlocated = (): Failure =>
  failure({
    code: 'core.unlocated',
    status: 0,
    says: {
      zh: '没有取到位置。可以不填；要填的话，请在系统设置里允许使用位置，再按一次。',
      en: 'The position is not known. It may be left out; to give it, allow its use in the settings and press again.',
    },
  });

export const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && 'code' in error && 'says' in error;

/** Anything thrown, as a failure: what is not one is a mistake of ours. */
export const asFailure = (error: unknown): Failure =>
  isFailure(error)
    ? error
    : failure({
        code: 'core.failed',
        status: 0,
        says: {
          zh: '程序出了问题，请重试。',
          en: 'Something failed in this app. Please try again.',
        },
      });

export const isOffline = (error: unknown): boolean =>
  isFailure(error) && error.code === 'core.offline';

/** The session is missing or over: the way on is to sign in. */
export const needsLogin = (error: unknown): boolean => isFailure(error) && error.status === 401;

/** No answer, signed out, busy, or somebody else's page in between (a hotel's login): nothing is decided yet. */
export const isUndecided = ({ status, code }: Failure): boolean =>
  status === 0 || status === 401 || status === 429 || status >= 500 || code === 'core.unreadable';
