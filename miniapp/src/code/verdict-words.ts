/** How a verdict looks, sounds and reads: shape and ground, the large word, what it means and what to do next. */
import { colourLabels, type Colour } from '@yimatong/shared/code/colour-label';
import type { Said } from '@yimatong/shared/core/say';
import type { Verdict as Sound } from '../core/feedback';
import type { ShapeOf } from '../core/ui/show';
import { lengthIn } from '../core/when';
import type { OfCode, OfDevice, OfPerson, Verdict } from './verdict';

export interface Look {
  band: ShapeOf;
  sound: Sound;
  /** At least 40 px. */
  word: Said;
  /** May pass, may not: what the guard does, in the plainest words. */
  act: Said;
  line: Said;
  next?: Said;
}

export function lookOf(verdict: Verdict): Look {
  if (verdict.kind === 'person') return personLook(verdict);
  return verdict.kind === 'code' ? codeLook(verdict) : deviceLook(verdict);
}

const acts = {
  pass: { zh: '可以通行', en: 'May pass' },
  stop: { zh: '不能通行', en: 'Stop' },
  glance: { zh: '仅供参考', en: 'Colour only' },
  letPass: { zh: '指挥部同意放行', en: 'Let through by the command' },
} as const;

const whenStopped: Record<Colour, Said> = {
  green: {
    zh: '请说明原因，请其改走其他入口。',
    en: 'Explain why, and show the person another way.',
  },
  yellow: {
    zh: '请其按健康码上写明的要求隔离、就医，每天打卡。',
    en: 'Ask the person to do what their code page says: isolate, see a doctor, check in daily.',
  },
  red: {
    zh: '请其与他人保持距离，原地等候，并上报。',
    en: 'Ask the person to keep a distance and wait here; report it.',
  },
  none: {
    zh: '请其先在一码通申领健康码，再来扫码。',
    en: 'Ask the person to claim a code in this app first, then scan again.',
  },
};

const personLook = ({ colour, may, line, letPass }: OfPerson): Look => ({
  band: colour,
  sound: may === 'pass' || (may === 'glance' && colour === 'green') ? 'pass' : 'stop',
  word: colourLabels[colour],
  act: letPass ? acts.letPass : acts[may],
  line,
  ...(may === 'stop' && !letPass && { next: whenStopped[colour] }),
});

const showAgain = {
  zh: '请对方打开健康码、下拉刷新后再扫一次。',
  en: 'Ask the person to open the code, pull to refresh, and scan again.',
};
const showWhole = {
  zh: '请对方调亮屏幕、露出整个二维码，再扫一次。',
  en: 'Ask for a bright screen and the whole symbol, then scan again.',
};
const showOurs = {
  zh: '请对方打开一码通里的健康码。',
  en: 'Ask for the health code in this app.',
};

