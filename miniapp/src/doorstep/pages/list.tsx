import { useState } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { dayOf } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import { doorResultLabels, type Household } from '@yimatong/shared/doorstep/contract';
import { observationContract } from '@yimatong/shared/observation/contract';
import { nowInstant } from '../../core/clock';
import { OutboxCard } from '../../core/outbox-card';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { TextInput } from '../../core/ui/field';
import { Notice, Row, Rows } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { useRoute } from '../../core/use-route';
import { recentlyIn } from '../../core/when';
import { useHouseholds } from '../use-households';
import '../doorstep.scss';

definePageConfig({ navigationBarTitleText: '上门核查', enablePullDownRefresh: true });

const words = {
  title: { zh: '上门核查', en: 'Door to door' },
  none: { zh: '还没有登记住户', en: 'No households yet' },
  noneHelp: {
    zh: '把本网格的住户登记在这里，上门时点开一户就能登记。没有网络也能用。',
    en: 'Enter the households of your grid; tap one at its door. Works without network.',
  },
  add: { zh: '登记一户', en: 'Add a household' },
  register: { zh: '为没有手机的人登记', en: 'Register somebody without a phone' },
  registerNote: {
    zh: '征得同意，代办健康码和纸质卡',
    en: 'With consent: a code and a printed card',
  },
  search: { zh: '查找住户', en: 'Find a household' },
  never: { zh: '未核查', en: 'Not checked yet' },
};
const to = (url: string) => () => void Taro.navigateTo({ url });
/** Fewer need no search. */
const SEARCHED_FROM = 20;

export default function DoorsPage() {
  const placeId = useRouter().params['placeId'] as PlaceId;
  const { state, reload } = useHouseholds(placeId);
  const [sought, setSought] = useState('');
  const page = '/doorstep/pages';
  return (
    <Page
      title={words.title}
      loaded={state}
      onRetry={() => void reload()}
      foot={
        <Button id="add" label={words.add} onTap={to(`${page}/household?placeId=${placeId}`)} />
      }
    >
      {(households) => (
        <>
          <OutboxCard page={`${page}/check`} onOpen={({ body }) => openCheck(placeId, body)} />
          <OutboxCard
            page={`${page}/register`}
            onOpen={to(`${page}/register?placeId=${placeId}`)}
          />
          <Tasks placeId={placeId} />
          <Rows>
            <Row
              id="register"
              label={words.register}
              note={words.registerNote}
              onTap={to(`${page}/register?placeId=${placeId}`)}
            />
          </Rows>
          {households.length >= SEARCHED_FROM && (
            <TextInput
              id="search"
              label={words.search}
              value={sought}
              onChange={setSought}
              mistake={undefined}
            />
          )}
          {households.length === 0 && <EmptyState title={words.none} help={words.noneHelp} />}
          {households.length > 0 && (
            <Rows>
              {households
                .filter((one) => isSought(one, sought))
                .map((one) => (
                  <HouseholdRow key={one.id} one={one} placeId={placeId} />
                ))}
            </Rows>
          )}
          {state.status === 'ready' && state.failure && (
            <Notice kind="error" words={state.failure.says} />
          )}
        </>
      )}
    </Page>
  );
}

const openCheck = (placeId: PlaceId, body: Readonly<Record<string, unknown>>): void =>
  to(`/doorstep/pages/check?placeId=${placeId}&id=${String(body['householdId'])}`)();

const isSought = ({ address, contact = '' }: Household, sought: string): boolean =>
  `${address.detail}${contact}`.includes(sought.trim());

function HouseholdRow({ one, placeId }: { one: Household; placeId: PlaceId }) {
  const { id, address, contact, lastCheck } = one;
  const last = lastCheck && recentlyIn(lastCheck.at, dayOf(nowInstant()));
  const result = lastCheck && doorResultLabels[lastCheck.result];
  return (
    <Row
      id={`household-${id}`}
      label={address.detail}
      note={contact}
      value={
        last && result
          ? { zh: `${result.zh} ${last.zh}`, en: `${result.en}, ${last.en}` }
          : words.never
      }
      onTap={to(`/doorstep/pages/check?placeId=${placeId}&id=${id}`)}
    />
  );
}

/** People under observation in the street who are to be seen today (V6). */
function Tasks({ placeId }: { placeId: PlaceId }) {
  const { state } = useRoute(
    observationContract.due,
    { query: { placeId } },
    { keepAs: `observations.${placeId}` },
  );
  const due = state.status === 'ready' ? state.value.observations.filter(({ isDue }) => isDue) : [];
  if (due.length === 0) return null;
  const missed = due.filter(({ missedYesterday }) => missedYesterday).length;
  return (
    <Rows>
      <Row
        id="tasks"
        label={{ zh: `医学观察今天待访 ${due.length} 人`, en: `${due.length} to be seen today` }}
        note={
          missed > 0
            ? { zh: `其中昨天漏访 ${missed} 人`, en: `${missed} of them missed yesterday` }
            : undefined
        }
        onTap={to(`/observation/pages/list?placeId=${placeId}`)}
      />
    </Rows>
  );
}
