import { useState } from 'react';
import type { Location } from '@yimatong/shared/core/location';
import { asFailure } from '../core/failure';
import { BoundField } from '../core/fields';
import type { FormOf } from '../core/form';
import { useSay, type Words } from '../core/say';
import { Button, Link } from '../core/ui/button';
import { Field } from '../core/ui/field';
import { Live, Text } from '../core/ui/native';
import { whereAmI } from '../core/where';
import type { Entry } from './entry';

const words = {
  label: { zh: '位置', en: 'Position' },
  help: {
    zh: '人在现场时再取。只精确到约 100 米，用来核对扫海报的人是否在现场。',
    en: 'Take it when you are there. Kept to about 100 metres, to compare with whoever scans the poster.',
  },
  taken: { zh: '已取到位置（误差约 100 米）', en: 'Position taken (to about 100 metres)' },
  take: { zh: '使用当前位置', en: 'Use the current position' },
  again: { zh: '重新取当前位置', en: 'Take it again' },
  drop: { zh: '不填位置', en: 'Leave it out' },
};

/** Asked for by a tap and never by itself; refused or missing is fine. */
export const LocationField = ({ form }: { form: FormOf<typeof Entry> }) => (
  <BoundField form={form} name="location">
    {({ value, onChange, id, mistake }) => (
      <Located id={id} at={value} mistake={mistake} onChange={onChange} />
    )}
  </BoundField>
);

interface Props {
  id: string;
  at: Location | undefined;
  mistake: Words | undefined;
  onChange: (at: Location | undefined) => void;
}

function Located({ id, at, mistake, onChange }: Props) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Words>();
  const take = async () => {
    setBusy(true);
    setFailed(undefined);
    await whereAmI()
      .then(onChange)
      .catch((error: unknown) => setFailed(asFailure(error).says));
    setBusy(false);
  };
  return (
    <Field id={id} label={words.label} help={words.help} optional mistake={failed ?? mistake}>
      {at !== undefined && (
        <Live id={`${id}-taken`} className="place-location">
          <Text>{say(words.taken)}</Text>
          <Link id={`${id}-drop`} label={words.drop} onTap={() => onChange(undefined)} />
        </Live>
      )}
      <Button
        id={`${id}-take`}
        kind="secondary"
        label={at === undefined ? words.take : words.again}
        busy={busy}
        onTap={() => void take()}
      />
    </Field>
  );
}
