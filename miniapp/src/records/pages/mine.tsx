import { useState } from 'react';
import type { PersonId } from '@yimatong/shared/core/id';
import { People } from '../../code/people';
import { Page } from '../../core/page';
import { useSay } from '../../core/say';
import { Group, Tap } from '../../core/ui/native';
import { KeptLine } from '../kept-line';
import { type KindCode, kinds } from '../kinds';
import { OwnPage } from '../own-page';
import '../records.scss';

definePageConfig({ navigationBarTitleText: '我的记录', enablePullDownRefresh: true });

const title = { zh: '我的记录', en: 'My records' };
const which = { zh: '哪一类记录', en: 'Which records' };

export default function MyRecordsPage() {
  return <OwnPage title={title}>{(personId) => <Mine personId={personId} />}</OwnPage>;
}

function Mine({ personId }: { personId: PersonId }) {
  const [chosen, setChosen] = useState<KindCode>(kinds[0].code);
  const { List, kept } = kinds.find(({ code }) => code === chosen) ?? kinds[0];
  return (
    <Page title={title} lead={<People told="colour" />}>
      <Chooser chosen={chosen} onChoose={setChosen} />
      <KeptLine of={kept} />
      <List key={chosen} personId={personId} />
    </Page>
  );
}

interface ChooserProps {
  chosen: KindCode;
  onChoose: (code: KindCode) => void;
}

function Chooser({ chosen, onChoose }: ChooserProps) {
  const say = useSay();
  return (
    <Group role="radiogroup" label={say(which)} className="records-kinds">
      {kinds.map(({ code, label }) => (
        <Tap
          key={code}
          id={`kind-${code}`}
          role="radio"
          checked={code === chosen}
          className={`records-kind${code === chosen ? ' records-kind--on' : ''}`}
          onTap={() => onChoose(code)}
        >
          {say(label)}
        </Tap>
      ))}
    </Group>
  );
}
