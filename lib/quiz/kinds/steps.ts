/** A range of numbers in equal steps, both ends included: what sliders and rating scales are answered on. */
export interface ScaleSteps {
  min: number;
  max: number;
  step: number;
}

/** How many steps lie between the ends. */
export function stepCount({ min, max, step }: ScaleSteps): number {
  return Math.round((max - min) / step);
}

/** The number `index` steps above the lower end, without the noise of adding 0.1 ten times. */
export function stepAt({ min, step }: ScaleSteps, index: number): number {
  return plainNumber(min + index * step);
}

/** The number of the range that lies nearest. */
export function nearestStep(steps: ScaleSteps, value: number): number {
  return stepAt(steps, Math.min(Math.max(Math.round((value - steps.min) / steps.step), 0), stepCount(steps)));
}

export function isOnStep(steps: ScaleSteps, value: number): boolean {
  const index = (value - steps.min) / steps.step;
  return index >= -NOISE && index <= stepCount(steps) + NOISE && isWhole(index);
}

/** Whether the range is a whole number of steps, so that both ends can be reached. */
export function endsOnStep({ min, max, step }: ScaleSteps): boolean {
  return isWhole((max - min) / step);
}

/** Without the tail that binary fractions leave: 0.1 + 0.2 is 0.3. */
export function plainNumber(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}

/** What division may add to a whole number of steps by itself. */
const NOISE = 1e-6;

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= NOISE;
}
