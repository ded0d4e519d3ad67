import * as z from 'zod/mini';
import type { PlaceId } from '@yimatong/shared/core/id';
import { TubeKind, tubeKindLabels, TubeNumber } from '@yimatong/shared/sample/tube';
import { ChoiceField } from '../core/fields';
import { useFormOf } from '../core/form';
import { discard } from '../core/outbox';
import { OutboxCard } from '../core/outbox-card';
import { Page } from '../core/page';
import { useSay } from '../core/say';
import { Button } from '../core/ui/button';
import { optionsOf } from '../core/ui/choices';
import { Text } from '../core/ui/native';
import { BarField } from './bar-field';
import { beginTube, lastKind } from './tube-kept';
import { SAMPLE_PAGE } from './way';
import './sample.scss';

const words = {
  title: { zh: '采样', en: 'Sampling' },
  number: { zh: '采样管编号', en: 'Tube number' },
  help: {
    zh: '管身条码下的 6 到 24 位字母和数字',
    en: 'The 6 to 24 letters and digits below the bar code',
  },
  kind: { zh: '采样方式', en: 'Kind' },
  begin: { zh: '开始采样', en: 'Begin' },
};

const NewTubeForm = z.strictObject({ tubeNumber: TubeNumber, kind: TubeKind });

/** Which tube comes next: its number and how many people it holds. */
export function NewTube({ placeId, site }: { placeId: PlaceId; site: string | undefined }) {
  const say = useSay();
  const form = useFormOf(NewTubeForm, { known: { kind: lastKind.get() ?? 'pool-10' } });
  return (
    <Page
      title={words.title}
      foot={
        <Button
          id="begin"
          label={words.begin}
          onTap={() => form.send((tube) => beginTube({ ...tube, placeId }))}
        />
      }
    >
      {site !== undefined && <Text className="sample-words">{say(site)}</Text>}
      {/* Whoever was refused is sampled into another tube: the record of the first is let go of. */}
      <OutboxCard page={SAMPLE_PAGE} onOpen={({ id }) => discard(id)} />
      <BarField form={form} name="tubeNumber" label={words.number} help={words.help} />
      <ChoiceField form={form} name="kind" label={words.kind} options={optionsOf(tubeKindLabels)} />
    </Page>
  );
}
