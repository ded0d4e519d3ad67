/** A QR code as an image: always black on white with a quiet zone of four modules, whatever surrounds it. */
import { useMemo, useState } from 'react';
import qrcode from 'qrcode-generator';
import { Picture } from './ui/native';

const QUIET_MODULES = 4;
/** Digits, capitals and a few signs take 5.5 bits instead of 8: base45 tokens are made of them. */
const ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]*$/;

interface Props {
  text: string;
  /** For screen readers. */
  label: string;
  className?: string;
}

export function Qr({ text, label, className = 'qr' }: Props) {
  const matrix = useMemo(() => matrixOf(text), [text]);
  // Clients that do not draw SVG get a GIF, which takes a hundred times as long to make.
  const [drawsSvg, setDrawsSvg] = useState(true);
  const source = useMemo(
    () => (drawsSvg ? svgOf(matrix) : matrix.createDataURL(8, 8 * QUIET_MODULES)),
    [matrix, drawsSvg],
  );
  return (
    <Picture src={source} label={label} className={className} onError={() => setDrawsSvg(false)} />
  );
}

type Matrix = ReturnType<typeof qrcode>;

export function matrixOf(text: string): Matrix {
  const matrix = qrcode(0, 'M');
  matrix.addData(text, ALPHANUMERIC.test(text) ? 'Alphanumeric' : 'Byte');
  matrix.make();
  return matrix;
}

/** One path of horizontal runs: short, and drawn at once. */
export function svgOf(matrix: Matrix): string {
  const size = matrix.getModuleCount();
  let runs = '';
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      let to = from;
      while (to < size && matrix.isDark(row, to)) to += 1;
      if (to > from)
        runs += `M${from + QUIET_MODULES} ${row + QUIET_MODULES}h${to - from}v1h-${to - from}z`;
      from = to;
    }
  }
  const side = size + 2 * QUIET_MODULES;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${runs}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
