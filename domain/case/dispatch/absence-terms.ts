/** Time in which an engineer of the case is away. Instants are ISO-8601; `to` is the first one after it. */
export interface EngineerAbsence {
  readonly id: string;
  readonly engineerId: string;
  readonly from: string;
  readonly to: string;
}
