import { SingleBar } from 'cli-progress';

/** The bar is drawn anew after so many cases. */
const PROGRESS_STEP = 100;

export interface ProgressBar {
  update(done: number, total: number): void;
  stop(): void;
}

/** On a terminal; elsewhere there is none. */
export function progressBar(): ProgressBar | undefined {
  if (process.stderr.isTTY !== true) return undefined;
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {eta_formatted}',
    clearOnComplete: true,
  });
  bar.start(1, 0);
  return {
    update(done, total) {
      if (done % PROGRESS_STEP !== 0) return;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
