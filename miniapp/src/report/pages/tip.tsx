import { Tip, conditionLabels } from '@yimatong/shared/report/contract';
import { ChoiceField, TextField } from '../../core/fields';
import { optionsOf } from '../../core/ui/choices';
import { NameWithheldField, WhereFields } from '../common-fields';
import { FiledPage } from '../filed';
import { FormPage } from '../form-page';
import { useReportForm } from '../use-report-form';

definePageConfig({ navigationBarTitleText: '疫情线索提供' });

const words = {
  title: { zh: '疫情线索提供', en: 'Epidemic tip' },
  who: { zh: '对方的姓名或特征', en: 'Who it is about' },
  whoHelp: {
    zh: '不知道姓名的，写称呼或特征，例如“三楼穿蓝衣服的男子”',
    en: 'If you do not know it, how the person is known',
  },
  where: { zh: '这个人在哪里', en: 'Where the person is' },
  condition: { zh: '对方的情况', en: 'What about them' },
  description: { zh: '其他情况', en: 'Anything else' },
  descriptionHelp: {
    zh: '例如从哪里来、哪天到的、和谁接触过',
    en: 'Such as where from, since when, with whom in contact',
  },
};

export default function TipPage() {
  const { form, filed, ...sending } = useReportForm(Tip, 'tip', { known: {} });
  if (filed !== undefined) return <FiledPage title={words.title} filed={filed} />;
  return (
    <FormPage title={words.title} form={form} {...sending}>
      <TextField form={form} name="who" label={words.who} help={words.whoHelp} maxLength={60} />
      <WhereFields form={form} label={words.where} />
      <ChoiceField
        form={form}
        name="condition"
        label={words.condition}
        options={optionsOf(conditionLabels)}
      />
      <TextField
        form={form}
        name="description"
        label={words.description}
        help={words.descriptionHelp}
        lines
        optional
        maxLength={1000}
      />
      <NameWithheldField form={form} />
    </FormPage>
  );
}
