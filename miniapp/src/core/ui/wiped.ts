/** Far enough not to be a tap, and sideways enough not to be scrolling. */
const SWIPE_PX = 56;

/** Which way a finger went, by how far it came across and down. */
export const wiped = (dx: number, dy: number): 'left' | 'right' | undefined => {
  if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < 2 * Math.abs(dy)) return undefined;
  return dx < 0 ? 'left' : 'right';
};
