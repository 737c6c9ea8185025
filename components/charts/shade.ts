/** Which of five strengths a share of the highest is drawn in; 0 is none. */
export function shadeOf(value: number, highest: number): number {
  return highest === 0 ? 0 : Math.ceil((value / highest) * SHADES);
}

const SHADES = 5;
