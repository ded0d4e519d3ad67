import Taro from '@tarojs/taro';
import { areaName } from '@yimatong/shared/core/area';
import { dayOf } from '@yimatong/shared/core/day';
import type { PlaceId } from '@yimatong/shared/core/id';
import { type Due, observationContract } from '@yimatong/shared/observation/contract';
import { nowInstant } from '../../core/clock';
import { OutboxCard } from '../../core/outbox-card';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { Notice, Row, Rows } from '../../core/ui/show';
import { EmptyState } from '../../core/ui/states';
import { useRoute } from '../../core/use-route';
import { FiguresCard } from '../figures-card';
import { useWhere, type Where } from '../use-where';
import { dayOfIn, taskOf } from '../words';
import '../observation.scss';

definePageConfig({ navigationBarTitleText: '医学观察', enablePullDownRefresh: true });

const words = {
  title: { zh: '医学观察', en: 'Medical observation' },
  none: { zh: '没有在观察的人', en: 'Nobody is under observation' },
  noneHelp: {
    zh: '医院登记医学观察后，今天要随访的人会排在最前面。',
    en: 'Once a hospital puts somebody under observation, they appear here, those to be seen today first.',
  },
  nowhere: { zh: '请从“查验”页进入。', en: 'Please open this from the verifier’s page.' },
  begin: { zh: '登记医学观察', en: 'Put somebody under observation' },
};

export default function ObservationsPage() {
  const { where, placeId, isHospital } = useWhere();
  if (where === undefined)
    return (
      <Page title={words.title}>
        <Notice words={words.nowhere} />
      </Page>
    );
  return <Observations where={where} {...(isHospital && placeId !== undefined && { placeId })} />;
}

const to = (url: string) => void Taro.navigateTo({ url });

function Observations({ where, placeId }: { where: Where; placeId?: PlaceId }) {
  const keepAs = `observations.${'area' in where ? where.area : where.placeId}`;
  const { state, reload } = useRoute(observationContract.due, { query: where }, { keepAs });
  const waiting =
    state.status === 'ready' ? state.value.observations.filter(({ isDue }) => isDue).length : 0;
  const title = {
    zh: `医学观察${waiting > 0 ? ` 今天待访 ${waiting}` : ''}`,
    en: `Observation${waiting > 0 ? `: ${waiting} to see today` : ''}`,
  };
  return (
    <Page
      title={title}
      loaded={state}
      onRetry={() => void reload()}
      foot={
        placeId !== undefined && (
          <Button
            id="begin"
            label={words.begin}
            onTap={() => to(`/observation/pages/begin?placeId=${placeId}`)}
          />
        )
      }
    >
      {({ observations }) => (
        <>
          <OutboxCard
            page="/observation/pages/follow"
            onOpen={({ path }) => to(`/observation/pages/one?id=${path.split('/')[2] ?? ''}`)}
          />
          {observations.length === 0 && <EmptyState title={words.none} help={words.noneHelp} />}
          {observations.length > 0 && (
            <Rows>
              {observations.map((one) => (
                <DueRow key={one.id} one={one} />
              ))}
            </Rows>
          )}
          {(placeId !== undefined || 'area' in where) && <FiguresCard where={where} />}
        </>
      )}
    </Page>
  );
}

function DueRow({ one }: { one: Due }) {
  const { zh, en } = dayOfIn(one, dayOf(nowInstant()));
  const where = areaName(one.area) ?? one.area;
  return (
    <Row
      id={`observation-${one.id}`}
      label={one.maskedName}
      note={{ zh: `${zh} · ${where}`, en: `${en} · ${where}` }}
      value={taskOf(one)}
      onTap={() => to(`/observation/pages/one?id=${one.id}`)}
    />
  );
}
