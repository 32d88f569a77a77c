/** What runs in a page is sent as text: it sees nothing but its argument. */
export interface EnginePage {
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
}

/** A browser that was started, behind one face for all. */
export interface Engine {
  readonly version: string;
  open(url: string): Promise<EnginePage>;
  close(): Promise<void>;
}

/** @param timeout in milliseconds, for each step */
export type StartEngine = (executablePath: string, timeout: number) => Promise<Engine>;
