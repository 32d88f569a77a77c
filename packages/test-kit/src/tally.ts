/** Counts what passed, failed and was skipped, for a program whose cases are no tests of vitest. */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  /**
   * Runs one case, says in a line how it went, and counts it.
   *
   * @returns whether it passed
   */
  async run(title: string, check: () => unknown): Promise<boolean> {
    const started = performance.now();
    try {
      await check();
    } catch (error) {
      this.failed += 1;
      console.log(`✗ ${title}\n${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
    this.passed += 1;
    console.log(`✓ ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return true;
  }

  /** Counts a case that cannot run for want of something: as skipped, or, in CI, as failed. */
  miss(title: string, need: string): void {
    if (process.env['CI']) {
      this.failed += 1;
      console.log(`✗ ${title}: needs ${need}`);
    } else {
      this.skipped += 1;
      console.log(`- ${title}: SKIPPED, since it needs ${need}`);
    }
  }

  add(counts: { passed: number; failed: number; skipped?: number }): void {
    this.passed += counts.passed;
    this.failed += counts.failed;
    this.skipped += counts.skipped ?? 0;
  }

  /** Prints the closing line, and has the process exit with 1 where anything failed. */
  close(): void {
    if (this.failed > 0) process.exitCode = 1;
    console.log(this.toString());
  }

  toString(): string {
    const skipped = this.skipped === 0 ? '' : `, ${this.skipped} skipped`;
    return `${this.passed} passed, ${this.failed} failed${skipped}`;
  }

  /** What a closing line says, or undefined where it is none. */
  static parse(line: string): Tally | undefined {
    const match = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(line);
    if (match === null) return undefined;
    const [passed, failed, skipped = 0] = match.slice(1).map((count = '0') => Number(count));
    const tally = new Tally();
    tally.add({ passed: passed as number, failed: failed as number, skipped });
    return tally;
  }
}
