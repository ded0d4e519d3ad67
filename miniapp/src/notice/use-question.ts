/** Where somebody was, and on which days: answered on the device as soon as all of it is there. */
import { useState } from 'react';
import type { RiskArea } from '@yimatong/shared/code/risk-area';
import { type Day, dayOf } from '@yimatong/shared/core/day';
import { outsidePlaces } from '@yimatong/shared/core/province';
import type { Said } from '@yimatong/shared/core/say';
import { wasThere, type WasThere } from '@yimatong/shared/notice/was-there';
import { nowInstant } from '../core/clock';
import type { ListGroup } from '../core/ui/list-picker';

interface Given {
  place?: string | undefined;
  from?: Day | undefined;
  until?: Day | undefined;
}
export interface Question {
  groups: readonly ListGroup[];
  given: Given;
  change: (some: Given) => void;
  mistake: Said | undefined;
  found: WasThere | undefined;
  today: Day;
}

const wrongWay = {
  zh: '“到哪天”在“从哪天”之前，请核对。',
  en: 'The last day lies before the first. Please check them.',
};
const parts = { zh: '重点地区', en: 'Key areas' };
const anywhere = { zh: '其他地方', en: 'Elsewhere' };

/** Key areas smaller than a province by their own name, then every province. */
function groupsOf(keyAreas: readonly RiskArea[]): ListGroup[] {
  const small = new Map(
    keyAreas.filter(({ area }) => area.length > 2).map(({ area, name }) => [area, name]),
  );
  const named = [...small].map(([code, name]) => ({ code, name }));
  return [
    ...(named.length > 0 ? [{ name: parts, items: named }] : []),
    { ...(named.length > 0 && { name: anywhere }), items: outsidePlaces },
  ];
}

export function useQuestion(keyAreas: readonly RiskArea[]): Question {
  const [given, setGiven] = useState<Given>({});
  const today = dayOf(nowInstant());
  const { place, from, until } = given;
  const isWrongWay = from !== undefined && until !== undefined && until < from;
  const found =
    place === undefined || from === undefined || until === undefined || isWrongWay
      ? undefined
      : wasThere({ area: place, from, until }, keyAreas, today);
  return {
    groups: groupsOf(keyAreas),
    given,
    change: (some) => setGiven({ ...given, ...some }),
    mistake: isWrongWay ? wrongWay : undefined,
    found,
    today,
  };
}
