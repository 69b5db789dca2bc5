// The first script of every page under test: hears all that goes wrong from the very beginning, in any engine.
{
  /** @type {string[]} */
  const heard = [];
  Object.assign(globalThis, { ponderHeard: heard });
  addEventListener('error', (event) => {
    const { target } = event;
    const address = target instanceof Element && (target.getAttribute('src') ?? target.getAttribute('href'));
    // A resource's error does not bubble, but it is captured.
    if (event instanceof ErrorEvent) heard.push(`thrown: ${event.message} at ${event.filename}:${event.lineno}`);
    else if (address) heard.push(`not loaded: ${address}`);
  }, true);
  addEventListener('unhandledrejection', ({ reason }) => heard.push(`rejected: ${reason}`));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    heard.push(`refused by ${violatedDirective}: ${blockedURI} in ${sourceFile}`);
  });
  for (const level of /** @type {const} */ (['error', 'warn'])) {
    const say = console[level];
    console[level] = (...words) => {
      heard.push(`console.${level}: ${words.map(String).join(' ')}`);
      say.apply(console, words);
    };
  }
}
