/** A guard with gloves does not always look: each verdict has its own sound and vibration. Failures are ignored. */
import Taro from '@tarojs/taro';

export type Verdict = 'pass' | 'stop' | 'problem';

/** Tells a verdict by sound and vibration. */
export function feedback(verdict: Verdict): void {
  try {
    vibrate(verdict);
    play(verdict);
  } catch {
    // a phone without either still shows the verdict
  }
}

const ignore = () => undefined;

function vibrate(verdict: Verdict): void {
  if (verdict === 'pass') void Taro.vibrateShort({ type: 'light' }).catch(ignore);
  else void Taro.vibrateLong().catch(ignore);
  if (verdict === 'stop') setTimeout(() => void Taro.vibrateLong().catch(ignore), 550); // a long one lasts 400 ms
}

/** One player at a time: platforms allow few, and two verdicts at once say nothing. */
let player: Taro.InnerAudioContext | undefined;

function play(verdict: Verdict): void {
  player?.destroy();
  player = Taro.createInnerAudioContext();
  player.obeyMuteSwitch = false; // a guard's phone is often on silent
  player.src = `/core/sounds/${verdict}.wav`;
  player.play();
}
