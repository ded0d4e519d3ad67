import { Filling } from '../filling';
import { NewTube } from '../new-tube';
import { useTubeHere } from '../tube-kept';
import { useSite } from '../way';

definePageConfig({ navigationBarTitleText: '采样' });

export default function SamplePage() {
  const { placeId, name } = useSite();
  const tube = useTubeHere(placeId);
  return tube ? (
    <Filling key={tube.tubeNumber} tube={tube} />
  ) : (
    <NewTube placeId={placeId} site={name} />
  );
}