const faults: Record<OfCode['fault'], { word: Said; line: Said; next: Said }> = {
  expired: {
    word: { zh: '码已过期', en: 'Code expired' },
    line: { zh: '可能是截图或旧页面', en: 'It may be a screenshot or an old page' },
    next: showAgain,
  },
  forged: {
    word: { zh: '码无效', en: 'Code not genuine' },
    line: {
      zh: '不是本系统签发的码',
      en: 'This code was not issued by us',
    },
    next: {
      zh: '请对方当面打开健康码再扫；仍然如此，请拦下并上报。',
      en: 'Have the code opened before you and scan again. If it stays so, stop the person and report it.',
    },
  },
  truncated: {
    word: { zh: '码不完整', en: 'Code incomplete' },
    line: { zh: '只读到健康码的一部分', en: 'Only part of a health code was read' },
    next: showWhole,
  },
  foreign: {
    word: { zh: '不是健康码', en: 'Not a health code' },
    line: {
      zh: '这是其他用途的码，如网址、付款码、外地健康码',
      en: 'A code for something else: a link, a payment, another system’s certificate',
    },
    next: showOurs,
  },
  unreadable: {
    word: { zh: '无法识别', en: 'Not readable' },
    line: { zh: '读到的内容不是健康码', en: 'What was read is no health code' },
    next: showWhole,
  },
  'card-unknown': {
    word: { zh: '查无此卡', en: 'No such card' },
    line: { zh: '卡号不对，或这张卡不是本系统发的', en: 'A wrong number, or no card of ours' },
    next: {
      zh: '请重新扫一次，或对照卡片输入卡号；仍然如此，请人工核对证件。',
      en: 'Scan again or type the number from the card. If it stays so, check the papers by hand.',
    },
  },
  'card-ended': {
    word: { zh: '卡已失效', en: 'Card is void' },
    line: { zh: '这张卡已挂失或已换新卡', en: 'It was reported lost, or a newer one was issued' },
    next: {
      zh: '持卡人可能不是本人：请核对证件，或请家人用手机出示持卡人的健康码。',
      en: 'Whoever holds it may not be its owner: check the papers, or have a relative show the code.',
    },
  },
  'card-over': {
    word: { zh: '卡已过期', en: 'Card is over' },
    line: { zh: '这张卡超过了 180 天有效期', en: 'Its 180 days have passed' },
    next: {
      zh: '请核对证件，并请家人在一码通里办一张新卡。',
      en: 'Check the papers; a relative can have a new card issued in the app.',
    },
  },
  unknown: {
    word: { zh: '查无此码', en: 'No such code' },
    line: { zh: '系统里没有这个健康码', en: 'The system has no such code' },
    next: showAgain,
  },
};

function codeLook({ fault, bySeconds }: OfCode): Look {
  const { word, line, next } = faults[fault];
  const ago = bySeconds === undefined ? undefined : lengthIn(bySeconds);
  return {
    band: 'invalid',
    sound: 'stop',
    word,
    act: { zh: '不能凭此码通行', en: 'No passing on this code' },
    line:
      ago === undefined
        ? line
        : { zh: `${ago.zh}前已失效，${line.zh}`, en: `Over since ${ago.en}. ${line.en}` },
    next,
  };
}

const byHand = {
  zh: '暂时连不上网时，请人工核对证件。',
  en: 'While there is no network, check the person’s papers by hand.',
};
const deviceFaults: Record<OfDevice['fault'], { word: Said; line: Said; next: Said }> = {
  'clock-off': {
    word: { zh: '本机时间不准', en: 'This clock is off' },
    line: { zh: '本机时间比标准时间慢', en: 'This phone’s clock is behind' },
    next: {
      zh: '请联网，或在系统设置里打开“自动设置时间”，再扫一次。',
      en: 'Connect, or set the phone’s time to automatic, then scan again.',
    },
  },
  'unknown-key': {
    word: { zh: '本机需要更新', en: 'This phone is behind' },
    line: {
      zh: '本机没有核验这个码的数据',
      en: 'This phone does not have the data to check this code yet',
    },
    next: { zh: `请联网后再扫。${byHand.zh}`, en: `Connect and scan again. ${byHand.en}` },
  },
  'card-offline': {
    word: { zh: '要联网查', en: 'Needs the network' },
    line: {
      zh: '纸质卡上没有颜色，必须联网才能查到',
      en: 'A printed card holds no colour: it is looked up online',
    },
    next: { zh: `请联网后再扫。${byHand.zh}`, en: `Connect and scan again. ${byHand.en}` },
  },
  'no-keys': {
    word: { zh: '本机未就绪', en: 'Not ready yet' },
    line: {
      zh: '本机还没有下载核验数据',
      en: 'This phone has not loaded the data to check codes by',
    },
    next: { zh: `请联网后再扫。${byHand.zh}`, en: `Connect and scan again. ${byHand.en}` },
  },
};

function deviceLook({ fault, bySeconds }: OfDevice): Look {
  const { word, line, next } = deviceFaults[fault];
  const by = bySeconds === undefined ? undefined : lengthIn(bySeconds);
  return {
    band: 'problem',
    sound: 'problem',
    word,
    act: { zh: '与此人无关', en: 'Not about the person' },
    line: by === undefined ? line : { zh: `${line.zh} ${by.zh}`, en: `${line.en} by ${by.en}` },
    next,
  };
}
