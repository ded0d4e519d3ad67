/** Scanning one code after another. In WeChat and Alipay the client's own scanner opens over the page. */
import { useEffect, useRef, useState } from 'react';
import { type Reads, scanOnce } from './scan-once';
import { Button } from './ui/button';
import { Notice } from './ui/show';
import { View } from './ui/native';

export interface ScannerProps {
  onCode: (text: string) => void;
  /** While a result is shown. When it ends, the camera is on again. */
  paused?: boolean;
  reads?: Reads;
}

const scan = { zh: '扫码', en: 'Scan' };
const failed = {
  zh: '相机打不开。请在系统设置里允许使用相机，然后再按“扫码”。',
  en: 'The camera does not open. Allow the use of the camera in the settings, then press Scan.',
};

export function Scanner({ onCode, paused = false, reads }: ScannerProps) {
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  const mounted = useRef(true);
  const last = useRef(onCode);
  last.current = onCode;

  const start = async () => {
    setOpen(true);
    setBroken(false);
    try {
      const text = await scanOnce(reads);
      if (mounted.current && text !== undefined) last.current(text);
    } catch {
      if (mounted.current) setBroken(true);
    } finally {
      if (mounted.current) setOpen(false);
    }
  };

  const latest = useRef(start);
  latest.current = start;
  useEffect(() => {
    if (!paused) void latest.current();
  }, [paused]);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  return (
    <View>
      {broken && <Notice kind="warn" words={failed} />}
      <Button id="scan" label={scan} disabled={open || paused} onTap={() => void start()} />
    </View>
  );
}
