// The site; Vue has to know that the figure is no component of its own.
export default {
  title: 'Notes',
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'ponder-figure' } } },
};
