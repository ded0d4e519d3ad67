import { auditContract, type Look, type LooksBefore } from '@yimatong/shared/audit/contract';
import { colourLabels } from '@yimatong/shared/code/colour-label';
import { roleLabels } from '@yimatong/shared/core/contract';
import type { PersonId } from '@yimatong/shared/core/id';
import { People } from '../../code/people';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Text, View } from '../../core/ui/native';
import { Shape } from '../../core/ui/show';
import { usePages } from '../../core/use-pages';
import { momentIn } from '../../core/when';
import { KeptLine } from '../kept-line';
import { OwnPage } from '../own-page';
import { RecordList } from '../record-list';
import '../records.scss';

definePageConfig({ navigationBarTitleText: '谁看过我的信息', enablePullDownRefresh: true });

const title = { zh: '谁看过我的信息', en: 'Who looked at my data' };
const lead = {
  zh: '每次有人扫您的码、查看或处理您的信息，都会记在这里：身份和地点、做了什么、为什么。看的人不显示姓名。',
  en: 'Whoever scans your code, or looks at or changes your information, is recorded here: role and place, what and why. Names of those who looked are not shown.',
};
const empty = { zh: '还没有人看过您的信息', en: 'Nobody has looked yet' };
const emptyHelp = {
  zh: '有人扫您的健康码，或工作人员查看、处理您的信息后，这里会显示。',
  en: 'A scan of your code, or staff looking at your information, appears here.',
};

export default function LooksPage() {
  return <OwnPage title={title}>{(personId) => <Looks personId={personId} />}</OwnPage>;
}

function Looks({ personId }: { personId: PersonId }) {
  const say = useSay();
  const pages = usePages(auditContract.looks, {
    given: (before: LooksBefore | undefined) => ({
      query: { personId, ...(before !== undefined && { before }) },
    }),
    nextOf: ({ next }) => next,
  });
  return (
    <Page title={title} lead={<People told="colour" />}>
      <Text className="records-lead">{say(lead)}</Text>
      <RecordList empty={empty} emptyHelp={emptyHelp} pages={pages} itemsOf={({ looks }) => looks}>
        {(look) => <Looked key={look.id} look={look} />}
      </RecordList>
      <KeptLine of="passes" named />
      <KeptLine of="audit" named />
    </Page>
  );
}

const kinds = {
  self: { zh: '本人', en: 'Yourself' },
  relative: { zh: '家人（代办）', en: 'A relative, for you' },
  stranger: { zh: '没有值守权限的用户', en: 'A user without a duty' },
  staff: { zh: '有权限的工作人员', en: 'Authorised staff' },
  duty: { zh: '值守人员', en: 'Somebody on duty' },
} as const;
const whatFor = { zh: '事由', en: 'Why' };

function Looked({ look: { at, who, what, why, colour } }: { look: Look }) {
  const say = useSay();
  const role =
    who.kind === 'duty' && who.role !== undefined ? roleLabels[who.role] : kinds[who.kind];
  const where = [who.where, who.address].filter((one) => one !== undefined).join(' · ');
  return (
    <View className="ui-card records-look">
      {colour !== undefined && (
        <View className="records-look__colour">
          <Shape of={colour} label={colourLabels[colour]} />
        </View>
      )}
      <View className="records-look__words">
        <Text className="records-look__who">{say(role)}</Text>
        {where !== '' && <Text className="records-record__note">{where}</Text>}
        <Text className="records-look__line">{say(what)}</Text>
        <Text className="records-record__note">
          {say(whatFor)}
          {say({ zh: '：', en: ': ' })}
          {say(why)}
        </Text>
        <Text className="records-record__when">{say(momentIn(at))}</Text>
      </View>
    </View>
  );
}
