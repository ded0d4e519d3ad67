import { colourLabels } from '@yimatong/shared/code/colour-label';
import type { Answer } from '@yimatong/shared/core/contract';
import { locationCheckLabels } from '@yimatong/shared/core/location';
import { directionLabels, type passContract, reasonLabels } from '@yimatong/shared/pass/contract';
import { Page } from '../../core/page';
import { useSay, type Words } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { Shape } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { momentIn } from '../../core/when';
import { outcomeLabels } from '../outcome';
import type { Person } from '../scanned';
import { useHistory } from './use-history';
import { Warnings } from './verdict-shown';

type Page1 = Answer<typeof passContract.history>;

const empty = { zh: '还没有通行记录', en: 'No earlier passes' };
const help = {
  zh: '这个人在各卡口登记通行或被劝返后，会显示在这里。',
  en: 'Once the person was recorded at any checkpoint, it shows here.',
};
const more = { zh: '更早的记录', en: 'Earlier' };

export function History({ person }: { person: Person }) {
  const { state, more: next, loadingMore, reload } = useHistory(person);
  const title = {
    zh: `${person.maskedName} 的通行记录`,
    en: `Earlier passes of ${person.maskedName}`,
  };
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()}>
      {(pages) => {
        const passes = pages.flatMap((page) => page.passes);
        return (
          <>
            <Warnings warnings={pages[0]?.warnings ?? []} />
            {passes.map((pass) => (
              <PassCard key={pass.id} pass={pass} />
            ))}
            {passes.length === 0 && next === undefined && <EmptyState title={empty} help={help} />}
            {next !== undefined && (
              <Button id="earlier" kind="secondary" label={more} busy={loadingMore} onTap={next} />
            )}
          </>
        );
      }}
    </Page>
  );
}

const offline = { zh: '离线登记', en: 'recorded offline' };
const byHand = { zh: '手工登记', en: 'entered by hand' };
const letPass = { zh: '指挥部同意放行', en: 'let through by the command' };
const undone = { zh: '已撤销', en: 'taken back' };

function PassCard({ pass }: { pass: Page1['passes'][number] }) {
  const say = useSay();
  const { at, colour, outcome, placeName, address, plate, note } = pass;
  const facts: Words[] = [
    ...(pass.direction === undefined ? [] : [directionLabels[pass.direction]]),
    ...(pass.reason === undefined ? [] : [reasonLabels[pass.reason]]),
    ...(pass.temperature === undefined ? [] : [temperatureIn(pass.temperature)]),
    ...(plate === undefined ? [] : [plate]),
    ...(pass.locationCheck === undefined ? [] : [locationCheckLabels[pass.locationCheck]]),
    ...(pass.offline === true ? [offline] : []),
    ...(pass.byHand === true ? [byHand] : []),
    ...(pass.escalationId === undefined ? [] : [letPass]),
    ...(pass.undone === true ? [undone] : []),
  ];
  return (
    <View className="ui-card pass-card">
      <View className="gate-request">
        <Text className="gate-request__name">{say(momentIn(at))}</Text>
        <Text className={`pass-outcome pass-outcome--${outcome}`}>
          {say(outcomeLabels[outcome])}
        </Text>
      </View>
      <View className="pass-card__colour">
        <Shape of={colour} /> {say(colourLabels[colour])}
      </View>
      <View>{facts.map(say).join(' · ')}</View>
      {placeName !== undefined && (
        <View className="gate-note">
          {placeName} {address}
        </View>
      )}
      {note !== undefined && <View className="gate-note">{note}</View>}
    </View>
  );
}

function temperatureIn(temperature: 'normal' | 'abnormal' | number): Words {
  if (typeof temperature === 'number') return `${temperature.toFixed(1)} ℃`;
  return temperature === 'normal'
    ? { zh: '体温正常', en: 'temperature normal' }
    : { zh: '体温异常', en: 'temperature abnormal' };
}
