import Taro from '@tarojs/taro';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { ByHand, type Match } from '@yimatong/shared/code/whom';
import type { Instant } from '@yimatong/shared/core/day';
import { byHandContract } from '@yimatong/shared/pass/by-hand';
import { nowInstant } from '../../core/clock';
import { newId } from '../../core/id';
import { discard, type Kept } from '../../core/outbox';
import { useRecording } from '../../core/use-outbox';
import { count, countedAs, type Outcome } from '../figures';
import { vehicleHere } from '../party';
import { seenByHand, standingAt } from '../scanned';
import { usePassForm } from './use-pass-form';

export const BY_HAND_PAGE = '/pass/desk/by-hand';
const what = { zh: '手工登记通行', en: 'A pass entered by hand' };

type Entered = z.output<typeof ByHand>;
interface Done {
  readonly outcome: Outcome;
  readonly at: Instant;
  readonly match: Match | undefined;
}

/** Somebody entered by hand: recorded, kept for later, or judged by the colour that the server knows (V2). */
export function useByHand() {
  const post = standingAt();
  const form = usePassForm();
  const [entered, setEntered] = useState<Entered>();
  const [done, setDone] = useState<Done>();
  const {
    record: send,
    busy,
    failure,
  } = useRecording(byHandContract.record, {
    page: BY_HAND_PAGE,
    what,
  });

  const record = async (outcome: Outcome): Promise<void> => {
    const along = form.entered(outcome);
    if (along === undefined || entered === undefined || post === undefined) return;
    form.rememberThese(false);
    const { note: _, ...recorded } = along;
    const party = vehicleHere()?.party;
    const at = nowInstant();
    const body = {
      id: newId('pass'),
      placeId: post.id,
      whom: entered,
      at,
      ...recorded,
      ...(party && { partyId: party.id }),
    };
    const sent = await send(body, undefined);
    if (sent === undefined) return;
    const { answer } = sent;
    if (answer?.recorded === false) {
      seenByHand(body.id, post, answer.scan);
      await Taro.redirectTo({ url: '/pass/desk/result' });
      return;
    }
    count(post.id, countedAs(outcome, along.direction));
    setDone({ outcome, at, match: answer?.match });
  };

  return {
    entered,
    /** From the form, or what the server would not have. */
    enter: (next: Entered | Kept) => setEntered('path' in next ? openedAgain(next) : next),
    again: () => {
      setEntered(undefined);
      setDone(undefined);
    },
    form,
    record: (outcome: Outcome) => void record(outcome),
    busy,
    failure,
    done,
  };
}

function openedAgain(kept: Kept): Entered | undefined {
  discard(kept.id);
  const parsed = ByHand.safeParse(kept.body['whom']);
  return parsed.success ? parsed.data : undefined;
}
