/** An exact number of a unit: `n / d`, reduced. */
export interface Quantity {
  readonly n: number;
  readonly d: number;
  readonly unit: string;
}

/** An exact share between 0 and 1, reduced. */
export interface Fraction {
  readonly n: number;
  readonly d: number;
}
