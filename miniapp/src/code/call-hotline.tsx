import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { dayOf, numberOf } from '@yimatong/shared/core/day';
import { nowInstant } from '../core/clock';
import { Button } from '../core/ui/button';
import { dial } from '../core/ui/native';

/** Dials the hotline: the one that came with a code, or that of the rule set on this device. */
export function CallHotline({ number = ownNumber() }: { number?: string }) {
  return (
    <Button
      id="call"
      kind="secondary"
      label={{ zh: `拨打 ${number}`, en: `Call ${number}` }}
      onTap={() => dial(number)}
    />
  );
}

const ownNumber = (): string => ruleSetOn(numberOf(dayOf(nowInstant()))).hotline.number;
