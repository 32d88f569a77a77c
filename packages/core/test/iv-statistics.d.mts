export declare class IvStatistics {
  add(token: string, microseconds: number): void;
  get ivs(): ReadonlySet<string>;
  get repeats(): number;
  judge(): { name: string; largest: number; chiSquare: number; sound: boolean }[];
}
