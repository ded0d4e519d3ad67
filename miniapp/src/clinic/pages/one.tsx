import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { clinicContract, type Visit } from '@yimatong/shared/clinic/contract';
import { matchLabels } from '@yimatong/shared/code/whom';
import { recordStateLabels } from '@yimatong/shared/code/withdrawal';
import type { ClinicVisitId } from '@yimatong/shared/core/id';
import { documentLabels } from '@yimatong/shared/core/person';
import { ProposalCard } from '../../code/withdrawal/proposal-card';
import { ProposeSheet } from '../../code/withdrawal/propose-sheet';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Button } from '../../core/ui/button';
import { Text, View } from '../../core/ui/native';
import { Card, Notice } from '../../core/ui/show';
import { useRoute } from '../../core/use-route';
import { useSubmit } from '../../core/use-submit';
import { momentIn } from '../../core/when';
import { linesOf } from '../lines';
import '../../code/whom/whom.scss';

definePageConfig({ navigationBarTitleText: '就诊记录', enablePullDownRefresh: true });

const words = {
  title: { zh: '就诊记录', en: 'A visit' },
  amend: { zh: '更正', en: 'Correct' },
  withdraw: { zh: '申请撤销', en: 'Propose a withdrawal' },
  confirmedBy: {
    zh: '由本院另一位医护人员确认',
    en: 'Another clinician of this hospital confirms it',
  },
  means: {
    zh: '确认后：此人因这次就诊产生的黄码取消，记录保留并标为已撤销。',
    en: 'Confirmed: the yellow that this visit made goes, and the record stays, marked as withdrawn.',
  },
  inForce: { zh: '现在的内容', en: 'As it stands' },
  earlier: { zh: '更正前的内容', en: 'Before a correction' },
};

export default function OnePage() {
  const visitId = (useRouter().params['visitId'] ?? '') as ClinicVisitId;
  const { state, reload } = useRoute(clinicContract.one, { params: { visitId } });
  return (
    <Page title={words.title} loaded={state} onRetry={() => void reload()}>
      {(visit) => <Whole visit={visit} />}
    </Page>
  );
}

const changes = [clinicContract.one, clinicContract.visits];

function Whole({ visit }: { visit: Visit }) {
  const say = useSay();
  const [isAsking, setAsking] = useState(false);
  const proposing = useSubmit(clinicContract.propose, { changes, done: () => setAsking(false) });
  const deciding = useSubmit(clinicContract.decide, { changes });
  const params = { visitId: visit.id };
  return (
    <>
      <Who visit={visit} />
      {visit.proposal !== undefined && (
        <ProposalCard
          id={visit.id}
          means={words.means}
          proposal={visit.proposal}
          busy={deciding.busy}
          failure={deciding.failure}
          onDecide={(decision) => void deciding.submit({ params, body: { decision } })}
        />
      )}
      {visit.versions.map(({ id, at, findings }, i) => (
        <Card key={id} title={i === 0 ? words.inForce : words.earlier}>
          <Text className="whom-record__note">{say(momentIn(at))}</Text>
          {linesOf(findings).map(({ label, value }) => (
            <View key={label.en} className="whom-line">
              <Text className="whom-record__note">{say(label)}</Text>
              <Text className="whom-record__text">{say(value)}</Text>
            </View>
          ))}
        </Card>
      ))}
      {visit.state === 'recorded' && (
        <Button
          id="amend"
          label={words.amend}
          onTap={() => void Taro.navigateTo({ url: `/clinic/pages/amend?visitId=${visit.id}` })}
        />
      )}
      {visit.state === 'recorded' && (
        <Button
          id="withdraw"
          kind="secondary"
          label={words.withdraw}
          onTap={() => setAsking(true)}
        />
      )}
      {isAsking && (
        <ProposeSheet
          by={words.confirmedBy}
          busy={proposing.busy}
          failure={proposing.failure}
          onClose={() => setAsking(false)}
          onPropose={(reason) => void proposing.submit({ params, body: { reason } })}
        />
      )}
    </>
  );
}

function Who({ visit }: { visit: Visit }) {
  const say = useSay();
  const { name, age, document, phone, at, placeName, match, state } = visit;
  const years = age === undefined ? [] : [say({ zh: `${age} 岁`, en: `${age} years` })];
  return (
    <Card>
      <View className="whom-record__head">
        <Text className="whom-record__who">{[name, ...years].join(' · ')}</Text>
        <Text className="whom-record__note">{say(momentIn(at))}</Text>
      </View>
      {document !== undefined && (
        <Text className="whom-record__line">
          {say(documentLabels[document.type])} {document.number}
        </Text>
      )}
      {phone !== undefined && (
        <Text className="whom-record__line">{phone.replace(/^\+86/, '')}</Text>
      )}
      <Text className="whom-record__note">{placeName}</Text>
      {match !== 'found' && <Notice kind="warn" words={matchLabels[match]} />}
      {state === 'withdrawn' && <Notice kind="warn" words={recordStateLabels.withdrawn} />}
    </Card>
  );
}
