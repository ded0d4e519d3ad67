import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { FeverClinic, Notice } from '@yimatong/shared/notice/contract';
import { Page } from '../../core/page';
import { Segments } from '../../core/ui/segments';
import { AreaFilter, useOwnArea } from '../area-filter';
import { Clinics } from '../clinics';
import { Hotlines } from '../hotlines';
import { KeyAreas } from '../key-areas';
import { Notices } from '../notices';
import { useInformation } from '../use-information';
import '../notice.scss';

definePageConfig({ navigationBarTitleText: '防疫信息', enablePullDownRefresh: true });

const title = { zh: '防疫信息', en: 'Prevention information' };
const what = { zh: '类别', en: 'Kind' };
const parts = [
  { code: 'notices', label: { zh: '通知', en: 'Notices' } },
  { code: 'clinics', label: { zh: '发热门诊', en: 'Clinics' } },
  { code: 'areas', label: { zh: '重点地区', en: 'Key areas' } },
  { code: 'hotlines', label: { zh: '热线', en: 'Hotlines' } },
] as const;
type Part = (typeof parts)[number]['code'];

export default function InformationPage() {
  const { state, reload } = useInformation();
  const asked = useRouter().params['part'];
  const [part, setPart] = useState<Part>(
    parts.find(({ code }) => code === asked)?.code ?? 'notices',
  );
  return (
    <Page title={title} loaded={state} onRetry={() => void reload()}>
      {({ notices, clinics, keyAreas, hotlines }) => (
        <>
          <Segments id="part" label={what} options={parts} value={part} onChange={setPart} />
          {(part === 'notices' || part === 'clinics') && <Local {...{ part, notices, clinics }} />}
          {part === 'areas' && <KeyAreas areas={keyAreas} />}
          {part === 'hotlines' && <Hotlines hotlines={hotlines} />}
        </>
      )}
    </Page>
  );
}

interface LocalProps {
  part: Part;
  notices: readonly Notice[];
  clinics: readonly FeverClinic[];
}

/** What is of some area: the one that was chosen last. */
function Local({ part, notices, clinics }: LocalProps) {
  const [area, choose] = useOwnArea();
  return (
    <>
      <AreaFilter area={area} onChange={choose} />
      {part === 'notices' ? (
        <Notices area={area} notices={notices} />
      ) : (
        <Clinics area={area} clinics={clinics} />
      )}
    </>
  );
}
