/** How large the QR symbol is: ours, and the same content as a JWT and in the way of the EU certificate. */
import qrcode from 'qrcode-generator';
import type { Figure, Part } from './part';
import { ourToken } from './peers/content';
import { dccToken } from './peers/dcc';
import { jwtBy } from './peers/jwt';

/** The symbol's side in modules, in the tightest mode that the text allows. */
function sideOf(text: string, level: 'L' | 'M'): number {
  const qr = qrcode(0, level);
  qr.addData(text, /^[0-9A-Z $%*+\-./:]*$/.test(text) ? 'Alphanumeric' : 'Byte');
  qr.make();
  return qr.getModuleCount();
}

const GOAL_SIDE = 41;

async function run(): Promise<Figure[]> {
  const ours = ourToken();
  const peers = {
    'JWT, ES256': await jwtBy('ES256'),
    'JWT, EdDSA': await jwtBy('EdDSA'),
    'EU style': dccToken(),
  };
  return (['M', 'L'] as const).flatMap((level) =>
    Object.entries(peers).map(([against, theirs]): Figure => {
      const [our, their] = [sideOf(ours, level), sideOf(theirs, level)];
      const told = (side: number, text: string) =>
        `${String(side)} × ${String(side)} (${String(text.length)} characters)`;
      return {
        what: `modules, level ${level}`,
        against,
        ours: told(our, ours),
        theirs: told(their, theirs),
        ratio: (our * our) / (their * their),
        ...(level === 'M' && {
          goal: { says: `≤ ${String(GOAL_SIDE)} × ${String(GOAL_SIDE)}`, met: our <= GOAL_SIDE },
        }),
      };
    }),
  );
}

export const symbol: Part = {
  name: 'symbol',
  says: 'the QR symbol of the signed code (ratio of areas); for comparison, EU certificates as deployed are 89 × 89',
  run,
};
