// How Chromium is started, wherever it is: nothing of its own runs beside the page.

/** Playwright's own list, which a second one replaces. */
const PLAYWRIGHT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'LensOverlay',
  'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints',
  'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
];

/** The list below the address bar: two hidden pages a window, which take the processor for longer than most tests. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

export const QUIET = [`--disable-features=${[...PLAYWRIGHT, ...ADDRESS_BAR].join(',')}`, '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'];
