import { useEffect } from 'react';
import type { FieldValues } from 'react-hook-form';
import { BoundField } from './fields';
import type { Form } from './form';
import { useSay } from './say';
import { Button, Link } from './ui/button';
import { Field, Mistake } from './ui/field';
import { Live, Picture, Text, View } from './ui/native';
import type { PhotoSent, Photos } from './use-photos';
import './photos.scss';

const words = {
  label: { zh: '现场照片', en: 'Photos' },
  add: { zh: '拍照或选择照片', en: 'Take or choose photos' },
  again: { zh: '重传', en: 'Upload again' },
  remove: { zh: '删除', en: 'Remove' },
  sent: { zh: '已上传', en: 'Uploaded' },
  failed: { zh: '没有传上', en: 'Not uploaded' },
};

const helpOf = (most: number) => ({
  zh: `最多 ${most} 张，每张不超过 4 MB，JPEG 或 PNG。照片里的拍摄时间、地点和手机型号会自动删除。离开本页后文字会保留，照片不会，需要重新选择。`,
  en: `Up to ${most}, 4 MB each, JPEG or PNG. When, where and with which phone they were taken is removed from them. After leaving this page the text is kept, photos are not and must be chosen again.`,
});

interface Photographed {
  photos: PhotoSent['id'][];
}
interface Props<In extends FieldValues, Out> {
  form: Form<In, Out>;
  photos: Photos;
}

export function PhotosField<In extends FieldValues, Out>({ form: given, photos }: Props<In, Out>) {
  // Every such form has these, which the compiler cannot see through a generic schema.
  const form = given as unknown as Form<Photographed>;
  const ids = photos.photos.map(({ id }) => id).join(' ');
  const { setValue } = form.methods;
  useEffect(() => {
    setValue('photos', ids === '' ? [] : (ids.split(' ') as PhotoSent['id'][]));
  }, [ids, setValue]);
  return (
    <BoundField form={form} name="photos">
      {({ id, mistake }) => (
        <Field id={id} label={words.label} help={helpOf(photos.most)} optional group="group">
          <View className="photos">
            {photos.photos.map((photo, i) => (
              <Tile key={photo.id} at={i + 1} photo={photo} of={photos} />
            ))}
          </View>
          <Mistake id={`${id}-chosen`} words={photos.mistake ?? mistake} />
          <Button
            id="add-photo"
            kind="secondary"
            label={words.add}
            disabled={photos.photos.length >= photos.most}
            onTap={() => void photos.add()}
          />
        </Field>
      )}
    </BoundField>
  );
}

function Tile({ at, photo, of: photos }: { at: number; photo: PhotoSent; of: Photos }) {
  const say = useSay();
  const { id, chosen, state, percent, says } = photo;
  const name = { zh: `第 ${at} 张照片`, en: `Photo ${at}` };
  const sending = { zh: `上传 ${percent}%`, en: `${percent} %` };
  return (
    <View id={`photo-${at}`} className={`photo photo--${state}`}>
      <View className="photo__frame">
        <Picture src={chosen.path} label={say(name)} className="photo__picture" />
      </View>
      <Live className="photo__state">{say(state === 'sending' ? sending : words[state])}</Live>
      {state === 'sending' && (
        <View className="photo__line" aria-hidden>
          <View className="photo__done" style={{ width: `${percent}%` }} />
        </View>
      )}
      {state === 'failed' && says !== undefined && <Text className="photo__why">{say(says)}</Text>}
      {state === 'failed' && (
        <Link id={`again-${at}`} label={words.again} onTap={() => photos.again(photo)} />
      )}
      {state !== 'sending' && (
        <Link id={`remove-${at}`} label={words.remove} onTap={() => photos.remove(id)} />
      )}
    </View>
  );
}
