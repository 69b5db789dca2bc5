// The contenders' packages are installed for a benchmark only; what they are is tried there, not checked here.
declare module 'd3-contour';
declare module 'd3-scale';
declare module 'd3-shape';
declare module 'plotly.js-gl3d-dist-min';
declare module 'three';
