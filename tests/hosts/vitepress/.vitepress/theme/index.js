// The usual theme, with figures.
import theme from 'vitepress/theme';
// Imported on the server too, where nothing happens.
import 'ponder-figure';

export default theme;
