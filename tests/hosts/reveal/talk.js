// A talk as reveal.js begins one.
Reveal.initialize({ hash: true, width: 1100, height: 800 });
