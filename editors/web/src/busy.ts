/** What takes long: a line that says what is being done, and a button that stops it. */

/** What is done sooner needs no line. */
const SOON = 400;

export class Busy {
  private running = 0;

  constructor(
    private readonly element: HTMLElement,
    stop: () => void,
  ) {
    element.querySelector("button")?.addEventListener("click", stop);
  }

  async during<Result>(words: string, work: () => Promise<Result>): Promise<Result> {
    this.running += 1;
    const timer = setTimeout(() => {
      this.element.querySelector("span")!.textContent = `${words} …`;
      this.element.hidden = false;
    }, SOON);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      this.running -= 1;
      if (this.running === 0) this.element.hidden = true;
    }
  }
}
