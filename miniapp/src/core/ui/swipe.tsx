/** What can be wiped aside; scrolling up and down is none of it. */
import { View } from '@tarojs/components';
import { type ReactNode, useRef } from 'react';
import { wiped } from './wiped';

interface Props {
  onLeft: () => void;
  onRight: () => void;
  children: ReactNode;
}
interface Touched {
  changedTouches: ArrayLike<{ clientX: number; clientY: number }>;
}

export function Swipe({ onLeft, onRight, children }: Props) {
  const from = useRef<{ x: number; y: number }>();
  const began = ({ changedTouches: { 0: at } }: Touched): void => {
    from.current = at && { x: at.clientX, y: at.clientY };
  };
  const ended = ({ changedTouches: { 0: at } }: Touched): void => {
    const { x, y } = from.current ?? {};
    from.current = undefined;
    if (at === undefined || x === undefined || y === undefined) return;
    const way = wiped(at.clientX - x, at.clientY - y);
    if (way === 'left') onLeft();
    if (way === 'right') onRight();
  };
  return (
    // Taro's types know less of a touch than its events hold.
    <View id="swipe" onTouchStart={began as never} onTouchEnd={ended as never}>
      {children}
    </View>
  );
}
