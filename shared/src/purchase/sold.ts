/** What was sold of each medicine on a day (V7). */
import type { Bought, Sold } from './contract';

/** The most sold first; the same medicine in another unit is another line. */
export function soldOf(purchases: readonly { readonly medicines: readonly Bought[] }[]): Sold[] {
  const sold = new Map<string, Sold>();
  for (const { medicines } of purchases) {
    const counted = new Set<string>();
    for (const { code, name, unit, quantity } of medicines) {
      const key = `${code ?? name}#${unit}`;
      const before = sold.get(key) ?? { name, unit, quantity: 0, sales: 0 };
      sold.set(key, {
        ...before,
        quantity: before.quantity + quantity,
        sales: before.sales + (counted.has(key) ? 0 : 1),
      });
      counted.add(key);
    }
  }
  return [...sold.values()].sort(
    (a, b) => b.sales - a.sales || b.quantity - a.quantity || (a.name < b.name ? -1 : 1),
  );
}
