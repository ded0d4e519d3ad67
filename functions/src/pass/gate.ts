/** What a guard at a checkpoint may see of a code, in a guard's words (V2, V3). */
import { colourOn } from '@yimatong/shared/code/colour';
import type { Colour } from '@yimatong/shared/code/colour-label';
import { lineFor, meets } from '@yimatong/shared/code/requirement';
import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { type Day, dayNumbered, dayOf, type Instant, numberOf } from '@yimatong/shared/core/day';
import type { Said } from '@yimatong/shared/core/say';
import type { Warning } from '@yimatong/shared/pass/contract';
import { suspicionsOn } from '@yimatong/shared/pass/suspicion';
import type { CodeItem } from '../code/store';
import type { DutyHeld } from '../core/standing';

export interface Seen {
  readonly colour: Colour;
  readonly meets: boolean;
  readonly line: Said;
  readonly since?: Day;
  readonly warnings: Warning[];
}

/** What a stranger sees. */
export function colourAt({ record }: CodeItem, at: Instant): Colour {
  const today = numberOf(dayOf(at));
  return colourOn(today, record, ruleSetOn(today)).colour;
}

export function seenAt({ record }: CodeItem, duty: DutyHeld, at: Instant): Seen {
  const today = numberOf(dayOf(at));
  const ruleSet = ruleSetOn(today);
  const { colour, reasons } = colourOn(today, record, ruleSet);
  const requires = duty.requires ?? 'green';
  const since =
    reasons.length > 0
      ? dayNumbered(Math.min(...reasons.map(({ trigger }) => trigger.since)))
      : undefined;
  const suspicions = suspicionsOn(today, record, ruleSet, duty.placeId);
  return {
    colour,
    meets: meets(colour, requires),
    line: lineFor(colour, requires, since),
    ...(since !== undefined && { since }),
    // A colour that is not green now says so itself.
    warnings: suspicions.filter(({ kind }) => kind !== 'not-green' || colour === 'green'),
  };
}

/** What a look told that is over: the colour as it was, and nothing of today. */
export function seenThen(colour: Colour, { requires = 'green' }: DutyHeld): Seen {
  return {
    colour,
    meets: meets(colour, requires),
    line: lineFor(colour, requires),
    warnings: [],
  };
}
