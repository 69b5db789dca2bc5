// The symbols page: one notation instead of all four, remembered for this visit.

const KEY = 'ponder-notation';
const table = document.querySelector('.glossary');
const choice = document.querySelector('.notation');

/** What was chosen before; a frame without an origin of its own remembers nothing. */
function remembered() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} notation */
function remember(notation) {
  try {
    sessionStorage.setItem(KEY, notation);
  } catch {
    // It then holds for this page alone.
  }
}

/** @param {string} notation */
function show(notation) {
  for (const cell of table?.querySelectorAll('[data-notation]') ?? []) {
    if (cell instanceof HTMLElement) cell.hidden = notation !== 'all' && cell.dataset.notation !== notation;
  }
}

if (choice instanceof HTMLElement) {
  choice.hidden = false;
  for (const radio of choice.querySelectorAll('input')) {
    if (radio.value === remembered()) radio.checked = true;
    if (radio.checked) show(radio.value);
    radio.addEventListener('change', () => {
      show(radio.value);
      remember(radio.value);
    });
  }
}
