import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import * as z from 'zod/mini';
import { clinicContract, Findings, type Visit } from '@yimatong/shared/clinic/contract';
import type { ClinicVisitId } from '@yimatong/shared/core/id';
import { addressIn } from '../../code/whom/before';
import { useFormOf } from '../../core/form';
import { newId } from '../../core/id';
import { Page } from '../../core/page';
import { Button } from '../../core/ui/button';
import { Notice } from '../../core/ui/show';
import { useRoute } from '../../core/use-route';
import { useSubmit } from '../../core/use-submit';
import { FindingsFields } from '../findings-fields';
import '../../code/whom/whom.scss';

definePageConfig({ navigationBarTitleText: '更正就诊记录' });

const words = {
  title: { zh: '更正就诊记录', en: 'Correct a visit' },
  kept: {
    zh: '更正前的内容会保留，谁在什么时候更正的也有记录。',
    en: 'What was said before is kept, with who corrected it and when.',
  },
  save: { zh: '保存更正', en: 'Save' },
};

type Given = z.input<typeof Findings>;
const AmendForm = z.pipe(
  z.transform(({ address, ...given }: Given): Given => ({ ...given, ...addressIn(address) })),
  Findings,
);

export default function AmendPage() {
  const visitId = (useRouter().params['visitId'] ?? '') as ClinicVisitId;
  const { state, reload } = useRoute(clinicContract.one, { params: { visitId } });
  const [first, setFirst] = useState<Visit>();
  // What is being typed is not replaced by a later answer.
  if (first === undefined && state.status === 'ready') setFirst(state.value);
  if (first !== undefined) return <Amend visit={first} />;
  return (
    <Page title={words.title} loaded={state} onRetry={() => void reload()}>
      {() => null}
    </Page>
  );
}

function Amend({ visit }: { visit: Visit }) {
  // Sent again after a lost answer, it is the same correction.
  const [id] = useState(() => newId<'clin'>('clin') as ClinicVisitId);
  const form = useFormOf(AmendForm, {
    known: visit.versions[0]?.findings ?? {},
    draft: `clinic.amend.${visit.id}`,
  });
  const { submit, busy, failure } = useSubmit(clinicContract.amend, {
    changes: [clinicContract.one, clinicContract.visits],
    failed: (why) => form.refuse(why),
    done: () => {
      form.forget();
      void Taro.navigateBack();
    },
  });
  const send = (findings: Findings) =>
    submit({ params: { visitId: visit.id }, body: { id, ...findings } });
  return (
    <Page
      title={words.title}
      foot={
        <>
          {failure !== undefined && <Notice kind="error" words={failure.says} />}
          <Button id="save" label={words.save} busy={busy} onTap={() => form.send(send)} />
        </>
      }
    >
      <Notice words={words.kept} />
      <FindingsFields
        form={form}
        age={visit.document === undefined ? undefined : visit.age}
        asksAge
      />
    </Page>
  );
}
