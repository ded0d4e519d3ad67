import type { Checkpoint } from '@yimatong/shared/place/contract';
import { Button } from '../../core/ui/button';
import { Notice } from '../../core/ui/show';
import { useCamera } from '../use-camera';

const scan = { zh: '扫码', en: 'Scan' };
export const noCamera = {
  zh: '相机打不开。请在系统设置里允许使用相机，再按一次。',
  en: 'The camera does not open. Allow its use in the settings, then press again.',
};

/** The one thing to do here, where the thumb is. */
export function ScanFoot({ here }: { here: Checkpoint }) {
  const camera = useCamera(here);
  return (
    <>
      {camera.isBroken && <Notice kind="error" words={noCamera} />}
      <Button id="scan" label={scan} disabled={camera.isOpening} onTap={camera.scan} />
    </>
  );
}
