import type { feedback as feedbackOf, Verdict } from './feedback';

export type { Verdict };

/** Hertz and seconds of each tone, as in `sounds/`; 0 Hz is silence. */
const tones: Record<Verdict, readonly (readonly [number, number])[]> = {
  pass: [
    [880, 0.09],
    [1320, 0.16],
  ],
  stop: [
    [330, 0.22],
    [0, 0.08],
    [330, 0.32],
  ],
  problem: [
    [660, 0.09],
    [0, 0.07],
    [660, 0.09],
    [0, 0.07],
    [660, 0.09],
  ],
};
/** Milliseconds on, off, on … */
const vibrations: Record<Verdict, number[]> = {
  pass: [60],
  stop: [400, 150, 400],
  problem: [90, 70, 90, 70, 90],
};

let audio: AudioContext | undefined;

export const feedback: typeof feedbackOf = (verdict) => {
  try {
    navigator.vibrate?.(vibrations[verdict]);
    audio ??= new AudioContext();
    void audio.resume().catch(() => undefined);
    play(audio, verdict);
  } catch {
    // a browser without either still shows the verdict
  }
};

function play(context: AudioContext, verdict: Verdict): void {
  let at = context.currentTime;
  for (const [hertz, seconds] of tones[verdict]) {
    if (hertz > 0) {
      const tone = context.createOscillator();
      tone.frequency.value = hertz;
      tone.connect(context.destination);
      tone.start(at);
      tone.stop(at + seconds);
    }
    at += seconds;
  }
}
