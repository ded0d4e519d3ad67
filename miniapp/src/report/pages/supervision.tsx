import { MOST_PHOTOS } from '@yimatong/shared/core/photo';
import { Supervision, matterLabels, reportContract } from '@yimatong/shared/report/contract';
import { call } from '../../core/call';
import { ChoiceField, TextField } from '../../core/fields';
import { PhotosField } from '../../core/photos-field';
import { optionsOf } from '../../core/ui/choices';
import { type PhotosOf, usePhotos } from '../../core/use-photos';
import { NameWithheldField, WhereFields } from '../common-fields';
import { FiledPage } from '../filed';
import { FormPage } from '../form-page';
import { useReportForm } from '../use-report-form';

definePageConfig({ navigationBarTitleText: '群众监督举报' });

const words = {
  title: { zh: '群众监督举报', en: 'Public supervision' },
  matter: { zh: '举报类型', en: 'What it is about' },
  where: { zh: '发生在哪里', en: 'Where it happens' },
  description: { zh: '情况描述', en: 'What happens' },
  descriptionHelp: {
    zh: '什么时间、什么人、做什么；商家请写店名和价格',
    en: 'When, who, what; of a shop its name and the price',
  },
  sending: {
    zh: '照片正在上传，传完就可以提交。',
    en: 'Photos are on their way; the report can be filed as soon as they arrived.',
  },
  failed: {
    zh: '有照片没有传上，请重传，或删除后提交。',
    en: 'A photo was not uploaded. Upload it again, or remove it.',
  },
};

const photosOf: PhotosOf = {
  most: MOST_PHOTOS,
  ticketFor: (body) => call(reportContract.addPhoto, { body }),
};

export default function SupervisionPage() {
  const photos = usePhotos(photosOf);
  const { form, filed, ...sending } = useReportForm(Supervision, 'supervision', {
    known: { photos: [] },
    unkept: ['photos'],
    onRefused: photos.refused,
  });
  if (filed !== undefined) return <FiledPage title={words.title} filed={filed} />;
  const is = (state: string) => photos.photos.some((photo) => photo.state === state);
  const hold = is('sending') ? words.sending : is('failed') ? words.failed : undefined;
  return (
    <FormPage title={words.title} form={form} hold={hold} {...sending}>
      <ChoiceField
        form={form}
        name="matter"
        label={words.matter}
        options={optionsOf(matterLabels)}
      />
      <WhereFields form={form} label={words.where} />
      <TextField
        form={form}
        name="description"
        label={words.description}
        help={words.descriptionHelp}
        lines
        maxLength={1000}
      />
      <PhotosField form={form} photos={photos} />
      <NameWithheldField form={form} />
    </FormPage>
  );
}
