// The usual theme, with figures. They are imported on the server too, where nothing happens.
import theme from 'vitepress/theme';
import 'ponder-figure';

export default theme;
