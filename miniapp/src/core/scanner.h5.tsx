/** Scanning one code after another in a browser: the camera in the page, read by the browser or by our own decoder. */
import { useEffect, useRef, useState } from 'react';
import { NotReady, detectorOf } from './detector.h5';
import { useSay } from './say';
import type { Reads } from './scan-once';
import type { Scanner as ScannerOf } from './scanner';
import { Button } from './ui/button';
import { Live } from './ui/native';

type State = 'starting' | 'scanning' | 'no-camera' | 'refused' | 'failed' | 'unready';

const READ_EVERY_MS = 150;
/** A code that stays before the camera is reported once. */
const SAME_CODE_AFTER_MS = 3000;

const holdBar = { zh: '请把条码放进框内', en: 'Hold the bar code inside the frame' };
const says = {
  starting: { zh: '正在打开相机…', en: 'Opening the camera…' },
  scanning: { zh: '请把二维码放进框内', en: 'Hold the code inside the frame' },
  'no-camera': {
    zh: '没有找到相机。请换一台带相机的设备；在此之前请人工核对证件。',
    en: 'There is no camera here. Use a device with one; until then look at documents by hand.',
  },
  refused: {
    zh: '没有使用相机的权限。请在浏览器设置里允许本网站使用相机，然后重试。',
    en: 'The camera is not allowed. Allow it for this site in the browser’s settings, then try again.',
  },
  failed: {
    zh: '相机打不开，可能正被别的程序使用。请关闭其他程序后重试。',
    en: 'The camera does not open: another program may be using it. Close that and try again.',
  },
  unready: {
    zh: '扫码程序还没有下载完。请连上网络后重试。',
    en: 'The scanner is not downloaded yet. Connect to a network and try again.',
  },
} as const;
const again = { zh: '重试', en: 'Try again' };

export const Scanner: typeof ScannerOf = ({ onCode, paused = false, reads = 'codes' }) => {
  const say = useSay();
  const video = useRef<HTMLVideoElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>('starting');
  const live = useRef({ onCode, paused });
  live.current = { onCode, paused };

  useEffect(() => {
    const stop = new AbortController();
    setState('starting');
    watch(video.current!, reads, live, stop.signal, () => setState('scanning')).catch(
      (error: unknown) => {
        if (!stop.signal.aborted) setState(stateOf(error));
      },
    );
    return () => stop.abort();
  }, [attempt, reads]);

  const broken = state !== 'starting' && state !== 'scanning';
  return (
    <div>
      <div className={`ui-camera${broken ? ' ui-camera--broken' : ''}`}>
        <video ref={video} className="ui-camera__view" playsInline muted aria-hidden />
        {state === 'scanning' && <span className="ui-camera__frame" aria-hidden />}
        <Live urgent={broken} className="ui-camera__words" id="scan-state">
          {say(state === 'scanning' && reads === 'bars' ? holdBar : says[state])}
        </Live>
      </div>
      {broken && <Button id="scan" label={again} onTap={() => setAttempt(attempt + 1)} />}
    </div>
  );
};

/** Films until told to stop; the camera is off afterwards in every case. */
async function watch(
  video: HTMLVideoElement,
  reads: Reads,
  live: { current: { onCode: (text: string) => void; paused: boolean } },
  stop: AbortSignal,
  started: () => void,
): Promise<void> {
  if (navigator.mediaDevices === undefined) throw new DOMException('no camera', 'NotFoundError');
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment' },
    audio: false,
  });
  const off = () => stream.getTracks().forEach((track) => track.stop());
  if (stop.aborted) {
    off();
    return;
  }
  stop.addEventListener('abort', off);
  video.srcObject = stream;
  await video.play();
  const detector = await detectorOf(reads).catch((error: unknown) => {
    off();
    throw error;
  });
  started();

  let seen = { text: '', at: -Infinity };
  while (!stop.aborted) {
    const [found] = live.current.paused ? [] : await detector.detect(video).catch(() => []);
    const at = performance.now();
    if (found !== undefined && !stop.aborted && !live.current.paused) {
      const isNew = found.rawValue !== seen.text || at - seen.at > SAME_CODE_AFTER_MS;
      seen = { text: found.rawValue, at };
      if (isNew) live.current.onCode(found.rawValue);
    }
    await new Promise((resolve) => setTimeout(resolve, READ_EVERY_MS));
  }
}

function stateOf(error: unknown): State {
  if (error instanceof NotReady) return 'unready';
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'no-camera' : 'failed';
}
