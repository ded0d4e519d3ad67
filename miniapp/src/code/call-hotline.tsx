import { ruleSetOn } from '@yimatong/shared/code/rule-set';
import { dayOf, numberOf } from '@yimatong/shared/core/day';
import { nowInstant } from '../core/clock';
import { Button } from '../core/ui/button';
import { dial } from '../core/ui/native';

interface Props {
  number?: string;
  /** For a guard: it puts them through to the command. */
  toCommand?: boolean;
}

/** Dials the hotline: the one that came with a code, or that of the rule set on this device. */
export function CallHotline({ number = ownNumber(), toCommand = false }: Props) {
  return (
    <Button
      id="call"
      kind="secondary"
      label={
        toCommand
          ? { zh: `联系市县指挥部（${number} 转）`, en: `Call the command (by ${number})` }
          : { zh: `拨打 ${number}`, en: `Call ${number}` }
      }
      onTap={() => dial(number)}
    />
  );
}

const ownNumber = (): string => ruleSetOn(numberOf(dayOf(nowInstant()))).hotline.number;
