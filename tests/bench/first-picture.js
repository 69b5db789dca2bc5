// From the navigation to a page until its first figure is ready.
import { visits } from './support/visits.js';

export default {
  about: 'from the navigation until the page’s first figure is `ready`, on localhost, nothing cached, ten visits to the cover '
    + 'and to every lesson with a figure; there are no others. A long task is one over 50 ms, the longest of a visit, their median',
  unit: 'ms',
  target: null,
  bounds: { ours: 300, longest: 50 },
  visits,
};
